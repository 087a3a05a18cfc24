import type { UndirectedGraph } from 'graphology'
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js'

/** Edges looked at in one run; about a second. Graphs of up to some 4,000 nodes and as many edges are computed whole. */
const BUDGET = 20_000_000

const FEWEST_PIVOTS = 32

/**
 * Betweenness of every node, 0 to 1, over unweighted paths. Where all sources would cost more than the budget, evenly
 * spaced nodes stand for all and the result is an estimate.
 *
 * Source: U. Brandes, A faster algorithm for betweenness centrality (2001); U. Brandes, C. Pich, Centrality estimation
 * in large networks (2007).
 */
export function betweenness(graph: UndirectedGraph, budget = BUDGET): Map<string, number> {
  const nodes = graph.nodes()
  const order = nodes.length
  const total = new Float64Array(order)
  if (order > 2) {
    const pivots = Math.min(order, Math.max(FEWEST_PIVOTS, Math.floor(budget / (order + 2 * graph.size))))
    const brandes = createUnweightedIndexedBrandes(graph)
    for (let i = 0; i < pivots; i++) accumulate(brandes, Math.floor((i * order) / pivots), total)
    const scale = order / pivots / ((order - 1) * (order - 2))
    for (let i = 0; i < order; i++) total[i]! *= scale
  }
  // The index numbers nodes in the graph's own order.
  return new Map(nodes.map((node, i) => [node, Math.min(1, total[i]!)]))
}

/** Adds what the shortest paths from one source give every node on them. */
function accumulate(
  brandes: ReturnType<typeof createUnweightedIndexedBrandes>,
  source: number,
  total: Float64Array,
): void {
  const [stack, predecessors, paths] = brandes(source)
  const dependency = new Float64Array(total.length)
  while (stack.size > 0) {
    const node = stack.pop()!
    const share = (1 + dependency[node]!) / paths[node]!
    for (const before of predecessors[node]!) dependency[before]! += paths[before]! * share
    if (node !== source) total[node]! += dependency[node]!
  }
}
