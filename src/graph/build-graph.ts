import { MultiDirectedGraph } from 'graphology'
import type {
  Corpus,
  EdgeAttributes,
  GraphAttributes,
  GraphRecords,
  HearsayGraph,
  NodeAttributes,
  ResolvedRelation,
  ResolvedStatement,
  Span,
} from '../types.ts'
import type { CategoryOf } from './edge-attributes.ts'
import { GraphBuilder } from './graph-builder.ts'

export type { HearsayGraph } from '../types.ts'

export interface BuildGraphOptions {
  /** Keep entities that take part in no claim; by default they stand in `entities.ndjson` alone. */
  readonly isolated?: boolean
}

/** What a corpus holds of one document. */
interface Claims {
  readonly statements: ResolvedStatement[]
  readonly relations: ResolvedRelation[]
  readonly mentions: Map<string, Span[]>
}

/**
 * Builds the graph of a corpus: a node for every entity that takes part in a claim, an edge for every (source,
 * predicate, target, negated) with all its evidence; measures, communities, positions, sizes and colours included.
 * The same corpus gives the same graph.
 */
export function buildGraph(corpus: Corpus, categoryOf: CategoryOf, options: BuildGraphOptions = {}): HearsayGraph {
  const known = new Set(corpus.entities.map(entity => entity.id))
  const builder = new GraphBuilder(categoryOf, { ...options, isKnown: id => known.has(id) })
  const claims = new Map<string, Claims>()
  const of = (doc: string): Claims => {
    let own = claims.get(doc)
    if (own === undefined) claims.set(doc, (own = { statements: [], relations: [], mentions: new Map() }))
    return own
  }
  for (const statement of corpus.statements) of(statement.evidence.doc).statements.push(statement)
  for (const relation of corpus.relations) of(relation.evidence.doc).relations.push(relation)
  for (const { id, mentions } of corpus.entities) {
    for (const { doc, start, end } of mentions) {
      const spans = of(doc).mentions.get(id)
      if (spans) spans.push([start, end])
      else of(doc).mentions.set(id, [[start, end]])
    }
  }
  for (const { text: _, ...document } of corpus.documents) {
    const { statements, relations, mentions } = of(document.id)
    const original = corpus.originals?.get(document.id)
    const information = original === undefined ? document : { ...document, copy_of: original }
    builder.addDocument(information, statements, relations, mentions)
  }
  builder.addEntities(corpus.entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  return toGraph(builder.finish())
}

function toGraph({ attributes, nodes, edges }: GraphRecords): HearsayGraph {
  const graph: HearsayGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>()
  graph.replaceAttributes(attributes)
  for (const node of nodes()) graph.addNode(node.key, node.attributes)
  for (const { key, source, target, attributes, evidence } of edges())
    graph.addDirectedEdgeWithKey(key, source, target, { ...attributes, evidence: evidence() })
  return graph
}
