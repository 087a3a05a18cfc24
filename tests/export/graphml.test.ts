import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { parse } from 'graphology-graphml'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { writeGraphml } from '../../src/export/graphml.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { anyCorpus } from '../graph/any-corpus.ts'
import { categoryOf, STORY } from '../graph/story.ts'

it('comes back through graphology-graphml', () => {
  const graph = buildGraph(STORY, categoryOf)
  const again = parse(MultiDirectedGraph, [...writeGraphml(graph)].join(''))
  expect(again.nodes()).toEqual(graph.nodes())
  graph.forEachNode((node, { label, entity_type, mentions, pagerank, x, y, size, color }) => {
    expect(again.getNodeAttributes(node)).toMatchObject({ label, entity_type, mentions, pagerank, x, y, size, color })
  })
  const edges = (each: MultiDirectedGraph) =>
    each.mapEdges((_edge, { kind, relation, weight, negated, label }, source, target) => {
      return [source, target, kind ?? relation, weight, negated, label]
    })
  expect(edges(again)).toEqual(edges(graph as unknown as MultiDirectedGraph))
})

it('is well formed and whole for any graph', () => {
  fc.assert(
    fc.property(anyCorpus, corpus => {
      const graph = buildGraph(corpus, categoryOf)
      let nodes = 0
      let edges = 0
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', error => {
        throw error
      })
      parser.on('opentag', ({ local }) => {
        if (local === 'node') nodes++
        if (local === 'edge') edges++
      })
      for (const chunk of writeGraphml(graph)) parser.write(chunk)
      parser.close()
      expect([nodes, edges]).toEqual([graph.order, graph.size])
    }),
  )
})
