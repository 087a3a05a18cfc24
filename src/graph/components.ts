import { neighboursOf, type Topology } from './topology.ts'

/** The connected components, each its nodes in ascending order; the largest first. */
export function componentsOf(topology: Topology): Int32Array[] {
  const { starts, list } = neighboursOf(topology)
  const seen = new Uint8Array(topology.order)
  const queue = new Int32Array(topology.order)
  const components: Int32Array[] = []
  for (let start = 0; start < topology.order; start++) {
    if (seen[start]) continue
    seen[start] = 1
    queue[0] = start
    let count = 1
    for (let at = 0; at < count; at++) {
      const node = queue[at]!
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const neighbour = list[i]!
        if (seen[neighbour]) continue
        seen[neighbour] = 1
        queue[count++] = neighbour
      }
    }
    components.push(queue.slice(0, count).sort())
  }
  return components.sort((a, b) => b.length - a.length)
}
