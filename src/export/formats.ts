import type { HearsayGraph } from '../types.ts'
import { writeEdgesCsv, writeNodesCsv } from './csv.ts'
import { writeCypher } from './cypher.ts'
import { writeDot } from './dot.ts'
import { writeFollowTheMoney } from './follow-the-money.ts'
import { FORMAT_LIST } from './format-list.ts'
import { type GexfOptions, writeGexf } from './gexf.ts'
import { writeGraphml } from './graphml.ts'
import { jsonChunks } from './json.ts'
import { writeJsonLd, writeNQuads, writeTurtle } from './rdf.ts'

type Writer = (graph: HearsayGraph, options?: GexfOptions) => Iterable<string>

/** A file format that the graph can be written in. */
export interface Format {
  readonly name: string
  /** The tools that open it. */
  readonly opens: string
  /** The files it takes: what follows the base name ("graph" + ".gexf"), and the text, in chunks. */
  readonly files: readonly { readonly suffix: string; readonly write: Writer }[]
}

/** By the endings of their files. */
const WRITERS: Readonly<Record<(typeof FORMAT_LIST)[number]['suffixes'][number], Writer>> = {
  '.gexf': writeGexf,
  '.json': graph => jsonChunks(graph),
  '.graphml': writeGraphml,
  '.nodes.csv': writeNodesCsv,
  '.edges.csv': writeEdgesCsv,
  '.cypher': writeCypher,
  '.ttl': writeTurtle,
  '.nq': writeNQuads,
  '.jsonld': writeJsonLd,
  '.ftm.json': writeFollowTheMoney,
  '.dot': writeDot,
}

/** Every format, the most used first. */
export const FORMATS: readonly Format[] = FORMAT_LIST.map(({ name, opens, suffixes }) => ({
  name,
  opens,
  files: suffixes.map(suffix => ({ suffix, write: WRITERS[suffix] })),
}))

/** The format of that name, or undefined. */
export function formatNamed(name: string): Format | undefined {
  return FORMATS.find(format => format.name === name)
}
