import { neighboursOf, type Topology } from './topology.ts'

/** Edges looked at in one run; about a second. Graphs of up to some 4,000 nodes and as many edges are computed whole. */
const BUDGET = 20_000_000

const FEWEST_PIVOTS = 32

/**
 * Betweenness of every node, 0 to 1, over unweighted paths without directions. Where all sources would cost more than the
 * budget, evenly spaced nodes stand for all and the result is an estimate.
 *
 * Source: U. Brandes, A faster algorithm for betweenness centrality (2001); U. Brandes, C. Pich, Centrality estimation
 * in large networks (2007).
 *
 * @param topology without parallel edges
 */
export function betweenness(topology: Topology, budget = BUDGET): Float64Array {
  const { order, sources } = topology
  const total = new Float64Array(order)
  if (order <= 2) return total
  const pivots = Math.min(order, Math.max(FEWEST_PIVOTS, Math.floor(budget / (order + 2 * sources.length))))
  const accumulate = accumulator(topology, total)
  for (let i = 0; i < pivots; i++) accumulate(Math.floor((i * order) / pivots))
  const scale = order / pivots / ((order - 1) * (order - 2))
  return total.map(sum => Math.min(1, sum * scale))
}

/** Adds what the shortest paths from one source give every node on them. Nothing is allocated a source. */
function accumulator(topology: Topology, total: Float64Array): (source: number) => void {
  const { order } = topology
  const { starts, list } = neighboursOf(topology)
  /** Nodes in the order in which they are reached. */
  const reached = new Int32Array(order)
  const distance = new Int32Array(order)
  /** Numbers of shortest paths from the source; they grow beyond whole numbers of four bytes. */
  const paths = new Float64Array(order)
  const dependency = new Float64Array(order)
  return source => {
    distance.fill(-1)
    paths.fill(0)
    dependency.fill(0)
    distance[source] = 0
    paths[source] = 1
    reached[0] = source
    let count = 1
    for (let at = 0; at < count; at++) {
      const node = reached[at]!
      const next = distance[node]! + 1
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const neighbour = list[i]!
        if (distance[neighbour] === -1) {
          distance[neighbour] = next
          reached[count++] = neighbour
        }
        if (distance[neighbour] === next) paths[neighbour]! += paths[node]!
      }
    }
    while (count > 1) {
      const node = reached[--count]!
      const share = (1 + dependency[node]!) / paths[node]!
      const before = distance[node]! - 1
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const neighbour = list[i]!
        if (distance[neighbour] === before) dependency[neighbour]! += paths[neighbour]! * share
      }
      total[node]! += dependency[node]!
    }
  }
}
