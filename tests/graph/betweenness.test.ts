import { UndirectedGraph } from 'graphology'
import exact from 'graphology-metrics/centrality/betweenness.js'
import { describe, expect, it } from 'vitest'
import { betweenness } from '../../src/graph/betweenness.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'

function randomGraph(order: number, size: number): UndirectedGraph {
  const random = seededRandom(7)
  const graph = new UndirectedGraph()
  for (let i = 0; i < order; i++) graph.addNode(`n${i}`)
  for (let i = 0; i < size; i++) {
    const [a, b] = [Math.floor(order * random() ** 2), Math.floor(order * random())]
    if (a !== b) graph.mergeEdge(`n${a}`, `n${b}`)
  }
  return graph
}

describe('betweenness', () => {
  it('is what graphology-metrics computes, where all sources are affordable', () => {
    const graph = randomGraph(60, 120)
    const expected = (exact as unknown as typeof exact.default)(graph, { getEdgeWeight: null })
    const found = betweenness(graph)
    for (const [node, value] of found) expect(value).toBeCloseTo(expected[node]!, 10)
  })

  it('finds the same leading nodes from a sample', () => {
    const graph = randomGraph(600, 1500)
    const leading = (values: Map<string, number>) =>
      [...values]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 10)
        .map(([node]) => node)
    const whole = leading(betweenness(graph))
    const sampled = leading(betweenness(graph, 250 * (600 + 2 * graph.size)))
    expect(sampled.filter(node => whole.includes(node)).length).toBeGreaterThanOrEqual(7)
  })

  it('is 0 where there is nothing between', () => {
    expect([...betweenness(randomGraph(2, 0)).values()]).toEqual([0, 0])
    expect(betweenness(new UndirectedGraph()).size).toBe(0)
  })
})
