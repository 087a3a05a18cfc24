import type { EdgeAttributes, HearsayGraph, NodeAttributes } from '../types.ts'
import { csvRow } from '../util/csv-row.ts'
import { xmlSafe } from '../util/xml-text.ts'
import { graphLabel, graphType } from './property-graph.ts'

type Cell = string | number | boolean | null

/** Header of neo4j-admin's import, and the cell under it. */
type Columns<Attributes> = readonly (readonly [header: string, cell: (attributes: Attributes) => Cell])[]

const NODES: Columns<NodeAttributes> = [
  ['label', node => oneLine(node.label)],
  ['entity_type', node => node.entity_type],
  ['aliases:string[]', node => list(node.aliases)],
  ['roles:string[]', node => list(node.roles)],
  ['mentions:int', node => node.mentions],
  ['documents:int', node => node.documents],
  ['independent_sources:int', node => node.independent_sources],
  ['outlets:string[]', node => list(node.outlets)],
  ['first_seen:date', node => node.first_seen],
  ['last_seen:date', node => node.last_seen],
  ['community:int', node => node.community],
  ['pagerank:double', node => node.pagerank],
  ['links:int', node => node.degree],
  ['betweenness:double', node => node.betweenness],
  ['x:double', node => node.x],
  ['y:double', node => node.y],
  ['size:double', node => node.size],
  ['color', node => node.color],
]

const EDGES: Columns<EdgeAttributes> = [
  ['relation', edge => edge.kind],
  ['label', edge => oneLine(edge.label)],
  ['category', edge => edge.category],
  ['weight:int', edge => edge.weight],
  ['negated:boolean', edge => edge.negated],
  ['modality', edge => edge.modality],
  ['asserted_by:string[]', edge => list(edge.asserted_by)],
  ['own_voice:int', edge => edge.own_voice],
  ['outlets:string[]', edge => list(edge.outlets)],
  ['documents:int', edge => edge.documents],
  ['articles:int', edge => edge.articles],
  ['independent_sources:int', edge => edge.independent_sources],
  ['first_seen:date', edge => edge.first_seen],
  ['last_seen:date', edge => edge.last_seen],
  ['cameo', edge => edge.cameo],
  ['evidence:string[]', edge => list(edge.evidence.map(({ text }) => text))],
]

/**
 * The nodes as CSV with the header that `neo4j-admin database import` reads; spreadsheets, pandas and R read it as
 * well. Lists are parted by semicolons, line breaks become spaces.
 */
export function* writeNodesCsv(graph: HearsayGraph): Generator<string> {
  yield csvRow(['key:ID', ...NODES.map(([header]) => header), ':LABEL'])
  for (const { node, attributes } of graph.nodeEntries()) {
    yield csvRow([node, ...NODES.map(([, cell]) => cell(attributes)), `Entity;${graphLabel(attributes.entity_type)}`])
  }
}

/** The edges, as {@link writeNodesCsv}; `asserted_by` holds keys of nodes. */
export function* writeEdgesCsv(graph: HearsayGraph): Generator<string> {
  yield csvRow([':START_ID', ':END_ID', ':TYPE', 'key', ...EDGES.map(([header]) => header)])
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield csvRow([source, target, graphType(attributes.kind), edge, ...EDGES.map(([, cell]) => cell(attributes))])
  }
}

function list(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.map(item => oneLine(item).replaceAll(';', ',')).join(';')
}

function oneLine(text: string): string {
  return xmlSafe(text).replace(/\s+/g, ' ').trim()
}
