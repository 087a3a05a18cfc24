import type { HearsayGraph } from '../types.ts'
import { originalsOf, summariseEvidence } from '../util/summarise-evidence.ts'
import type { CompiledFilter } from './claim-filter.ts'

/**
 * The claims that a filter lets through, and whoever takes part in them, as a graph of its own. Edges sum up the
 * evidence that is left; nodes keep their measures and places.
 */
export function filterGraph(graph: HearsayGraph, filter: CompiledFilter): HearsayGraph {
  const part = graph.emptyCopy() as HearsayGraph
  const used = new Set<string>()
  const originalOf = originalsOf(graph.getAttribute('documents'))
  graph.forEachEdge((key, attributes, source, target) => {
    if (!filter.edge(source, target, attributes)) return
    const evidence = attributes.evidence.filter(filter.evidence)
    if (evidence.length === 0) return
    part.addDirectedEdgeWithKey(key, source, target, { ...attributes, ...summariseEvidence(evidence, originalOf) })
    used.add(source).add(target)
    for (const { speaker } of evidence) if (speaker !== null) used.add(speaker)
  })
  for (const node of part.nodes()) if (!used.has(node)) part.dropNode(node)
  return part
}

/** A node and all within some steps of it, with every edge between them. */
export function egoGraph(graph: HearsayGraph, centre: string, radius: number): HearsayGraph {
  const ego = graph.emptyCopy() as HearsayGraph
  const near = new Set<string>(graph.hasNode(centre) ? [centre] : [])
  let border = [...near]
  for (let step = 0; step < radius; step++) {
    const next = border.flatMap(node => graph.neighbors(node)).filter(node => !near.has(node))
    for (const node of next) near.add(node)
    border = [...new Set(next)]
  }
  for (const node of ego.nodes()) if (!near.has(node)) ego.dropNode(node)
  graph.forEachEdge((key, attributes, source, target) => {
    if (near.has(source) && near.has(target)) ego.addDirectedEdgeWithKey(key, source, target, { ...attributes })
  })
  return ego
}
