import { clean } from './clean/clean.ts'
import { addQuotedPronouns } from './entities/add-quoted-pronouns.ts'
import { dropIdle } from './entities/drop-idle.ts'
import { findEntities } from './entities/find-entities.ts'
import { type EntityResources, loadEntityResources } from './entities/resources.ts'
import { buildGraph, type HearsayGraph } from './graph/build-graph.ts'
import { type Language, loadLanguage } from './language/index.ts'
import { findRelations } from './relations/find-relations.ts'
import { categoryOf, loadOntology, type Ontology } from './relations/load-ontology.ts'
import { type Judgement, type ResolveOptions, resolve } from './resolve/resolve.ts'
import { findStatements } from './statements/find-statements.ts'
import { loadStatementResources, type StatementResources } from './statements/resources.ts'
import type { Article, Corpus, Document, Extraction, OpenData } from './types.ts'

/** Models, lexicons and the ontology; loaded once, read by every document. */
export interface Resources {
  readonly language: Language
  readonly entities: EntityResources
  readonly statements: StatementResources
  readonly ontology: Ontology
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
    language: loadLanguage(open),
    entities: loadEntityResources(open),
    statements: loadStatementResources(open),
    ontology: loadOntology(open, ontology),
  }
}

/** One document in, all that is read from it out. Keeps nothing between documents. */
export function extract(document: Document, resources: Resources): Extraction {
  const cleaned = clean(document)
  const article: Article = { ...cleaned, sentences: resources.language.analyse(document.text, cleaned.blocks) }
  const { entities, mentions: named } = findEntities(article, resources.entities)
  const statements = findStatements(article, entities, named, resources.statements)
  const mentions = addQuotedPronouns(article, entities, named, statements)
  const relations = findRelations(article, entities, mentions, statements, resources.ontology)
  const { id, ...rest } = document
  return {
    id,
    document: rest,
    ...dropIdle(entities, mentions, statements, relations),
    statements,
    relations,
  }
}

export interface Merged {
  readonly corpus: Corpus
  readonly graph: HearsayGraph
  /** Every decision about who is who, the given ones first; see `docs/resolution.md`. */
  readonly judgements: readonly Judgement[]
}

/** Many extractions in, one corpus and its graph out. */
export async function merge(
  extractions: Iterable<Extraction> | AsyncIterable<Extraction>,
  ontology: Ontology,
  options: ResolveOptions,
): Promise<Merged> {
  const { corpus, judgements } = await resolve(extractions, options)
  return { corpus, judgements, graph: buildGraph(corpus, categoryOf(ontology)) }
}
