import { parse } from '@ts-graphviz/ast'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeDot } from '../../src/export/dot.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { HearsayGraph } from '../../src/types.ts'
import { xmlSafe } from '../../src/util/xml-text.ts'
import { anyCorpus } from '../graph/any-corpus.ts'
import { categoryOf, STORY } from '../graph/story.ts'

/** Nodes and edges with their attributes, by an independent reader of the language. */
function read(graph: HearsayGraph) {
  const root = parse([...writeDot(graph)].join('')).children.find(child => child.type === 'Graph')!
  const attributes = (children: readonly { type: string; key?: { value: string }; value?: { value: string } }[]) =>
    Object.fromEntries(
      children.filter(child => child.type === 'Attribute').map(child => [child.key!.value, child.value!.value]),
    )
  const nodes = root.children.flatMap(child =>
    child.type === 'Node' ? [{ id: child.id.value, ...attributes(child.children as never) }] : [],
  )
  const edges = root.children.flatMap(child =>
    child.type === 'Edge'
      ? [
          {
            ends: child.targets.map(target => ('id' in target ? target.id.value : '')),
            ...attributes(child.children as never),
          },
        ]
      : [],
  )
  return { nodes: nodes as Record<string, string>[], edges: edges as (Record<string, string> & { ends: string[] })[] }
}

const graph = buildGraph(STORY, categoryOf)

it('has every node and edge', () => {
  const { nodes, edges } = read(graph)
  expect(nodes.map(({ id, label, color }) => [id, label, color])).toEqual(
    graph.mapNodes((key, { label, color }) => [key, label, color]),
  )
  expect(edges.map(({ ends, label, weight, style }) => [...ends, label, weight, style])).toEqual(
    graph.mapEdges((_key, { label, weight, negated }, source, target) => [
      source,
      target,
      label,
      String(weight),
      negated ? 'dashed' : 'solid',
    ]),
  )
})

it('keeps any name', () => {
  fc.assert(
    fc.property(anyCorpus, corpus => {
      const any = buildGraph(corpus, categoryOf)
      const { nodes, edges } = read(any)
      const written = (text: string) => xmlSafe(text).replace(/\s+/g, ' ').replaceAll('\\', '\\\\')
      expect(nodes.map(({ label }) => label?.replaceAll('\\"', '"'))).toEqual(
        any.mapNodes((_key, { label }) => written(label)),
      )
      expect(edges).toHaveLength(any.size)
    }),
  )
})
