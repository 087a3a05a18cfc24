import type { HearsayGraph } from '../types.ts'
import { writeEdgesCsv, writeNodesCsv } from './csv.ts'
import { writeCypher } from './cypher.ts'
import { writeDot } from './dot.ts'
import { writeFollowTheMoney } from './follow-the-money.ts'
import { type GexfOptions, writeGexf } from './gexf.ts'
import { writeGraphml } from './graphml.ts'
import { jsonChunks } from './json.ts'
import { writeJsonLd, writeNQuads, writeTurtle } from './rdf.ts'

/** A file format that the graph can be written in. */
export interface Format {
  readonly name: string
  /** The tools that open it. */
  readonly opens: string
  /** The files it takes: what follows the base name ("graph" + ".gexf"), and the text, in chunks. */
  readonly files: readonly {
    readonly suffix: string
    readonly write: (graph: HearsayGraph, options?: GexfOptions) => Iterable<string>
  }[]
}

/** Every format, the most used first. */
export const FORMATS: readonly Format[] = [
  { name: 'gexf', opens: 'Gephi, Gephi Lite, networkx', files: [{ suffix: '.gexf', write: writeGexf }] },
  {
    name: 'json',
    opens: 'graphology, Sigma, the viewer; with all evidence',
    files: [{ suffix: '.json', write: jsonChunks }],
  },
  { name: 'graphml', opens: 'igraph, networkx, Cytoscape, yEd', files: [{ suffix: '.graphml', write: writeGraphml }] },
  {
    name: 'csv',
    opens: 'spreadsheets, pandas, R, neo4j-admin import',
    files: [
      { suffix: '.nodes.csv', write: writeNodesCsv },
      { suffix: '.edges.csv', write: writeEdgesCsv },
    ],
  },
  { name: 'cypher', opens: 'Neo4j, Memgraph', files: [{ suffix: '.cypher', write: writeCypher }] },
  { name: 'turtle', opens: 'triple stores, Protégé; for reading', files: [{ suffix: '.ttl', write: writeTurtle }] },
  { name: 'nquads', opens: 'triple stores; for bulk loading', files: [{ suffix: '.nq', write: writeNQuads }] },
  {
    name: 'jsonld',
    opens: 'JSON-LD tools, linked data on the web',
    files: [{ suffix: '.jsonld', write: writeJsonLd }],
  },
  {
    name: 'ftm',
    opens: 'Aleph, OpenAleph (FollowTheMoney)',
    files: [{ suffix: '.ftm.json', write: writeFollowTheMoney }],
  },
  { name: 'dot', opens: 'Graphviz', files: [{ suffix: '.dot', write: writeDot }] },
]

/** The format of that name, or undefined. */
export function formatNamed(name: string): Format | undefined {
  return FORMATS.find(format => format.name === name)
}
