import { DirectedGraph, UndirectedGraph } from 'graphology'
import type { HearsayGraph } from '../types.ts'

export interface Weighted {
  weight: number
}

/** The graph without parallel edges: one edge a pair, its weight the sum of theirs. Keys stay. */
export function projectUndirected(graph: HearsayGraph): UndirectedGraph<Record<string, never>, Weighted> {
  const simple = new UndirectedGraph<Record<string, never>, Weighted>()
  graph.forEachNode(node => void simple.addNode(node))
  graph.forEachEdge((_edge, { weight }, source, target) => {
    simple.updateEdge(source, target, old => ({ weight: (old.weight ?? 0) + weight }))
  })
  return simple
}

/** As {@link projectUndirected}, one edge a direction. */
export function projectDirected(graph: HearsayGraph): DirectedGraph<Record<string, never>, Weighted> {
  const simple = new DirectedGraph<Record<string, never>, Weighted>()
  graph.forEachNode(node => void simple.addNode(node))
  graph.forEachEdge((_edge, { weight }, source, target) => {
    simple.updateEdge(source, target, old => ({ weight: (old.weight ?? 0) + weight }))
  })
  return simple
}
