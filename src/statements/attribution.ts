import type { Span } from '../types.ts'
import type { Tree } from '../util/tree.ts'
import type { Complement, CueKind } from './resources.ts'

/** Words that name who speaks. */
export interface Source {
  readonly tree: Tree
  /** Head of the naming phrase. */
  readonly token: number
  readonly span: Span
}

/** A cue with what it ties together, before speakers are known. */
export interface Attribution {
  readonly tree: Tree
  /** The cue's head; -1 where structure alone attributes. */
  readonly token: number
  readonly cue: Span | null
  readonly source: Source | null
  readonly kind: CueKind
  /** The frame that gave the content; null while a cue waits for a quotation. */
  readonly frame: Complement | null
  /** In text order, not overlapping. */
  readonly content: readonly Span[]
  readonly addressee: number | null
  /** May take a quotation that stands beside it. */
  readonly takesQuote: boolean
  /** Its verb is one of saying, after which a clause tells what was said. */
  readonly takesClause?: boolean
}
