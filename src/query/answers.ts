import type { EdgeEvidence, EntityType, Naming, NodeAttributes, StatementType } from '../types.ts'

/** An entity, as answers name it. */
export interface EntityRef {
  /** Key of its node, or id of the entity where it has none. */
  readonly key: string
  readonly label: string
  readonly type: EntityType
}

/** One entity that a name may mean. */
export interface Found extends EntityRef {
  /** The name or alias that matched. */
  readonly matched: string
  /** 1 for the same name, less for a part of it or a similar one; ties go to the more important entity. */
  readonly score: number
}

/** Evidence with what is known of the article. */
export interface Citation extends EdgeEvidence {
  readonly title: string | null
  readonly url: string | null
  /** Id of the earliest article whose text this one copies; null for originals. */
  readonly copyOf: string | null
  /** Whose claim it is; null when the article itself says so. */
  readonly claimedBy: EntityRef | null
}

/** One edge, with the evidence that the question allows. */
export interface Claim {
  readonly key: string
  readonly subject: EntityRef
  readonly predicate: string
  /** The predicate in words: "not attacked". */
  readonly label: string
  readonly category: string
  readonly cameo: string | null
  readonly object: EntityRef
  readonly negated: boolean
  /** How many articles the evidence stands in. */
  readonly articles: number
  /** As many of them as are no copies of one another. */
  readonly independentSources: number
  readonly evidence: readonly Citation[]
}

/** Somebody says something. */
export interface StatementAnswer {
  readonly id: string
  readonly speaker: EntityRef | null
  readonly addressee: EntityRef | null
  readonly about: readonly EntityRef[]
  /** Direct, indirect or mixed; null when the statement is only known from the edges of the graph. */
  readonly type: StatementType | null
  /** The words said, one string a stretch of them. */
  readonly quotes: readonly string[]
  readonly doc: string
  readonly outlet: string | null
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  /** The sentence or sentences that hold words, speaker and cue. */
  readonly text: string
}

/** All that is known of one entity. */
export interface EntityCard extends EntityRef {
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly namings: readonly Naming[]
  readonly mentions: number
  readonly documents: number
  /** As many of the documents as are no copies of one another. */
  readonly independentSources: number
  readonly outlets: readonly string[]
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  /** Measures and place in the graph. */
  readonly node: Readonly<NodeAttributes>
  /** Edges by predicate: how many pieces of evidence say so of it, and of others towards it. */
  readonly claims: readonly { readonly predicate: string; readonly out: number; readonly in: number }[]
}

export interface Neighbour {
  readonly entity: EntityRef
  /** Everything that links the two, in either direction. */
  readonly claims: readonly Claim[]
}

/** One way from one actor to another. */
export interface Path {
  /** The actors on the way, both ends included. */
  readonly entities: readonly EntityRef[]
  /** What links each to the next, in either direction: one list a step. */
  readonly steps: readonly (readonly Claim[])[]
}
