import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { describe, expect, it } from 'vitest'
import { measure } from '../../src/graph/measure.ts'
import { withoutParallels } from '../../src/graph/topology.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { randomTopology, topologyOf } from './topologies.ts'

const louvain = louvainModule as unknown as typeof louvainModule.default

describe('the measures', () => {
  it('number communities from the largest, equals by their first node', () => {
    const { community } = measure(
      topologyOf(8, [
        [0, 1, 1],
        [2, 3, 1],
        [3, 4, 1],
        [4, 2, 1],
        [5, 6, 1],
      ]),
    )
    expect([...community]).toEqual([1, 1, 0, 0, 0, 2, 2, 3])
  })

  it('count every parallel edge in the degree, and sum their weights elsewhere', () => {
    const twice = measure(
      topologyOf(3, [
        [0, 1, 1],
        [0, 1, 2],
        [1, 2, 3],
      ]),
    )
    const once = measure(
      topologyOf(3, [
        [0, 1, 3],
        [1, 2, 3],
      ]),
    )
    expect([...twice.degree]).toEqual([2, 3, 1])
    expect(twice.pagerank).toEqual(once.pagerank)
    expect(twice.betweenness).toEqual(once.betweenness)
  })

  it("find the library's communities, whatever the keys of the nodes", () => {
    const topology = randomTopology(300, 900)
    const { community } = measure(topology)
    const { sources, targets, weights } = withoutParallels(topology, false)
    const graph = new UndirectedGraph()
    for (let n = 0; n < 300; n++) graph.addNode(`key ${n}`)
    for (const [i, weight] of weights.entries()) graph.addEdge(`key ${sources[i]}`, `key ${targets[i]}`, { weight })
    const expected = louvain(graph, { getEdgeWeight: 'weight', rng: seededRandom(20161213) })
    const pairs = new Set(Array.from(community, (own, n) => `${own} ${expected[`key ${n}`]}`))
    expect(new Set(community).size).toBeGreaterThan(3)
    expect(pairs.size).toBe(new Set(community).size)
  })

  it('are empty for an empty graph', () => {
    expect(measure(topologyOf(0, [])).pagerank).toHaveLength(0)
  })
})
