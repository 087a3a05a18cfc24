import type { HearsayGraph } from '../types.ts'

/** The connected components, each a list of node keys in the graph's order; the largest first. */
export function componentsOf(graph: HearsayGraph): string[][] {
  const seen = new Set<string>()
  const components: string[][] = []
  const position = new Map(graph.nodes().map((node, i) => [node, i]))
  graph.forEachNode(start => {
    if (seen.has(start)) return
    seen.add(start)
    const nodes = [start]
    for (const node of nodes) {
      graph.forEachNeighbor(node, neighbour => {
        if (seen.has(neighbour)) return
        seen.add(neighbour)
        nodes.push(neighbour)
      })
    }
    components.push(nodes.sort((a, b) => position.get(a)! - position.get(b)!))
  })
  return components.sort((a, b) => b.length - a.length)
}
