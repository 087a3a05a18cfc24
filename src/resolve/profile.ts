import type { EntityType, Extraction } from '../types.ts'
import type { Denotation } from '../util/nominal-lexicon.ts'

/** One entity of one document. */
export interface LocalEntity {
  /** Index into the corpus's documents. */
  readonly document: number
  /** Id within that document's extraction. */
  readonly id: string
}

/** What is compared and clustered: everything in the corpus that bears one reference. */
export interface Profile {
  /** See `Judgement`. */
  readonly ref: string
  readonly type: EntityType
  /** The reference's name as `nameForm` makes it. */
  readonly form: string
  /** Words of the form. */
  readonly parts: readonly string[]
  /** Whether a proper name mentions it anywhere. */
  named: boolean
  /** Country code of a state, or of the country that qualifies a group ("Syrian army"). */
  readonly country: string | null
  /** What the head of a description denotes; null for names that are no description. */
  readonly denotation: Denotation | null
  readonly locals: LocalEntity[]
  /** Words on the page → outlet ('' where there is none) → times, names and descriptions apart from pronouns. */
  readonly surfaces: Map<string, Map<string, number>>
  /** Surfaces of proper names only → times. */
  readonly names: Map<string, number>
  readonly roles: Map<string, number>
  /** What the articles' entities are named → their mentions other than pronouns. */
  readonly labels: Map<string, number>
}

/** What resolution keeps of one extraction. */
export interface ResolvedDocument {
  readonly extraction: Extraction
  /** Days since 1970 of the publication date; null when there is none. */
  readonly day: number | null
}
