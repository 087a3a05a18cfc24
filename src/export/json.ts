import type { GraphRecords, HearsayGraph } from '../types.ts'
import { recordsOf } from '../util/graph-records.ts'

/** What every hearsay graph is, in graphology's words. */
const OPTIONS = { type: 'directed', multi: true, allowSelfLoops: true }

/**
 * `graph.json`: graphology's own serialisation, one node and one edge a line, so that two runs can be compared line by
 * line. `Graph.from(JSON.parse(text))` reads it.
 *
 * @returns chunks of text, one a node or edge
 */
export function* jsonChunks(graph: HearsayGraph | GraphRecords): Generator<string> {
  const { attributes, nodes, edges } = recordsOf(graph)
  yield `{"options":${JSON.stringify(OPTIONS)},\n"attributes":${JSON.stringify(attributes)},\n"nodes":[`
  let separator = '\n'
  for (const { key, attributes } of nodes()) {
    yield `${separator}${JSON.stringify({ key, attributes })}`
    separator = ',\n'
  }
  yield '\n],\n"edges":['
  separator = '\n'
  for (const { key, source, target, attributes, evidenceJson } of edges()) {
    const known = JSON.stringify({ key, source, target, attributes })
    yield `${separator}${known.slice(0, -2)},"evidence":[${evidenceJson().join(',')}]}}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

/** {@link jsonChunks} as one string, for graphs well below the half gigabyte that a string can hold. */
export function writeJson(graph: HearsayGraph): string {
  return [...jsonChunks(graph)].join('')
}
