import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { layOut } from '../../src/graph/lay-out.ts'
import { partNodes } from '../../src/graph/part-nodes.ts'
import type { HearsayGraph } from '../../src/types.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { anyCorpus } from './any-corpus.ts'
import { categoryOf } from './story.ts'
import { topologyOf } from './topologies.ts'

interface Place {
  readonly node: string
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A crowd around a hub, a chain, and pairs, laid out. */
function pile(pairs: number, chain: number): Place[] {
  const random = seededRandom(3)
  const names: string[] = []
  const sizes: number[] = []
  const numberOf = (name: string) => {
    const known = names.indexOf(name)
    if (known >= 0) return known
    sizes.push(12 + random() * 20)
    return names.push(name) - 1
  }
  const edges: [number, number, number][] = []
  const link = (a: string, b: string) => a !== b && edges.push([numberOf(a), numberOf(b), 1 + Math.floor(random() * 5)])
  for (let i = 0; i < 150; i++) link('p:hub', `p:crowd-${i}`)
  for (let i = 0; i < 150; i++) link(`p:crowd-${i}`, `p:crowd-${(i * 7) % 150}`)
  for (let i = 0; i < chain; i++) link(`g:chain-${i}`, `g:chain-${i + 1}`)
  for (let i = 0; i < pairs; i++) link(`s:a-${i}`, `s:b-${i}`)
  const communities = Int32Array.from(names, name => name.charCodeAt(0) % 4)
  const { x, y } = layOut(topologyOf(names.length, edges), Float64Array.from(sizes), communities)
  return names.map((node, i) => ({ node, x: x[i]!, y: y[i]!, size: sizes[i]! }))
}

function places(graph: HearsayGraph) {
  return graph.mapNodes((_node, { x, y, size }) => ({ x, y, size }))
}

describe('the layout', () => {
  const nodes = pile(40, 20)
  const reachOf = ({ x, y }: Place) => Math.hypot(x, y)

  it('covers no node by another', () => {
    for (const [i, a] of nodes.entries()) {
      for (const b of nodes.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.size + b.size - 0.1)
    }
  })

  it('lets nothing fly off: all within a disc that is well filled', () => {
    const radius = Math.max(...nodes.map(({ x, y }) => Math.hypot(x, y)))
    const room = Math.PI * radius ** 2
    const bodies = nodes.reduce((sum, { size }) => sum + Math.PI * size ** 2, 0)
    expect(bodies / room).toBeGreaterThan(0.05)
  })

  it('puts the largest component in the middle', () => {
    const hub = nodes.find(({ node }) => node === 'p:hub')!
    for (const place of nodes.filter(({ node }) => node.startsWith('s:')))
      expect(reachOf(place)).toBeGreaterThan(reachOf(hub))
  })

  it('lets the largest component fill the picture: a few others stand in its corners', () => {
    const few = pile(10, 0)
    const reach = (some: readonly Place[]) => Math.max(...some.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))
    expect(reach(few.filter(({ node }) => node.startsWith('p:')))).toBeGreaterThan(reach(few) * 0.9)
  })

  it('is the same every time', () => {
    expect(pile(40, 20)).toEqual(nodes)
  })

  it('parts thousands of nodes that stand in a heap', () => {
    const random = seededRandom(9)
    const discs = Array.from({ length: 3000 }, () => ({ x: random() * 1500, y: random() * 1500, size: 12 }))
    partNodes(discs, 6, 400)
    const sorted = discs.toSorted((a, b) => a.x - b.x)
    for (const [i, a] of sorted.entries()) {
      for (let j = i + 1; j < sorted.length && sorted[j]!.x - a.x < 30; j++)
        expect(Math.hypot(a.x - sorted[j]!.x, a.y - sorted[j]!.y)).toBeGreaterThan(24)
    }
  })

  it('gives finite places for any graph', () => {
    fc.assert(
      fc.property(anyCorpus, corpus => {
        for (const { x, y, size } of places(buildGraph(corpus, categoryOf, { isolated: true }))) {
          expect([x, y, size].every(Number.isFinite)).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})
