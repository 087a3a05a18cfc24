import { seededRandom } from '../util/seeded-random.ts'
import { louvain, pagerank } from './algorithms.ts'
import { betweenness } from './betweenness.ts'
import { asDirected, asUndirected } from './project.ts'
import { type Topology, withoutParallels } from './topology.ts'

const SEED = 20161213

/** What the measures say of each node, by its number. */
export interface Measures {
  readonly community: Int32Array
  readonly pagerank: Float64Array
  /** Edges in and out. */
  readonly degree: Int32Array
  readonly betweenness: Float64Array
}

/**
 * Community, PageRank, degree and betweenness of every node. Communities are Louvain's, on the graph without directions,
 * numbered from the largest; PageRank follows the edges by weight, so that who is much spoken of and acted upon ranks high.
 * Each works on a graph of its own that is given up before the next, so that memory is bounded by one of them.
 *
 * Source: V. Blondel et al., Fast unfolding of communities in large networks (2008); L. Page et al., The PageRank
 * citation ranking (1999).
 */
export function measure(topology: Topology): Measures {
  const undirected = withoutParallels(topology, false)
  return {
    community: numberBySize(communitiesOf(undirected)),
    pagerank: ranksOf(topology).map(significant),
    degree: degreesOf(topology),
    betweenness: betweenness(undirected).map(significant),
  }
}

function communitiesOf(topology: Topology): Int32Array {
  if (topology.order === 0) return new Int32Array(0)
  const found = louvain(asUndirected(topology), { getEdgeWeight: 'weight', rng: seededRandom(SEED) })
  return Int32Array.from({ length: topology.order }, (_, node) => found[node]!)
}

function ranksOf(topology: Topology): Float64Array {
  if (topology.order === 0) return new Float64Array(0)
  const directed = asDirected(withoutParallels(topology, true))
  const found = pagerank(directed, { getEdgeWeight: 'weight', maxIterations: 1000 })
  return Float64Array.from({ length: topology.order }, (_, node) => found[node]!)
}

function degreesOf({ order, sources, targets }: Topology): Int32Array {
  const degree = new Int32Array(order)
  for (const ends of [sources, targets]) for (const node of ends) degree[node]!++
  return degree
}

/** Five significant digits: the last bits of a sum are nobody's information. */
function significant(value: number): number {
  return Number(value.toPrecision(5))
}

/** Louvain's numbers are arbitrary; 0 becomes the largest community, equals go by their first node. */
function numberBySize(community: Int32Array): Int32Array {
  const members = new Map<number, number>()
  for (const each of community) members.set(each, (members.get(each) ?? 0) + 1)
  // Maps keep the order of setting, and sorting keeps the order of equals.
  const ordered = [...members].sort((a, b) => b[1] - a[1])
  const numbers = new Map(ordered.map(([each], number) => [each, number]))
  return community.map(each => numbers.get(each)!)
}
