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
  const joined = (items: readonly string[]) => (items.length === 0 ? undefined : items.join('; '))
  expect(again.mapNodes((_node, attributes) => attributes)).toEqual(
    graph.mapNodes((_node, { namings: _namings, references: _references, degree: links, ...node }) => ({
      ...node,
      links,
      aliases: joined(node.aliases),
      roles: joined(node.roles),
      outlets: joined(node.outlets),
      first_seen: node.first_seen ?? undefined,
      last_seen: node.last_seen ?? undefined,
    })),
  )
  expect(again.mapEdges((key, attributes, source, target) => ({ key, source, target, ...attributes }))).toEqual(
    graph.mapEdges((key, { evidence: _evidence, kind: relation, ...edge }, source, target) => ({
      ...edge,
      key,
      source,
      target,
      relation,
      asserted_by: joined(edge.asserted_by.map(speaker => graph.getNodeAttribute(speaker, 'label'))),
      outlets: joined(edge.outlets),
      first_seen: edge.first_seen ?? undefined,
      last_seen: edge.last_seen ?? undefined,
      cameo: edge.cameo ?? undefined,
    })),
  )
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
