/**
 * The records that flow from stage to stage. No logic here.
 *
 * Every offset is a UTF-16 offset into the document's text exactly as given, so `text.slice(start, end)`
 * is always the words on the page.
 */

import type { MultiDirectedGraph } from 'graphology'

/** Half-open `[start, end)` interval of UTF-16 offsets into a document's text. */
export type Span = readonly [start: number, end: number]

/** One article as it was given. */
export interface Document {
  /** Unique within a build; for files the path relative to the input without its extension. */
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly outlet?: string
  /** ISO 8601 date (`2016-12-13`) or date and time. */
  readonly published?: string
  readonly url?: string
  /** BCP 47 tag. */
  readonly language?: string
}

export type BlockKind =
  /** A paragraph of the article's own prose. */
  | 'text'
  /** A headline or sub-head: part of the article, but not prose. */
  | 'heading'
  /** "By Jane Doe", "Agencies contributed to this story." */
  | 'byline'
  /** The place (and date) that opens a wire story: "BEIRUT -". */
  | 'dateline'
  /** The words of a pull quote; its "- Name, role" line is `pull-quote-source`. */
  | 'pull-quote'
  | 'pull-quote-source'
  /** Picture or video captions and credits. */
  | 'caption'
  /** Everything else that the page put around the article. */
  | 'furniture'

/** A stretch of a document, never crossing a line of another kind. Blocks are in text order and do not overlap. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly kind: BlockKind
}

/** A quotation set apart from the prose, with the line that names its speaker. */
export interface PullQuote {
  readonly quote: Span
  readonly name: Span
  readonly role: Span | null
}

/** What `clean` makes of a document: which stretches are prose, and what the furniture tells. */
export interface CleanDocument {
  readonly document: Document
  readonly blocks: readonly Block[]
  readonly pullQuotes: readonly PullQuote[]
  /** ISO 8601 date: the document's own, or the one that stands on a line of its own on the page. */
  readonly published?: string
}

/** One Universal Dependencies word. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly form: string
  readonly lemma: string
  /** Penn Treebank tag as UD_English-EWT uses it (`NNP`, `VBD`, `HYPH`, …). */
  readonly tag: string
  /** Universal part of speech (`PROPN`, `VERB`, …). */
  readonly upos: string
  /** Index of the head within the sentence's `tokens`; -1 for the root. */
  readonly head: number
  /** Universal Dependencies relation with the subtypes the models know (`nsubj:pass`, `acl:relcl`, `obl:agent`, …). */
  readonly deprel: string
}

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
  /** Index into the clean document's `blocks`. */
  readonly block: number
}

/** What every stage after the parser reads. */
export interface Article extends CleanDocument {
  readonly sentences: readonly Sentence[]
  /** Words beside the prose (captions, datelines): names are read there, statements and relations are not. */
  readonly asides?: readonly Sentence[]
}

export type EntityType = 'person' | 'state' | 'group' | 'place' | 'event'
export type MentionKind = 'name' | 'nominal' | 'pronoun'

export interface Mention {
  readonly start: number
  readonly end: number
  readonly type: EntityType
  readonly kind: MentionKind
  /** Id of an entity of the same extraction. */
  readonly entity: string
}

/** An actor, place or event of one document. */
export interface Entity {
  /** Unique within the extraction (`e1`, `e2`, …). */
  readonly id: string
  readonly type: EntityType
  /** The fullest sensible form. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Titles and functions the text gives: "Turkish foreign ministry spokesman". */
  readonly roles: readonly string[]
  /**
   * Set where the article gives the name once, in words that might as well be read otherwise, and nobody there says or does
   * anything by it. `merge` keeps such an entity only where another article is sure of the name.
   */
  readonly doubtful?: true
  /**
   * Set where no wording says which one is meant ("analysts", "a spokesman", "the new deal") and the article does not follow
   * it, and where it only stands by and does nothing. `merge` leaves such an entity out.
   */
  readonly vague?: true
}

export type StatementType = 'direct' | 'indirect' | 'mixed'

/** Somebody says something. */
export interface Statement {
  readonly speaker: string | null
  /** The words that name the speaker. */
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly type: StatementType
  readonly addressee: string | null
  /** Entities that the content speaks of. */
  readonly about: readonly string[]
}

export type Modality = 'actual' | 'planned' | 'possible' | 'demanded'

/** Somebody does something to somebody, as this document or one of its speakers has it. */
export interface Relation {
  readonly subject: string
  readonly predicate: string
  readonly object: string
  /** The words that carry the predicate; null for relations read from structure alone (apposition, possessive). */
  readonly trigger: Span | null
  readonly sentence: Span
  readonly negated: boolean
  readonly modality: Modality
  /** The speaker whose claim this is; null when the article itself says so. */
  readonly assertedBy: string | null
  /** CAMEO code. */
  readonly code: string | null
  /** ISO 8601 date or interval (`2016-12-13`, `2016-12-01/2016-12-10`). */
  readonly time: string | null
}

/** One line of `extractions.ndjson`: all that is read from one document, and the document itself. */
export interface Extraction {
  readonly id: string
  readonly document: Omit<Document, 'id'>
  readonly entities: readonly Entity[]
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly relations: readonly Relation[]
}

/** How one outlet words an entity. */
export interface Naming {
  readonly alias: string
  /** Null where the document names no outlet. */
  readonly outlet: string | null
  readonly count: number
}

/** One actor, place or event across all documents: one line of `entities.ndjson`. */
export interface ResolvedEntity {
  /** `<type letter>:<slug>`, stable for the same input; never a bare name. */
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly namings: readonly Naming[]
  /** What `judgements.json` may call it; see `docs/resolution.md`. Absent in corpora that were not made by `resolve`. */
  readonly references?: readonly string[]
  readonly mentions: readonly { readonly doc: string; readonly start: number; readonly end: number }[]
}

/** Where a claim stands: the sentence, and the article around it. */
export interface Evidence {
  readonly doc: string
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
  readonly title: string | null
  /** Offsets of the sentence (for quotations: of all that the quotation and its cue span) in the document. */
  readonly span: Span
  readonly text: string
}

/** One line of `statements.ndjson`: a statement with entity ids of `entities.ndjson`. */
export interface ResolvedStatement extends Statement {
  readonly id: string
  readonly evidence: Evidence
}

/** One line of `relations.ndjson`: a relation with entity ids of `entities.ndjson`. */
export interface ResolvedRelation extends Relation {
  readonly id: string
  readonly evidence: Evidence
}

/** What `merge` makes of many extractions, before it becomes a graph. */
export interface Corpus {
  readonly documents: readonly Document[]
  readonly entities: readonly ResolvedEntity[]
  readonly statements: readonly ResolvedStatement[]
  readonly relations: readonly ResolvedRelation[]
  /** Id of a document that copies another → id of the earliest that has its text. Absent where nobody has looked. */
  readonly originals?: ReadonlyMap<string, string>
}

/**
 * Gives the bytes of a file under `src/data` (`model/language.bin`). Node reads from disk, a browser from what was
 * bundled; the rooms only parse, so that the same code runs in both.
 */
export type OpenData = (path: string) => Uint8Array

/** One piece of evidence of an edge, in `graph.json`. Title and URL of its document stand in the graph's `documents`. */
export interface EdgeEvidence {
  /** Id of the line in `relations.ndjson` or `statements.ndjson`. */
  readonly id: string
  /** `relation`, or `statement` for the `said` and `told` edges that quotations give. */
  readonly from: 'relation' | 'statement'
  readonly doc: string
  readonly outlet: string | null
  readonly published: string | null
  /** Offsets of the sentence in the document; `text` is what stands there. All further spans are document offsets too. */
  readonly span: Span
  readonly text: string
  /** The words that carry the predicate; for statements the cue ("said"). */
  readonly trigger: Span | null
  /** Where the sentence names the edge's source. */
  readonly subject: Span | null
  /** Where the sentence names the edge's target. */
  readonly object: Span | null
  /** Spans of the words said; for statements only. */
  readonly quote: readonly Span[] | null
  /** Node key of whoever claims this; null when the article itself does. */
  readonly speaker: string | null
  readonly modality: Modality
  readonly negated: boolean
  readonly time: string | null
}

/** Node of the graph: one actor, place or event. Its key is the entity's id. */
export interface NodeAttributes {
  label: string
  entity_type: EntityType
  aliases: string[]
  roles: string[]
  namings: Naming[]
  /** What `judgements.json` may call it; in `graph.json` alone. */
  references: string[]
  /** How often the articles name it. */
  mentions: number
  /** In how many articles. */
  documents: number
  /** As many of these articles as are no copies of one another: an agency's story in five outlets counts once. */
  independent_sources: number
  outlets: string[]
  /** Days of publication, `2016-12-13`; null where no article is dated. */
  first_seen: string | null
  last_seen: string | null
  /** 0 is the largest community. */
  community: number
  /** Sums to 1 over the graph. */
  pagerank: number
  /** Edges in and out. */
  degree: number
  /** 0 to 1; a sample's estimate in big graphs. */
  betweenness: number
  x: number
  y: number
  size: number
  /** `#rrggbb`, by type. */
  color: string
}

/** Edge of the graph: all evidence for one (source, predicate, target, negated). */
export interface EdgeAttributes {
  /** The predicate, `negotiated_with`. */
  kind: string
  /** For people, `negotiated with`; `did not attack` when negated. */
  label: string
  category: string
  /** Pieces of evidence. */
  weight: number
  negated: boolean
  /** The firmest that any evidence has: actual, then planned, possible, demanded. */
  modality: Modality
  /** Node keys of the speakers who claim this, the most frequent first. */
  asserted_by: string[]
  /** How many pieces of evidence an article states in its own voice. */
  own_voice: number
  outlets: string[]
  /** In how many articles. */
  documents: number
  /** The same number as `documents`, beside `independent_sources`. */
  articles: number
  /** As many of these articles as are no copies of one another: an agency's story in five outlets counts once. */
  independent_sources: number
  first_seen: string | null
  last_seen: string | null
  cameo: string | null
  /** `#rrggbb`, by category. */
  color: string
  evidence: EdgeEvidence[]
}

/** A document without its text. */
export interface DocumentInfo extends Omit<Document, 'text'> {
  /** Id of the earliest article whose text this one copies; absent in originals. */
  readonly copy_of?: string
}

export interface GraphAttributes {
  generator: string
  version: string
  /** Counts over the corpus, also of what has no edge. */
  counts: {
    documents: number
    entities: number
    statements: number
    relations: number
    entities_without_claims: number
  }
  documents: DocumentInfo[]
}

/** An edge's attributes without its evidence. */
export type BareEdgeAttributes = Omit<EdgeAttributes, 'evidence'>

/** A graph that is read record by record, in order, and as often as wanted: it need not be in memory. */
export interface GraphRecords {
  readonly attributes: GraphAttributes
  /** How many nodes there are. */
  readonly order: number
  /** How many edges there are. */
  readonly size: number
  readonly nodes: () => Iterable<{ readonly key: string; readonly attributes: NodeAttributes }>
  readonly edges: () => Iterable<{
    readonly key: string
    readonly source: string
    readonly target: string
    readonly attributes: BareEdgeAttributes
    readonly evidence: () => EdgeEvidence[]
    /** Each piece as JSON, which costs less where that is how it is kept. */
    readonly evidenceJson: () => readonly string[]
  }>
  /** What a node is called, given its key. */
  readonly labelOf: (node: string) => string
}

export type HearsayGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>
