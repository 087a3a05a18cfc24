import type { Modality, Span } from '../types.ts'
import type { Row } from './ontology.ts'

/** A relation as a rule finds it, before it is known who claims it and when it was. */
export interface Draft {
  readonly row: Row
  readonly subject: string
  readonly object: string
  /** Token that carries the predicate. */
  readonly anchor: number
  readonly trigger: Span | null
  readonly negated: boolean
  readonly modality: Modality
  readonly code: string | null
}
