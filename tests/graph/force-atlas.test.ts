import { UndirectedGraph } from 'graphology'
import library from 'graphology-layout-forceatlas2'
import { describe, expect, it } from 'vitest'
import { applyForces } from '../../src/graph/force-atlas.ts'
import type { Topology } from '../../src/graph/topology.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { simpleTopology } from './topologies.ts'

const forceAtlas2 = library as unknown as typeof library.default

function startOf(order: number) {
  const random = seededRandom(5)
  return {
    x: Float32Array.from({ length: order }, () => random() * 100),
    y: Float32Array.from({ length: order }, () => random() * 100),
  }
}

/** Where the library's layout puts the nodes. */
function byLibrary({ order, sources, targets }: Topology, weights: Float64Array, rounds: number) {
  const graph = new UndirectedGraph()
  const start = startOf(order)
  for (let n = 0; n < order; n++) graph.addNode(n, { x: start.x[n], y: start.y[n] })
  for (const [i, weight] of weights.entries()) graph.addEdge(sources[i], targets[i], { weight })
  const settings = {
    ...forceAtlas2.inferSettings(order),
    barnesHutOptimize: order > 500,
    strongGravityMode: true,
    gravity: 0.05,
    scalingRatio: 10,
  }
  const places = forceAtlas2(graph, { iterations: rounds, settings })
  return Array.from({ length: order }, (_, n) => [places[n]!.x, places[n]!.y])
}

describe('the forces', () => {
  it.each([
    ['a small graph, each two bodies', 200, 300],
    ['a large graph, by a tree', 3000, 5000],
  ])('move %s as the library does', (_, order, size) => {
    const topology = simpleTopology(order, size)
    const weights = Float64Array.from(topology.weights, weight => 1 + Math.log2(weight) / 2)
    const bodies = startOf(order)
    applyForces(bodies, { ...topology, weights }, 15)
    const expected = byLibrary(topology, weights, 15)
    for (const [n, [x, y]] of expected.entries()) {
      expect(bodies.x[n]).toBeCloseTo(x!, 2)
      expect(bodies.y[n]).toBeCloseTo(y!, 2)
    }
  })

  it('part many bodies in one place without end of squares', () => {
    const order = 600
    const bodies = { x: new Float32Array(order), y: new Float32Array(order) }
    bodies.x[0] = 1
    const nothing = { sources: new Int32Array(0), targets: new Int32Array(0), weights: new Float64Array(0) }
    applyForces(bodies, nothing, 3)
    expect([...bodies.x, ...bodies.y].every(Number.isFinite)).toBe(true)
  })
})
