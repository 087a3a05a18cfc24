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

/** Header fields as the manual of neo4j-admin has them ("CSV header format", Operations Manual). */
const HEADER_FIELD =
  /^(?<name>\w*)(?::(?<type>ID|START_ID|END_ID|TYPE|LABEL|int|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime|duration)(?<list>\[\])?)?$/

const CELLS: Readonly<Record<string, RegExp>> = {
  int: /^-?\d+$/,
  double: /^-?\d+(\.\d+)?(e-?\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
}

/** Reads a file as the manual says: a typed value under each name, lists parted by semicolons, empty cells left out. */
function readTyped(chunks: Iterable<string>): Record<string, unknown>[] {
  const [header, ...rows] = parse([...chunks].join('')) as string[][]
  const fields = header!.map(field => {
    expect(field).toMatch(HEADER_FIELD)
    return HEADER_FIELD.exec(field)!.groups as { name: string; type?: string; list?: string }
  })
  const names = fields.map(({ name, type }) => name || type)
  expect(new Set(names).size).toBe(names.length)
  return rows.map(row => {
    const cells = row.flatMap((cell, i): [string, unknown][] => {
      const { name, type = 'string', list } = fields[i]!
      if (cell === '') return []
      if (CELLS[type]) expect(cell).toMatch(CELLS[type])
      const value = type === 'int' || type === 'double' ? Number(cell) : type === 'boolean' ? cell === 'true' : cell
      return [[name || type, list || type === 'LABEL' ? String(value).split(';') : value]]
    })
    return Object.fromEntries(cells)
  })
}

function filled(record: Record<string, unknown>): Record<string, unknown> {
  const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)))
}

it('is the whole graph, read by the rules of neo4j-admin', () => {
  expect(readTyped(writeNodesCsv(graph))).toEqual(
    graph.mapNodes((key, { namings: _namings, references: _references, degree, ...node }) => {
      const label = `${node.entity_type[0]!.toUpperCase()}${node.entity_type.slice(1)}`
      return filled({ ...node, key, links: degree, LABEL: ['Entity', label] })
    }),
  )
  expect(readTyped(writeEdgesCsv(graph))).toEqual(
    graph.mapEdges((key, { kind, color: _color, evidence, ...edge }, source, target) =>
      filled({
        ...edge,
        key,
        relation: kind,
        START_ID: source,
        END_ID: target,
        TYPE: kind.toUpperCase(),
        evidence: evidence.map(({ text }) => text),
      }),
    ),
  )
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
