import type {
  DocumentInfo,
  GraphRecords,
  NodeAttributes,
  ResolvedEntity,
  ResolvedRelation,
  ResolvedStatement,
} from '../types.ts'
import { IntRows } from '../util/int-rows.ts'
import { countOriginals, distinct, firstAndLast, originalsOf } from '../util/summarise-evidence.ts'
import { type CategoryOf, edgeAttributes } from './edge-attributes.ts'
import { type Edge, EdgeCollector } from './edge-collector.ts'
import { layOut } from './lay-out.ts'
import type { MentionSpans } from './locate-mention.ts'
import { measure } from './measure.ts'
import { NODE_COLORS } from './palette.ts'
import { type GraphStores, storesInMemory } from './record-store.ts'
import type { Topology } from './topology.ts'

export interface GraphBuilderOptions {
  /** Keep entities that take part in no claim; by default they stand in `entities.ndjson` alone. */
  readonly isolated?: boolean
  /** Where nodes, edges and their evidence are kept; in memory by default. */
  readonly stores?: GraphStores
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
  readonly #categoryOf: CategoryOf
  readonly #options: GraphBuilderOptions
  readonly #stores: GraphStores
  readonly #edges: EdgeCollector
  readonly #documents: DocumentInfo[] = []
  /** Keys and labels of the nodes, by their number. */
  readonly #keys: string[] = []
  readonly #labels: string[] = []
  readonly #placeOf = new Map<string, number>()
  /** For everyone who takes part in a claim, as an end or as the one who makes it: a number, and the documents that carry it. */
  readonly #claimants = new Map<string, number>()
  readonly #claims = new IntRows(2)
  readonly #counts = { entities: 0, statements: 0, relations: 0, withoutClaims: 0 }

  constructor(categoryOf: CategoryOf, options: GraphBuilderOptions = {}) {
    this.#categoryOf = categoryOf
    this.#options = options
    this.#stores = options.stores ?? storesInMemory()
    this.#edges = new EdgeCollector(this.#stores.evidence, options.isKnown ?? (() => true))
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

  /** Completes the graph, once all documents and then all entities are in. Records are read from the stores, which must stay open. */
  finish(): GraphRecords {
    this.#claimants.clear()
    this.#placeOf.clear()
    const numberOf = new Map(this.#keys.map((key, number) => [key, number]))
    const { edges, evidenceOf } = this.#edges.finish()
    const topology = this.#addEdges(edges, evidenceOf, numberOf)
    const measures = measure(topology)
    const sizes = sizesOf(topology)
    const places = layOut(topology, sizes, measures.community)
    const { entities, statements, relations, withoutClaims: entities_without_claims } = this.#counts
    const documents = this.#documents
    const counts = { documents: documents.length, entities, statements, relations, entities_without_claims }
    const stores = this.#stores
    const [keys, labels] = [this.#keys, this.#labels]
    return {
      attributes: { generator: 'hearsay', version: FORM, counts, documents },
      order: keys.length,
      size: edges.length,
      *nodes() {
        for (const [number, key] of keys.entries()) {
          const attributes = {
            ...stores.nodes.get(number),
            community: measures.community[number]!,
            pagerank: measures.pagerank[number]!,
            degree: measures.degree[number]!,
            betweenness: measures.betweenness[number]!,
            x: places.x[number]!,
            y: places.y[number]!,
            size: sizes[number]!,
          }
          yield { key, attributes }
        }
      },
      *edges() {
        for (const [number, edge] of edges.entries()) {
          const { key, source, target } = edge
          yield {
            key,
            source,
            target,
            attributes: stores.edges.get(number),
            evidence: () => evidenceOf(edge).map(piece => stores.evidence.get(piece)),
            evidenceJson: () => evidenceOf(edge).map(piece => stores.evidence.json(piece)),
          }
        }
      },
      labelOf: key => labels[numberOf.get(key)!]!,
    }
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
      this.#keys.push(entity.id)
      this.#labels.push(entity.name)
      this.#stores.nodes.add({
        ...ofEntity(entity),
        documents: mentionedIn.size,
        independent_sources: countOriginals(mentionedIn, originalOf),
        outlets: distinct(documents.map(document => document?.outlet)),
        first_seen,
        last_seen,
      })
    }
  }

  /** Sums up the evidence of all edges; gives who is linked with whom. */
  #addEdges(
    edges: readonly Edge[],
    evidenceOf: (edge: Edge) => readonly number[],
    numberOf: ReadonlyMap<string, number>,
  ): Topology {
    const originalOf = originalsOf(this.#documents)
    const sources = new Int32Array(edges.length)
    const targets = new Int32Array(edges.length)
    const weights = new Int32Array(edges.length)
    for (const [number, edge] of edges.entries()) {
      const pieces = evidenceOf(edge).map(piece => this.#stores.evidence.get(piece))
      const { evidence, ...attributes } = edgeAttributes(edge, pieces, this.#categoryOf, originalOf)
      this.#stores.edges.add(attributes)
      sources[number] = numberOf.get(edge.source)!
      targets[number] = numberOf.get(edge.target)!
      weights[number] = evidence.length
    }
    return { order: this.#keys.length, sources, targets, weights }
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
function sizesOf({ order, sources, targets, weights }: Topology): Float64Array {
  const evidence = new Float64Array(order)
  for (const ends of [sources, targets]) for (const [edge, node] of ends.entries()) evidence[node]! += weights[edge]!
  const most = evidence.reduce((most, count) => Math.max(most, count), 1)
  return evidence.map(count => {
    const share = Math.sqrt(count / most)
    return Math.round((SMALLEST + (LARGEST - SMALLEST) * share) * 10) / 10
  })
}
