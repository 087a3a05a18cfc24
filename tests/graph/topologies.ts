import { type Topology, withoutParallels } from '../../src/graph/topology.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'

/** A topology with the given edges, each `[source, target, weight]`. */
export function topologyOf(order: number, edges: readonly (readonly [number, number, number])[]): Topology {
  return {
    order,
    sources: Int32Array.from(edges, ([source]) => source),
    targets: Int32Array.from(edges, ([, target]) => target),
    weights: Int32Array.from(edges, ([, , weight]) => weight),
  }
}

/** A few hubs among many, with edges that may be parallel. */
export function randomTopology(order: number, size: number, seed = 7): Topology {
  const random = seededRandom(seed)
  const edges: [number, number, number][] = []
  for (let i = 0; i < size; i++) {
    const [a, b] = [Math.floor(order * random() ** 2), Math.floor(order * random())]
    if (a !== b) edges.push([a, b, 1 + Math.floor(random() * 5)])
  }
  return topologyOf(order, edges)
}

/** {@link randomTopology} with one edge a pair. */
export const simpleTopology = (order: number, size: number): Topology =>
  withoutParallels(randomTopology(order, size), false)
