import type { EntityType } from '../types.ts'
import type { Demonyms } from './demonyms.ts'

/**
 * Where a trigger's actor stands: `object`, `by`, `of/owner` …; a path leads from noun to noun.
 * See `docs/ontology.md` for the names.
 */
export type Slot = readonly string[]

/** One way in which a predicate is worded, compiled from a row's `triggers`. */
export interface Trigger {
  readonly row: Row
  readonly kind: 'verb' | 'noun' | 'role' | 'adjective' | 'adverb'
  /** Words besides the one the trigger is indexed under: a verb's particles after it, a noun's words before it. */
  readonly extra: readonly string[]
  /** Nouns (`control`, `peace talk`) of which the verb must govern one; with the preposition that it must have, if any. */
  readonly with: readonly GovernedNoun[]
  /** Tried in order, the first that yields an actor counts. */
  readonly subject: readonly Slot[]
  readonly object: readonly Slot[]
  readonly subjectTypes: ReadonlySet<EntityType>
  readonly objectTypes: ReadonlySet<EntityType>
  readonly subjectWords: ReadonlySet<string>
  readonly clauseVerbs: ReadonlySet<string>
  readonly code: string | null
  readonly armed: string | null
  readonly planned: string | null
  readonly refused: string | null
  readonly clause: 'infinitive' | 'any' | null
  readonly deed: 'harmless' | 'friendly' | 'hostile' | null
  readonly when: 'negated' | 'affirmed' | null
  /** True: only actors that do it jointly, to each other; false: never these. */
  readonly together: boolean | null
  readonly passive: boolean
  readonly participle: boolean
  readonly sameType: boolean
  /** Whether "A's tanks", "homes in B" may stand for A and B. */
  readonly owner: boolean
  /** Whether the verb may stand in a clause of purpose ("software to let people talk"). */
  readonly purpose: boolean
  /** No common noun may narrow the role ("stadium manager"). */
  readonly whole: boolean
  /** Its object must be an event that actors take part in. */
  readonly shared: boolean
  /** Both ends must have names. */
  readonly named: boolean
}

/** A noun with the words before it, and the preposition it must have (`under fire`). */
export interface GovernedNoun {
  readonly head: string
  readonly before: readonly string[]
  readonly preposition: string | null
}

export interface Row {
  readonly predicate: string
  readonly label: string
  readonly category: string
  readonly meaning: string
  readonly cameo: string | null
  readonly plover: string | null
  readonly symmetric: boolean
  readonly reciprocal: boolean
  readonly examples: readonly { readonly text: string; readonly gives: readonly string[] }[]
}

export type StructureName = "person's group" | 'owned group' | 'quarter of a place' | 'such as' | 'place in place'

export interface Ontology {
  /** Whether some trigger takes for an actor whoever spoke before, in another sentence too. */
  readonly answers: boolean
  readonly rows: readonly Row[]
  /** Triggers by the lemma that sets them off; a sentence pays only for the lemmas it holds. */
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>
  readonly structures: ReadonlyMap<StructureName, Row>
  /** Rows that read an event's own words, with the slots where its actors stand. */
  readonly eventRows: readonly { readonly row: Row; readonly slots: readonly Slot[] }[]
  readonly grammar: Grammar
  readonly demonyms: Demonyms
}

/** Words that carry grammar, not predicates; `src/data/ontology/grammar.json`. */
export interface Grammar {
  readonly support: ReadonlySet<string>
  readonly objectControl: ReadonlySet<string>
  readonly quantities: ReadonlySet<string>
  readonly organs: ReadonlySet<string>
  readonly armed: ReadonlySet<string>
  readonly claims: ReadonlySet<string>
  readonly denials: ReadonlySet<string>
  readonly past: ReadonlySet<string>
  readonly planning: ReadonlySet<string>
  readonly doubting: ReadonlySet<string>
  readonly demanding: ReadonlySet<string>
  readonly refusing: ReadonlySet<string>
  readonly negators: ReadonlySet<string>
  readonly quarters: ReadonlySet<string>
  /** Words that name a part of a body. */
  readonly units: ReadonlySet<string>
  /** Events that their owners and makers take part in. */
  readonly shared: ReadonlySet<string>
  /** Events that a state's name places, without making the state a party. */
  readonly territorial: ReadonlySet<string>
  /** Further events that actors take part in. */
  readonly gatherings: ReadonlySet<string>
  /** What nobody hurts by force. */
  readonly abstract: ReadonlySet<string>
  /** Predicates that are read only where the article tells of force. */
  readonly forceful: ReadonlySet<string>
  readonly sport: ReadonlySet<string>
  /** Words that sport does without. */
  readonly grave: ReadonlySet<string>
  /** Predicates that an article on sport means otherwise. */
  readonly games: ReadonlySet<string>
  /** Verb form → lemma. */
  readonly irregular: ReadonlyMap<string, string>
}
