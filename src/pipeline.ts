import { clean } from './clean/clean.ts'
import { addQuotedPronouns } from './entities/add-quoted-pronouns.ts'
import { dropIdle } from './entities/drop-idle.ts'
import { findEntities } from './entities/find-entities.ts'
import { type EntityResources, loadEntityResources } from './entities/resources.ts'
import { buildGraph, type HearsayGraph } from './graph/build-graph.ts'
import { type Language, loadLanguage } from './language/index.ts'
import { findRelations } from './relations/find-relations.ts'
import { categoryOf, loadOntology, type Ontology } from './relations/load-ontology.ts'
import { type Judgement, loadResolveResources, type ResolveResources, resolve } from './resolve/resolve.ts'
import { findStatements } from './statements/find-statements.ts'
import { loadStatementResources, type StatementResources } from './statements/resources.ts'
import type { Article, Block, BlockKind, Corpus, Document, Extraction, OpenData } from './types.ts'

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
    ...cleaned,
    sentences: resources.language.analyse(document.text, cleaned.blocks),
    asides: resources.language.analyse(document.text, cleaned.blocks.map(asProse)),
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
    ...cast,
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
  const resolved = await stage('resolve', () => resolve(extractions, { resources: resources.resolve, judgements }))
  const predicates = categoryOf(resources.ontology)
  // Extractions may come from another ontology than the one at hand.
  const unknown = (predicate: string) => ({ category: 'other', label: predicate.replaceAll('_', ' '), cameo: null })
  const graph = stage('graph', () =>
    buildGraph(resolved.corpus, predicate => predicates.get(predicate) ?? unknown(predicate)),
  )
  return { ...resolved, graph }
}
