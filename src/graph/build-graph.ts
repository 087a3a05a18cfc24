import { MultiDirectedGraph } from 'graphology'
import type { Corpus, EdgeAttributes, GraphAttributes, HearsayGraph, NodeAttributes, ResolvedEntity } from '../types.ts'
import { distinct, firstAndLast } from '../util/summarise-evidence.ts'
import { type CollectedEdge, collectEdges } from './collect-edges.ts'
import { type CategoryOf, edgeAttributes } from './edge-attributes.ts'
import { layOut } from './lay-out.ts'
import { measure } from './measure.ts'
import { NODE_COLORS } from './palette.ts'

export type { HearsayGraph } from '../types.ts'

export interface BuildGraphOptions {
  /** Keep entities that take part in no claim; by default they stand in `entities.ndjson` alone. */
  readonly isolated?: boolean
}

/** Version of the form of `graph.json`. */
const FORM = '1'

const SMALLEST = 12
const LARGEST = 44

/**
 * Builds the graph of a corpus: a node for every entity that takes part in a claim, an edge for every (source,
 * predicate, target, negated) with all its evidence; measures, communities, positions, sizes and colours included.
 * The same corpus gives the same graph.
 */
export function buildGraph(corpus: Corpus, categoryOf: CategoryOf, options: BuildGraphOptions = {}): HearsayGraph {
  const graph: HearsayGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>()
  const edges = collectEdges(corpus)
  const documentsOf = claimedIn(edges)
  const kept = corpus.entities.filter(entity => options.isolated || documentsOf.has(entity.id))
  const documents = new Map(corpus.documents.map(({ text: _, ...information }) => [information.id, information]))
  for (const entity of kept.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const mentionedIn = new Set([...entity.mentions.map(({ doc }) => doc), ...(documentsOf.get(entity.id) ?? [])])
    const informations = [...mentionedIn].map(id => documents.get(id))
    const [first_seen, last_seen] = firstAndLast(informations.map(document => document?.published))
    graph.addNode(entity.id, {
      ...ofEntity(entity),
      documents: mentionedIn.size,
      outlets: distinct(informations.map(document => document?.outlet)),
      first_seen,
      last_seen,
    })
  }
  for (const edge of edges) {
    graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, edgeAttributes(edge, categoryOf))
  }
  graph.replaceAttributes({
    generator: 'hearsay',
    version: FORM,
    counts: {
      documents: corpus.documents.length,
      entities: corpus.entities.length,
      statements: corpus.statements.length,
      relations: corpus.relations.length,
      entities_without_claims: corpus.entities.filter(entity => !documentsOf.has(entity.id)).length,
    },
    documents: [...documents.values()],
  })
  measure(graph)
  setSizes(graph)
  layOut(graph)
  return graph
}

/** For everyone who takes part in a claim, as an end or as the one who makes it: the documents that carry it. */
function claimedIn(edges: readonly CollectedEdge[]): Map<string, Set<string>> {
  const documentsOf = new Map<string, Set<string>>()
  const note = (node: string, doc: string) => {
    const documents = documentsOf.get(node)
    if (documents) documents.add(doc)
    else documentsOf.set(node, new Set([doc]))
  }
  for (const { source, target, evidence } of edges) {
    for (const { doc, speaker } of evidence) {
      note(source, doc)
      note(target, doc)
      if (speaker !== null) note(speaker, doc)
    }
  }
  return documentsOf
}

function ofEntity(entity: ResolvedEntity): NodeAttributes {
  return {
    label: entity.name,
    entity_type: entity.type,
    aliases: [...entity.aliases],
    roles: [...entity.roles],
    namings: entity.namings.map(naming => ({ ...naming })),
    references: [...(entity.references ?? [])],
    mentions: entity.mentions.length,
    documents: 0,
    outlets: [],
    first_seen: null,
    last_seen: null,
    community: 0,
    pagerank: 0,
    degree: 0,
    betweenness: 0,
    x: 0,
    y: 0,
    size: SMALLEST,
    color: NODE_COLORS[entity.type],
  }
}

/** Area by importance: the evidence that a node takes part in, against the busiest node's. */
function setSizes(graph: HearsayGraph): void {
  const evidence = new Map<string, number>()
  graph.forEachEdge((_edge, { weight }, source, target) => {
    for (const node of [source, target]) evidence.set(node, (evidence.get(node) ?? 0) + weight)
  })
  let most = 1
  for (const count of evidence.values()) most = Math.max(most, count)
  graph.updateEachNodeAttributes((node, attributes) => {
    const share = Math.sqrt((evidence.get(node) ?? 0) / most)
    return { ...attributes, size: Math.round((SMALLEST + (LARGEST - SMALLEST) * share) * 10) / 10 }
  })
}
