import { MultiDirectedGraph } from 'graphology'
import { expect, it } from 'vitest'
import { writeJson } from '../../src/export/json.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { categoryOf, STORY } from '../graph/story.ts'

const graph = buildGraph(STORY, categoryOf)

it('is what graphology itself writes', () => {
  expect(JSON.parse(writeJson(graph))).toEqual(JSON.parse(JSON.stringify(graph.export())))
})

it('is read by graphology', () => {
  const again = MultiDirectedGraph.from(JSON.parse(writeJson(graph)))
  expect(again.export()).toEqual(graph.export())
})

it('puts every node and edge on a line of its own', () => {
  expect(writeJson(graph).trimEnd().split('\n')).toHaveLength(2 + graph.order + 2 + graph.size + 2)
})

it('holds an empty graph', () => {
  const empty = buildGraph({ documents: [], entities: [], statements: [], relations: [] }, categoryOf)
  expect(MultiDirectedGraph.from(JSON.parse(writeJson(empty))).order).toBe(0)
})
