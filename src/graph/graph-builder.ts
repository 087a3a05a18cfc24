import { MultiDirectedGraph } from 'graphology'
import type {
  DocumentInfo,
  EdgeAttributes,
  EdgeEvidence,
  GraphAttributes,
  HearsayGraph,
  NodeAttributes,
  ResolvedEntity,
  ResolvedRelation,
  ResolvedStatement,
} from '../types.ts'
import { IntRows } from '../util/int-rows.ts'
import { countOriginals, distinct, firstAndLast, originalsOf } from '../util/summarise-evidence.ts'
import { type CategoryOf, edgeAttributes } from './edge-attributes.ts'
import { type Edge, EdgeCollector, type EvidenceStore, evidenceInMemory } from './edge-collector.ts'
import { layOut } from './lay-out.ts'
import type { MentionSpans } from './locate-mention.ts'
import { measure } from './measure.ts'
import { NODE_COLORS } from './palette.ts'

export interface GraphBuilderOptions {
  /** Keep entities that take part in no claim; by default they stand in `entities.ndjson` alone. */
  readonly isolated?: boolean
  /** Where evidence is kept while the graph is made; in memory by default. */
  readonly evidence?: EvidenceStore
  /** Leave `evidence` of the edges empty, for graphs whose evidence is larger than the memory; `evidenceOf` tells it. */
  readonly bare?: boolean
  /** Whether an id is one of the corpus's entities; claims of others are left out. */
  readonly isKnown?: (entity: string) => boolean
}

/** Version of the form of `graph.json`. */
const FORM = '1'

const SMALLEST = 12
const LARGEST = 44

/**
 * Builds the graph of a corpus as its documents and then its entities come in, so that neither need be in memory at
 * once. The same corpus gives the same graph.
 */
export class GraphBuilder {
  readonly #graph: HearsayGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>()
  readonly #categoryOf: CategoryOf
  readonly #options: GraphBuilderOptions
  readonly #evidence: EvidenceStore
  readonly #edges: EdgeCollector
  readonly #documents: DocumentInfo[] = []
  readonly #placeOf = new Map<string, number>()
  /** For everyone who takes part in a claim, as an end or as the one who makes it: a number, and the documents that carry it. */
  readonly #claimants = new Map<string, number>()
  readonly #claims = new IntRows(2)
  readonly #counts = { entities: 0, statements: 0, relations: 0, withoutClaims: 0 }

  constructor(categoryOf: CategoryOf, options: GraphBuilderOptions = {}) {
    this.#categoryOf = categoryOf
    this.#options = options
    this.#evidence = options.evidence ?? evidenceInMemory()
    this.#edges = new EdgeCollector(this.#evidence, options.isKnown ?? (() => true))
  }

  /** Takes in one document with its claims. */
  addDocument(
    document: DocumentInfo,
    statements: readonly ResolvedStatement[],
    relations: readonly ResolvedRelation[],
    mentions: MentionSpans,
  ): void {
    const place = this.#documents.push(document) - 1
    this.#placeOf.set(document.id, place)
    this.#counts.statements += statements.length
    this.#counts.relations += relations.length
    const told = new Set<string>()
    this.#edges.addDocument(statements, relations, mentions, node => {
      if (told.has(node)) return
      told.add(node)
      let number = this.#claimants.get(node)
      if (number === undefined) this.#claimants.set(node, (number = this.#claimants.size))
      this.#claims.add(number, place)
    })
  }

  /** Completes the graph, once all documents and then all entities are in. */
  finish(): {
    graph: HearsayGraph
    /** Numbers of an edge's evidence in the store. */
    evidenceOf: (edge: string) => readonly number[]
  } {
    const { edges, evidenceOf } = this.#edges.finish()
    this.#addEdges(edges, evidenceOf)
    const { entities: all, statements, relations, withoutClaims } = this.#counts
    this.#graph.replaceAttributes({
      generator: 'hearsay',
      version: FORM,
      counts: {
        documents: this.#documents.length,
        entities: all,
        statements,
        relations,
        entities_without_claims: withoutClaims,
      },
      documents: this.#documents,
    })
    measure(this.#graph)
    setSizes(this.#graph)
    layOut(this.#graph)
    return { graph: this.#graph, evidenceOf }
  }

  /** Takes in the entities, in the order of their ids, once all documents are in. */
  addEntities(entities: Iterable<ResolvedEntity>): void {
    const originalOf = originalsOf(this.#documents)
    const claimsOf = this.#claims.byFirst(this.#claimants.size)
    for (const entity of entities) {
      this.#counts.entities++
      const number = this.#claimants.get(entity.id)
      if (number === undefined) {
        this.#counts.withoutClaims++
        if (!this.#options.isolated) continue
      }
      const mentionedIn = new Set(entity.mentions.map(({ doc }) => doc))
      if (number !== undefined)
        for (const row of claimsOf(number)) mentionedIn.add(this.#documents[this.#claims.get(row, 1)]!.id)
      const documents = [...mentionedIn].map(id => this.#documents[this.#placeOf.get(id) ?? -1])
      const [first_seen, last_seen] = firstAndLast(documents.map(document => document?.published))
      this.#graph.addNode(entity.id, {
        ...ofEntity(entity),
        documents: mentionedIn.size,
        independent_sources: countOriginals(mentionedIn, originalOf),
        outlets: distinct(documents.map(document => document?.outlet)),
        first_seen,
        last_seen,
      })
    }
  }

  #addEdges(edges: readonly Edge[], evidenceOf: (key: string) => readonly number[]): void {
    const originalOf = originalsOf(this.#documents)
    for (const edge of edges) {
      const evidence: EdgeEvidence[] = evidenceOf(edge.key).map(number => this.#evidence.get(number))
      const attributes = edgeAttributes(edge, evidence, this.#categoryOf, originalOf)
      if (this.#options.bare) attributes.evidence = []
      this.#graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, attributes)
    }
  }
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
    independent_sources: 0,
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
