import { clean } from './clean/clean.ts'
import { MentionTable } from './corpus/mention-table.ts'
import { NearCopies, type Originals } from './corpus/near-copies.ts'
import { addQuotedPronouns } from './entities/add-quoted-pronouns.ts'
import { dropIdle } from './entities/drop-idle.ts'
import { findEntities } from './entities/find-entities.ts'
import { type EntityResources, loadEntityResources } from './entities/resources.ts'
import { settleVague } from './entities/settle-vague.ts'
import { buildGraph, type HearsayGraph } from './graph/build-graph.ts'
import type { CategoryOf } from './graph/edge-attributes.ts'
import { GraphBuilder } from './graph/graph-builder.ts'
import type { GraphStores } from './graph/record-store.ts'
import { type Language, loadLanguage } from './language/index.ts'
import { findRelations } from './relations/find-relations.ts'
import { categoryOf, loadOntology, type Ontology } from './relations/load-ontology.ts'
import {
  type AssembledDocument,
  assembleCorpus,
  type ExtractionSource,
  type Judgement,
  loadResolveResources,
  type Resolution,
  type ResolveResources,
  resolveFrom,
  sourceOf,
} from './resolve/resolve.ts'
import { findStatements } from './statements/find-statements.ts'
import { loadStatementResources, type StatementResources } from './statements/resources.ts'
import type {
  Article,
  Block,
  BlockKind,
  Corpus,
  Document,
  Extraction,
  GraphRecords,
  OpenData,
  ResolvedEntity,
  Span,
} from './types.ts'

/** What `merge` reads besides extractions. */
export interface MergeResources {
  readonly ontology: Ontology
  readonly resolve: ResolveResources
}

/** Models, lexicons and the ontology; loaded once, read by every document. */
export interface Resources extends MergeResources {
  readonly language: Language
  readonly entities: EntityResources
  readonly statements: StatementResources
}

/**
 * Loads everything the pipeline reads besides articles.
 *
 * @param open opens files of `src/data`
 * @param ontology rows of the user's own, added to those that ship
 * @throws HearsayError for an ontology row that does not hold, naming it
 */
export function loadResources(open: OpenData, ontology: readonly unknown[] = []): Resources {
  return {
    ...loadMergeResources(open, ontology),
    language: loadLanguage(open),
    entities: loadEntityResources(open),
    statements: loadStatementResources(open),
  }
}

/** The part of the resources that `merge` needs; no language model among them. */
export function loadMergeResources(open: OpenData, ontology: readonly unknown[] = []): MergeResources {
  return { ontology: loadOntology(open, ontology), resolve: loadResolveResources(open) }
}

const ASIDES: ReadonlySet<BlockKind> = new Set(['caption', 'dateline'])
/** Has the analysis read what stands beside the prose, and nothing else; the blocks keep their places. */
const asProse = (block: Block): Block => ({ ...block, kind: ASIDES.has(block.kind) ? 'text' : 'furniture' })

/** Does the work of a stage; whoever passes one can time it. */
export type RunStage = <Result>(stage: string, work: () => Result) => Result
const run: RunStage = (_stage, work) => work()

/** One document in, all that is read from it out. Keeps nothing between documents. */
export function extract(document: Document, resources: Resources, stage: RunStage = run): Extraction {
  const cleaned = stage('clean', () => clean(document))
  const article: Article = stage('language', () => ({
    sentences: resources.language.analyse(document.text, cleaned.blocks),
    asides: resources.language.analyse(document.text, cleaned.blocks.map(asProse)),
    // Last: V8 makes a hidden class for each object that gets properties after a spread, and nothing fast of its reader.
    ...cleaned,
  }))
  const { entities, mentions: named } = stage('entities', () => findEntities(article, resources.entities))
  const statements = stage('statements', () => findStatements(article, entities, named, resources.statements))
  const mentions = addQuotedPronouns(article, entities, named, statements)
  const relations = stage('relations', () => findRelations(article, entities, mentions, statements, resources.ontology))
  const cast = dropIdle(entities, mentions, statements, relations)
  const kept = new Set(cast.entities.map(entity => entity.id))
  const { id, ...rest } = document
  const published = document.published ?? cleaned.published
  return {
    id,
    document: { ...rest, ...(published === undefined ? {} : { published }) },
    entities: settleVague(document.text, cast.entities, cast.mentions, statements, relations),
    mentions: cast.mentions,
    statements: statements.map(statement => ({ ...statement, about: statement.about.filter(each => kept.has(each)) })),
    relations,
  }
}

export interface Merged {
  readonly corpus: Corpus
  readonly graph: HearsayGraph
  /** Every decision about who is who, the given ones first; see `docs/resolution.md`. */
  readonly judgements: readonly Judgement[]
}

/** Many extractions in, one corpus and its graph out. Decisions of a person among `judgements` are honoured. */
export async function merge(
  extractions: Iterable<Extraction> | AsyncIterable<Extraction>,
  resources: MergeResources,
  judgements: readonly Judgement[] = [],
  stage: RunStage = run,
): Promise<Merged> {
  const source = await sourceOf(extractions)
  const { resolution, originals } = stage('resolve', () => resolveAll(source, resources, judgements))
  const corpus: Corpus = { ...assembleCorpus(source, resolution), originals }
  const graph = stage('graph', () => buildGraph(corpus, categories(resources)))
  return { corpus, judgements: resolution.judgements, graph }
}

/** Takes the records of a corpus that is larger than the memory, one after the other. */
export interface MergeSink {
  /** Where the graph's records are kept; they are read from there until the graph is done with. */
  readonly stores: GraphStores
  /** Told of each document in the order of their ids, with the mentions of resolved entities in it. */
  readonly onDocument: (assembled: AssembledDocument, mentions: ReadonlyMap<string, readonly Span[]>) => void
  /** Told of each entity in the order of their ids, after the documents. */
  readonly onEntity: (entity: ResolvedEntity) => void
}

/** What {@link mergeFrom} gives. */
export interface MergedGraph {
  readonly graph: GraphRecords
  readonly judgements: readonly Judgement[]
}

/**
 * {@link merge} for corpora of any size: extractions are read anew whenever they are needed, records are handed on as they
 * are made, and what stays in memory is names, counts and who is linked with whom. The graph is the same.
 */
export function mergeFrom(
  source: ExtractionSource,
  resources: MergeResources,
  judgements: readonly Judgement[],
  sink: MergeSink,
  stage: RunStage = run,
): MergedGraph {
  const builder = new GraphBuilder(categories(resources), { stores: sink.stores })
  const decided = recordsInto(builder, source, resources, judgements, sink, stage)
  // What was known of names is garbage from here on, and gives its memory to the graph.
  return { graph: stage('graph', () => builder.finish()), judgements: decided }
}

/** Resolves, and hands all records to the builder and the sink; gives the decisions. */
function recordsInto(
  builder: GraphBuilder,
  source: ExtractionSource,
  resources: MergeResources,
  judgements: readonly Judgement[],
  sink: MergeSink,
  stage: RunStage,
): readonly Judgement[] {
  const { resolution, originals } = stage('resolve', () => resolveAll(source, resources, judgements))
  stage('assemble', () => {
    const mentions = assembleInto(builder, source, resolution, originals, sink)
    function* entities(): Generator<ResolvedEntity> {
      for (const place of resolution.entities.keys()) {
        const entity = resolution.describe(place, mentions(place))
        sink.onEntity(entity)
        yield entity
      }
    }
    builder.addEntities(entities())
  })
  return resolution.judgements
}

const categories = ({ ontology }: MergeResources): CategoryOf => {
  const predicates = categoryOf(ontology)
  // Extractions may come from another ontology than the one at hand.
  const unknown = (predicate: string) => ({ category: 'other', label: predicate.replaceAll('_', ' '), cameo: null })
  return predicate => predicates.get(predicate) ?? unknown(predicate)
}

/** Decides who is who, and which article copies which. */
function resolveAll(
  source: ExtractionSource,
  resources: MergeResources,
  judgements: readonly Judgement[],
): { resolution: Resolution; originals: Originals } {
  const copies = new NearCopies()
  const resolution = resolveFrom(source, { resources: resources.resolve, judgements }, ({ id, document }) => {
    const { blocks } = clean({ ...document, id })
    const prose = blocks.filter(({ kind }) => kind === 'text').map(({ start, end }) => document.text.slice(start, end))
    copies.add(id, document.published, prose.join('\n'))
  })
  return { resolution, originals: copies.find() }
}

/** Hands every document to the builder and the sink; gives the mentions of each entity, which only then are all known. */
function assembleInto(
  builder: GraphBuilder,
  source: ExtractionSource,
  resolution: Resolution,
  originals: Originals,
  sink: MergeSink,
): (entity: number) => ResolvedEntity['mentions'] {
  const table = new MentionTable()
  const ids: string[] = []
  for (let place = 0; place < source.size; place++) {
    const assembled = resolution.assemble(place)
    const spans = new Map<string, Span[]>()
    for (const { entity: local, start, end } of assembled.extraction.mentions) {
      const entity = resolution.entityOf(place, local)
      if (entity === undefined) continue
      table.add(entity, place, start, end)
      const { id } = resolution.entities[entity]!
      const own = spans.get(id)
      if (own) own.push([start, end])
      else spans.set(id, [[start, end]])
    }
    const { text: _, ...document } = assembled.document
    const original = originals.get(document.id)
    const information = original === undefined ? document : { ...document, copy_of: original }
    builder.addDocument(information, assembled.statements, assembled.relations, spans)
    sink.onDocument(assembled, spans)
    ids.push(document.id)
  }
  return table.byEntity(resolution.entities.length, ids)
}
