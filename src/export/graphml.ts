import type { HearsayGraph } from '../types.ts'
import { xmlText } from '../util/xml-text.ts'
import { type Column, EDGE_COLUMNS, type LabelOf, NODE_COLUMNS } from './columns.ts'

type GraphmlType = 'string' | 'int' | 'double' | 'boolean'

interface Key<Attributes> {
  readonly id: string
  readonly name: string
  readonly type: GraphmlType
  readonly value: Column<Attributes>['value']
}

const TYPES = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' } as const

function keys<Attributes>(letter: string, columns: readonly Column<Attributes>[]): Key<Attributes>[] {
  return columns.map(({ id, type, value }) => ({ id: `${letter}_${id}`, name: id, type: TYPES[type], value }))
}

const NODE_KEYS = keys('n', [
  { id: 'label', type: 'string', value: ({ label }) => label },
  ...NODE_COLUMNS,
  { id: 'x', type: 'double', value: ({ x }) => x },
  { id: 'y', type: 'double', value: ({ y }) => y },
  { id: 'size', type: 'double', value: ({ size }) => size },
  { id: 'color', type: 'string', value: ({ color }) => color },
])

const EDGE_KEYS = keys('e', [
  { id: 'label', type: 'string', value: ({ label }) => label },
  { id: 'weight', type: 'double', value: ({ weight }) => weight },
  ...EDGE_COLUMNS,
  { id: 'color', type: 'string', value: ({ color }) => color },
])

/**
 * The graph as GraphML, for igraph, networkx, Cytoscape, yEd and Gephi.
 *
 * Source: The GraphML file format, graphml.graphdrawing.org.
 *
 * @returns chunks of XML, one a node or edge
 */
export function* writeGraphml(graph: HearsayGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  yield declare('node', NODE_KEYS) + declare('edge', EDGE_KEYS)
  const labelOf = (node: string) => graph.getNodeAttribute(node, 'label')
  yield '  <graph id="hearsay" edgedefault="directed">\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `    <node id="${xmlText(node)}">${data(NODE_KEYS, attributes, labelOf)}</node>\n`
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const ends = `source="${xmlText(source)}" target="${xmlText(target)}"`
    yield `    <edge id="${xmlText(edge)}" ${ends}>${data(EDGE_KEYS, attributes, labelOf)}</edge>\n`
  }
  yield '  </graph>\n</graphml>\n'
}

function declare(owner: 'node' | 'edge', list: readonly Key<never>[]): string {
  return list
    .map(({ id, name, type }) => `  <key id="${id}" for="${owner}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('')
}

function data<Attributes>(list: readonly Key<Attributes>[], attributes: Attributes, labelOf: LabelOf): string {
  let cells = ''
  for (const { id, value } of list) {
    const cell = value(attributes, labelOf)
    if (cell !== null) cells += `<data key="${id}">${xmlText(String(cell))}</data>`
  }
  return cells
}
