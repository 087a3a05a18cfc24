import type { EntityType } from '../types.ts'
import type { Denotation } from '../util/nominal-lexicon.ts'
import type { Home } from './home.ts'

/** Words or names → times. */
export type Counts = ReadonlyMap<string, number>

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
  /** Whether its form is a head noun of the lexicon and nothing beside it. */
  readonly bare: boolean
  /** Country code of a state, or of the country that qualifies a group ("Syrian army"). */
  readonly country: string | null
  /** What the head of a description denotes; null for names that are no description. */
  readonly denotation: Denotation | null
  /** The documents that have it, as indexes into the corpus's documents; one twice where two of its entities are one. */
  readonly documents: number[]
  /** Words on the page → outlet ('' where there is none) → times, names and descriptions apart from pronouns. */
  surfaces: ReadonlyMap<string, Counts>
  /** Surfaces of proper names only → times. */
  names: Counts
  roles: Counts
  /** What the articles call events and unnamed actors → their mentions other than pronouns. */
  labels: Counts
  /** Of an unnamed actor's first article: the country that it is about, and its outlet ('' where there is none). */
  home: Home
  readonly outlet: string
  /** Place among all profiles in the order of their references. */
  index: number
}

/** What resolution keeps of one extraction: no text, and nothing of its claims. */
export interface ResolvedDocument {
  /** Days since 1970 of the publication date; null when there is none. */
  readonly day: number | null
  /** Ids of the extraction's entities, and the profile and the number of mentions of each. */
  readonly locals: readonly string[]
  readonly profiles: readonly Profile[]
  /** Its headline, else its id: by the story unnamed actors are told apart. */
  readonly story: string
  readonly mentions: readonly number[]
}
