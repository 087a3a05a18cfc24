import exact from 'graphology-metrics/centrality/betweenness.js'
import { describe, expect, it } from 'vitest'
import { betweenness } from '../../src/graph/betweenness.ts'
import { asUndirected } from '../../src/graph/project.ts'
import { simpleTopology, topologyOf } from './topologies.ts'

describe('betweenness', () => {
  it('is what graphology-metrics computes, where all sources are affordable', () => {
    const topology = simpleTopology(60, 120)
    const expected = (exact as unknown as typeof exact.default)(asUndirected(topology), { getEdgeWeight: null })
    for (const [node, value] of betweenness(topology).entries()) expect(value).toBeCloseTo(expected[node]!, 10)
  })

  it('finds the same leading nodes from a sample', () => {
    const topology = simpleTopology(600, 1500)
    const leading = (values: Float64Array) =>
      [...values.entries()]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 10)
        .map(([node]) => node)
    const whole = leading(betweenness(topology))
    const sampled = leading(betweenness(topology, 250 * (600 + 2 * topology.sources.length)))
    expect(sampled.filter(node => whole.includes(node)).length).toBeGreaterThanOrEqual(7)
  })

  it('counts more shortest paths than four bytes hold', () => {
    // Forty diamonds in a row: 2 ** 40 paths from end to end.
    const edges: [number, number, number][] = []
    for (let i = 0; i < 40; i++) {
      const [start, end] = [3 * i, 3 * i + 3]
      edges.push([start, start + 1, 1], [start, start + 2, 1], [start + 1, end, 1], [start + 2, end, 1])
    }
    const topology = topologyOf(121, edges)
    const expected = betweenness(topology)
    // The two ways round a diamond are equal; a joint lies on half of the paths between them as well.
    for (let i = 0; i < 40; i++) expect(expected[3 * i + 1]).toBeCloseTo(expected[3 * i + 2]!, 12)
    expect(expected[60]).toBeCloseTo((2 * 60 * 60 + 2) / (120 * 119), 10)
  })

  it('is 0 where there is nothing between', () => {
    expect([...betweenness(topologyOf(2, []))]).toEqual([0, 0])
    expect(betweenness(topologyOf(0, []))).toHaveLength(0)
  })
})
