import type { EdgeEvidence, HearsayGraph } from '../types.ts'
import { xmlSafe } from '../util/xml-text.ts'
import { graphLabel, graphType } from './property-graph.ts'

type Value = string | number | boolean | null | readonly string[]

/** Days and measures have a type of their own in the database; `neo4j-admin` gives them the same from the CSV files. */
const WRITTEN: Readonly<Record<string, (value: Value) => string>> = {
  first_seen: day => `date('${day}')`,
  last_seen: day => `date('${day}')`,
  pagerank: double,
  betweenness: double,
}

/**
 * The graph as a Cypher script, for Neo4j, Memgraph and other databases that speak openCypher. One statement a line;
 * run twice it changes nothing the second time. Each relationship holds its evidence as "sentence — outlet, date".
 *
 * @returns chunks of text, one a statement
 */
export function* writeCypher(graph: HearsayGraph): Generator<string> {
  yield 'CREATE INDEX hearsay_key IF NOT EXISTS FOR (n:Entity) ON (n.key);\n'
  for (const { node, attributes } of graph.nodeEntries()) {
    const {
      namings: _namings,
      references: _references,
      degree: links,
      x: _x,
      y: _y,
      size: _size,
      color: _color,
      ...properties
    } = attributes
    yield `MERGE (n:Entity {key: ${literal(node)}}) SET n:${graphLabel(attributes.entity_type)}, n += ${map({ ...properties, links })};\n`
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const { color: _color, kind, evidence, ...rest } = attributes
    const properties = { relation: kind, ...rest, evidence: evidence.map(cite) }
    yield `MATCH (a:Entity {key: ${literal(source)}}), (b:Entity {key: ${literal(target)}}) ` +
      `MERGE (a)-[r:\`${graphType(kind)}\` {key: ${literal(edge)}}]->(b) SET r += ${map(properties)};\n`
  }
}

function cite({ text, outlet, published }: EdgeEvidence): string {
  const source = [outlet, published?.slice(0, 10)].filter(Boolean).join(', ')
  return source ? `${text} — ${source}` : text
}

/** With a point or an exponent, lest it become an integer. */
function double(value: Value): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

function map(properties: Readonly<Record<string, Value>>): string {
  const entries = Object.entries(properties).filter(([, value]) => value !== null)
  return `{${entries.map(([key, value]) => `${key}: ${(WRITTEN[key] ?? literal)(value)}`).join(', ')}}`
}

function literal(value: Value): string {
  if (typeof value === 'string') return `'${escaped(value)}'`
  return Array.isArray(value) ? `[${value.map(item => literal(item)).join(', ')}]` : String(value)
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(text: string): string {
  return xmlSafe(text).replace(/[\\'\n\r\t]/g, character => ESCAPES[character]!)
}
