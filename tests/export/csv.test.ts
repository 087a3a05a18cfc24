import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeEdgesCsv, writeNodesCsv } from '../../src/export/csv.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { xmlSafe } from '../../src/util/xml-text.ts'
import { anyCorpus } from '../graph/any-corpus.ts'
import { categoryOf, STORY } from '../graph/story.ts'

type Row = Record<string, string>

function read(chunks: Iterable<string>): Row[] {
  return parse([...chunks].join(''), { columns: true })
}

const graph = buildGraph(STORY, categoryOf)

it('has a row a node, under the header that neo4j-admin reads', () => {
  const rows = read(writeNodesCsv(graph))
  expect(rows.map(row => row['key:ID'])).toEqual(graph.nodes())
  expect(rows.find(row => row['key:ID'] === 'g:dockers-union')).toMatchObject({
    label: "Dockers' Union",
    'aliases:string[]': 'the union',
    'mentions:int': '3',
    'outlets:string[]': 'Radio Meridian;The Tidewater Gazette',
    'first_seen:date': '2031-03-02',
    ':LABEL': 'Entity;Group',
  })
})

it('has a row an edge, with its evidence', () => {
  const rows = read(writeEdgesCsv(graph))
  expect(rows.map(row => [row[':START_ID'], row[':END_ID'], row.relation, row['weight:int']])).toEqual(
    graph.mapEdges((_key, { kind, weight }, source, target) => [source, target, kind, String(weight)]),
  )
  expect(rows.find(row => row.key === 's:veldania|supported|g:calder-lines')).toMatchObject({
    ':TYPE': 'SUPPORTED',
    'asserted_by:string[]': 'p:otto-brandt',
    'negated:boolean': 'false',
    'evidence:string[]': '"We support Calder Lines," Prime Minister Otto Brandt said.',
  })
})

it('keeps any name in its cell and every record on one line', () => {
  fc.assert(
    fc.property(anyCorpus, corpus => {
      const any = buildGraph(corpus, categoryOf)
      const nodes = [...writeNodesCsv(any)]
      const rows = read(nodes)
      expect(rows.map(({ label }) => label)).toEqual(
        any.mapNodes((_key, { label }) => xmlSafe(label).replace(/\s+/g, ' ').trim()),
      )
      expect(nodes.every(chunk => chunk.trimEnd().split('\n').length === 1)).toBe(true)
      expect(read(writeEdgesCsv(any))).toHaveLength(any.size)
    }),
  )
})
