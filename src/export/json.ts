import type { HearsayGraph } from '../types.ts'

/**
 * `graph.json`: graphology's own serialisation, one node and one edge a line, so that two runs can be compared line by
 * line. `Graph.from(JSON.parse(text))` reads it.
 *
 * @param evidenceOf the evidence of an edge as JSON, for graphs that do not hold theirs
 * @returns chunks of text, one a node or edge
 */
export function* jsonChunks(graph: HearsayGraph, evidenceOf?: (edge: string) => readonly string[]): Generator<string> {
  const options = { type: graph.type, multi: graph.multi, allowSelfLoops: graph.allowSelfLoops }
  yield `{"options":${JSON.stringify(options)},\n"attributes":${JSON.stringify(graph.getAttributes())},\n"nodes":[`
  let separator = '\n'
  for (const { node: key, attributes } of graph.nodeEntries()) {
    yield `${separator}${JSON.stringify({ key, attributes })}`
    separator = ',\n'
  }
  yield '\n],\n"edges":['
  separator = '\n'
  for (const { edge: key, source, target, attributes } of graph.edgeEntries()) {
    const { evidence, ...rest } = attributes
    const pieces = evidenceOf?.(key) ?? evidence.map(piece => JSON.stringify(piece))
    const known = JSON.stringify({ key, source, target, attributes: rest })
    yield `${separator}${known.slice(0, -2)},"evidence":[${pieces.join(',')}]}}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

/** {@link jsonChunks} as one string, for graphs well below the half gigabyte that a string can hold. */
export function writeJson(graph: HearsayGraph): string {
  return [...jsonChunks(graph)].join('')
}
