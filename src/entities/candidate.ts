import type { EntityType, MentionKind } from '../types.ts'
import type { Denotation } from '../util/nominal-lexicon.ts'
import type { Tree } from '../util/tree.ts'

export type Gender = 'male' | 'female' | 'neuter'
export type GrammaticalNumber = 'singular' | 'plural'

/** A stretch of text that may mention an entity, with what the sentence tells of it. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly kind: MentionKind
  readonly type: EntityType
  /** Index of the sentence in the article. */
  readonly sentence: number
  readonly tree: Tree
  /** Index of the head token. */
  readonly head: number
  /** The words as they stand. */
  readonly text: string
  /** The words as `nameForm` makes them. */
  readonly form: string
  readonly gender: Gender | null
  readonly number: GrammaticalNumber | null
  /** What a common noun denotes; null for names and pronouns, and for persons by their role. */
  readonly denotation: Denotation | null
  /** Lower-case lemma of the head noun, with what makes it a compound ("prime minister"). */
  readonly noun: string
  readonly definite: boolean
  /** Country codes, names and telling words that qualify the head: whose army, which council. */
  readonly qualifiers: readonly string[]
  /** By how much the tagger prefers this name to other readings of its words; absent where no tagger was asked. */
  readonly margin?: number
  /** Whether it stands between quotation marks. */
  readonly quoted: boolean
}

/** Candidates that mention one thing, in text order. */
export interface Chain {
  type: EntityType
  readonly candidates: Candidate[]
  readonly roles: Set<string>
}
