import type { BareEdgeAttributes, GraphRecords, HearsayGraph, NodeAttributes } from '../types.ts'
import { recordsOf } from '../util/graph-records.ts'
import { xmlText } from '../util/xml-text.ts'
import { type Column, EDGE_COLUMNS, type LabelOf, NODE_COLUMNS } from './columns.ts'

export interface GexfOptions {
  /** 1.2 for readers that do not know 1.3, such as networkx before 3.0; it has no `kind`. */
  readonly version?: '1.3' | '1.2'
}

const NAMESPACES = { '1.3': 'http://gexf.net/1.3', '1.2': 'http://www.gexf.net/1.2draft' }

/**
 * The graph as GEXF, for Gephi, Gephi Lite and networkx. `kind` keeps parallel edges apart in Gephi, the attribute
 * `relation` says the same where readers lose `kind`; nodes and edges live from the first to the last day on which they
 * were reported.
 *
 * Source: GEXF 1.3 and 1.2draft primers and schemas, gexf.net.
 *
 * @returns chunks of XML, one a node or edge; nothing of the file is held in memory
 */
export function* writeGexf(
  graph: HearsayGraph | GraphRecords,
  { version = '1.3' }: GexfOptions = {},
): Generator<string> {
  const { order, size, nodes, edges, labelOf } = recordsOf(graph)
  const namespace = NAMESPACES[version]
  const dynamic = hasTime(nodes())
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `<gexf xmlns="${namespace}" xmlns:viz="${namespace}/viz" version="${version}">\n`
  yield '  <meta>\n    <creator>hearsay</creator>\n    <description>Who says what about whom, in which outlet</description>\n  </meta>\n'
  yield `  <graph defaultedgetype="directed" idtype="string" mode="${dynamic ? 'dynamic' : 'static'}"`
  if (dynamic) yield ` timeformat="date"${version === '1.3' ? ' timerepresentation="interval"' : ''}`
  yield '>\n'
  yield declareColumns('node', NODE_COLUMNS)
  yield declareColumns('edge', EDGE_COLUMNS)
  yield `    <nodes count="${order}">\n`
  for (const { key, attributes } of nodes()) yield writeNode(key, attributes, labelOf, dynamic)
  yield `    </nodes>\n    <edges count="${size}">\n`
  for (const { key, source, target, attributes } of edges()) {
    // Gephi merges parallel edges of one kind, and "attacked" must not merge with "did not attack".
    const name = attributes.negated ? `not ${attributes.kind}` : attributes.kind
    const kind = version === '1.3' ? ` kind="${xmlText(name)}"` : ''
    yield `      <edge id="${xmlText(key)}" source="${xmlText(source)}" target="${xmlText(target)}"${kind} label="${label(attributes.label)}" weight="${Math.max(attributes.weight, 1)}"${lifetime(attributes, dynamic)}>\n`
    yield `        ${values(EDGE_COLUMNS, attributes, labelOf)}\n        ${vizColor(attributes.color)}\n      </edge>\n`
  }
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

function writeNode(key: string, attributes: NodeAttributes, labelOf: LabelOf, dynamic: boolean): string {
  const { x, y, size } = attributes
  return `      <node id="${xmlText(key)}" label="${label(attributes.label)}"${lifetime(attributes, dynamic)}>
        ${values(NODE_COLUMNS, attributes, labelOf)}
        ${vizColor(attributes.color)}
        <viz:position x="${finite(x)}" y="${finite(y)}" z="0"/>
        <viz:size value="${finite(size)}"/>
      </node>\n`
}

function declareColumns(owner: 'node' | 'edge', columns: readonly Column<never>[]): string {
  const lines = columns.map(({ id, type }) => `      <attribute id="${id}" title="${id}" type="${type}"/>\n`)
  return `    <attributes class="${owner}" mode="static">\n${lines.join('')}    </attributes>\n`
}

function values<Attributes>(columns: readonly Column<Attributes>[], attributes: Attributes, labelOf: LabelOf): string {
  let cells = ''
  for (const { id, value } of columns) {
    const cell = value(attributes, labelOf)
    if (cell !== null) cells += `<attvalue for="${id}" value="${xmlText(String(cell))}"/>`
  }
  return `<attvalues>${cells}</attvalues>`
}

/** Labels are tokens in the schema: white space counts once. */
function label(text: string): string {
  return xmlText(text.replace(/\s+/g, ' ').trim())
}

function lifetime({ first_seen, last_seen }: NodeAttributes | BareEdgeAttributes, dynamic: boolean): string {
  return dynamic && first_seen !== null && last_seen !== null ? ` start="${first_seen}" end="${last_seen}"` : ''
}

function vizColor(color: string): string {
  const rgb = Number.parseInt(color.slice(1), 16)
  return `<viz:color r="${(rgb >> 16) & 255}" g="${(rgb >> 8) & 255}" b="${rgb & 255}"/>`
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

function hasTime(nodes: Iterable<{ readonly attributes: NodeAttributes }>): boolean {
  for (const { attributes } of nodes) if (attributes.first_seen !== null) return true
  return false
}
