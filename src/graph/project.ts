import { DirectedGraph, UndirectedGraph } from 'graphology'
import type { Topology } from './topology.ts'

interface Weighted {
  weight: number
}

/** A topology without parallel edges as graphology knows graphs; node n has the key `n`. */
export function asUndirected({ order, sources, targets, weights }: Topology): UndirectedGraph<object, Weighted> {
  const graph = new UndirectedGraph<object, Weighted>()
  for (let node = 0; node < order; node++) graph.addNode(node)
  for (let edge = 0; edge < sources.length; edge++)
    graph.addUndirectedEdgeWithKey(edge, sources[edge], targets[edge], { weight: weights[edge]! })
  return graph
}

/** As {@link asUndirected}, with directions. */
export function asDirected({ order, sources, targets, weights }: Topology): DirectedGraph<object, Weighted> {
  const graph = new DirectedGraph<object, Weighted>()
  for (let node = 0; node < order; node++) graph.addNode(node)
  for (let edge = 0; edge < sources.length; edge++)
    graph.addDirectedEdgeWithKey(edge, sources[edge], targets[edge], { weight: weights[edge]! })
  return graph
}
