import type { EntityType, Modality, Naming, Span } from '../../../src/types.ts'

/** A person, state, group, place or event: one node. */
export interface Actor {
  /** The node's key in the graph file. */
  readonly key: string
  readonly label: string
  readonly type: EntityType
  readonly aliases: readonly string[]
  readonly namings: readonly Naming[]
  readonly roles: readonly string[]
  /** What `judgements.json` may call it; empty where the graph does not say. */
  readonly references: readonly string[]
  readonly mentions: number
  readonly community: number
  readonly pagerank: number
  readonly betweenness: number | null
  readonly x: number
  readonly y: number
  /** The colour the graph file gives, or null. */
  readonly color: string | null
}

/** One sentence that bears a claim out. */
export interface Piece {
  /** Id of the line in `relations.ndjson` or `statements.ndjson`, where known. */
  readonly id: string | null
  /** Index into `Story.claims`. */
  readonly claim: number
  readonly doc: string
  /** Document whose text this one copies; its own where it copies none. */
  readonly original: string
  readonly outlet: string | null
  /** ISO 8601 day. */
  readonly day: string | null
  readonly url: string | null
  readonly title: string | null
  /** Offsets of `text` in the document. */
  readonly span: Span
  readonly text: string
  /** Offsets in the document of the words that carry the predicate. */
  readonly trigger: Span | null
  /** Offsets in the document of the words for the claim's two ends. */
  readonly subject: Span | null
  readonly object: Span | null
  /** Offsets in the document of what is said, for claims of speech. */
  readonly quote: readonly Span[]
  /** Key of the actor whose claim this is; null when the article itself says so. */
  readonly speaker: string | null
  readonly modality: Modality
  /** When it happened, as the sentence tells: ISO 8601 date or interval. */
  readonly time: string | null
}

/** Somebody does something to somebody: one edge. */
export interface Claim {
  readonly key: string
  /** Indices into `Story.actors`. */
  readonly source: number
  readonly target: number
  readonly predicate: string
  readonly label: string
  readonly category: string
  readonly negated: boolean
  readonly cameo: string | null
  readonly color: string | null
  readonly pieces: readonly Piece[]
}

/** The text of an article with what was found in it; only where the page carries it. */
export interface ArticleText {
  readonly id: string
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
  /** Start, end, key of the actor. */
  readonly mentions: readonly (readonly [number, number, string])[]
  readonly statements: readonly ArticleStatement[]
}

export interface ArticleStatement {
  readonly speaker: string | null
  readonly cue: Span | null
  readonly content: readonly Span[]
}

/** Everything the page shows. */
export interface Story {
  readonly actors: readonly Actor[]
  readonly claims: readonly Claim[]
  readonly pieces: readonly Piece[]
  readonly articles: ReadonlyMap<string, ArticleText>
  readonly actorIndex: ReadonlyMap<string, number>
  readonly claimIndex: ReadonlyMap<string, number>
  /** Claims that touch an actor, by the actor's index. */
  readonly claimsOf: readonly (readonly number[])[]
}

/** Adds the look-up tables to actors and claims. */
export function indexStory(
  actors: readonly Actor[],
  claims: readonly Claim[],
  articles: ReadonlyMap<string, ArticleText>,
): Story {
  const claimsOf: number[][] = actors.map(() => [])
  claims.forEach((claim, index) => {
    claimsOf[claim.source]?.push(index)
    if (claim.target !== claim.source) claimsOf[claim.target]?.push(index)
  })
  return {
    actors,
    claims,
    pieces: claims.flatMap(claim => claim.pieces),
    articles,
    actorIndex: new Map(actors.map((actor, index) => [actor.key, index])),
    claimIndex: new Map(claims.map((claim, index) => [claim.key, index])),
    claimsOf,
  }
}
