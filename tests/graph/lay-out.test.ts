import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { layOut } from '../../src/graph/lay-out.ts'
import type { HearsayGraph } from '../../src/types.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { anyCorpus } from './any-corpus.ts'
import { categoryOf } from './story.ts'

/** A crowd around a hub, a chain, and many pairs. */
function pile(): HearsayGraph {
  const random = seededRandom(3)
  const graph = new MultiDirectedGraph()
  const add = (node: string) => graph.mergeNode(node, { size: 12 + random() * 20, community: node.charCodeAt(0) % 4 })
  const link = (a: string, b: string) => {
    add(a)
    add(b)
    graph.addDirectedEdge(a, b, { weight: 1 + Math.floor(random() * 5) })
  }
  for (let i = 0; i < 150; i++) link('p:hub', `p:crowd-${i}`)
  for (let i = 0; i < 150; i++) link(`p:crowd-${i}`, `p:crowd-${(i * 7) % 150}`)
  for (let i = 0; i < 20; i++) link(`g:chain-${i}`, `g:chain-${i + 1}`)
  for (let i = 0; i < 40; i++) link(`s:a-${i}`, `s:b-${i}`)
  return graph as unknown as HearsayGraph
}

function places(graph: HearsayGraph) {
  return graph.mapNodes((_node, { x, y, size }) => ({ x, y, size }))
}

describe('the layout', () => {
  const graph = pile()
  layOut(graph)

  it('covers no node by another', () => {
    const nodes = places(graph)
    for (const [i, a] of nodes.entries()) {
      for (const b of nodes.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.size + b.size - 0.1)
    }
  })

  it('lets nothing fly off: all within a disc that is well filled', () => {
    const nodes = places(graph)
    const radius = Math.max(...nodes.map(({ x, y }) => Math.hypot(x, y)))
    const room = Math.PI * radius ** 2
    const bodies = nodes.reduce((sum, { size }) => sum + Math.PI * size ** 2, 0)
    expect(bodies / room).toBeGreaterThan(0.05)
  })

  it('puts the largest component in the middle', () => {
    const hub = graph.getNodeAttributes('p:hub')
    const pairs = graph.filterNodes(node => node.startsWith('s:'))
    for (const node of pairs) {
      const { x, y } = graph.getNodeAttributes(node)
      expect(Math.hypot(x, y)).toBeGreaterThan(Math.hypot(hub.x, hub.y))
    }
  })

  it('lets the largest component fill the picture: a few others stand in its corners', () => {
    const few = pile()
    for (const node of few.nodes()) if (/^s:[ab]-\d\d/.test(node) || node.startsWith('g:')) few.dropNode(node)
    layOut(few)
    const reach = (nodes: string[]) =>
      Math.max(
        ...nodes.flatMap(node => [few.getNodeAttribute(node, 'x'), few.getNodeAttribute(node, 'y')].map(Math.abs)),
      )
    expect(reach(few.filterNodes(node => node.startsWith('p:')))).toBeGreaterThan(reach(few.nodes()) * 0.9)
  })

  it('is the same every time', () => {
    const again = pile()
    layOut(again)
    expect(places(again)).toEqual(places(graph))
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
