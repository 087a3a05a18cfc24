import { DataFactory, Writer } from 'n3'
import type { HearsayGraph } from '../types.ts'
import { type RdfValue, rdfResources } from './rdf-resources.ts'
import { iriOf, PREFIXES, type PrefixedName } from './rdf-vocabulary.ts'

/** The graph as Turtle, with prefixes, one resource after the other. */
export function* writeTurtle(graph: HearsayGraph): Generator<string> {
  yield* write(graph, 'Turtle', PREFIXES)
}

/** The graph as N-Quads, one statement a line: for bulk loading, and for `grep`. */
export function* writeNQuads(graph: HearsayGraph): Generator<string> {
  yield* write(graph, 'N-Quads', {})
}

/** The graph as JSON-LD: a context, and every resource on a line of its own. */
export function* writeJsonLd(graph: HearsayGraph): Generator<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},\n"@graph":[`
  let separator = '\n'
  for (const { name, properties } of rdfResources(graph)) {
    const fields = properties.map(([predicate, values]) =>
      predicate === 'rdf:type' ? ['@type', values.map(nameOf)] : [predicate, values.map(jsonValue)],
    )
    yield `${separator}${JSON.stringify({ '@id': name, ...Object.fromEntries(fields) })}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

function* write(graph: HearsayGraph, format: string, prefixes: Record<string, string>): Generator<string> {
  let chunk = ''
  const sink = {
    write(text: string, _encoding: unknown, done?: () => void) {
      chunk += text
      done?.()
    },
    end(done?: () => void) {
      done?.()
    },
  }
  // The writer's stream is typed as one of Node's; it calls these two functions alone.
  const writer = new Writer(sink as unknown as ConstructorParameters<typeof Writer>[0], { format, prefixes, end: true })
  for (const { name, properties } of rdfResources(graph)) {
    const subject = DataFactory.namedNode(iriOf(name))
    for (const [predicate, values] of properties) {
      for (const value of values) writer.addQuad(subject, DataFactory.namedNode(iriOf(predicate)), rdfTerm(value))
    }
    yield chunk
    chunk = ''
  }
  writer.end()
  yield chunk
}

function rdfTerm(value: RdfValue) {
  if ('ref' in value) return DataFactory.namedNode(iriOf(value.ref))
  return DataFactory.literal(value.text, value.datatype && DataFactory.namedNode(iriOf(value.datatype)))
}

function nameOf(value: RdfValue): PrefixedName {
  if ('ref' in value) return value.ref
  throw new TypeError('a type is a reference')
}

function jsonValue(value: RdfValue): unknown {
  if ('ref' in value) return { '@id': value.ref }
  return value.datatype ? { '@value': value.text, '@type': value.datatype } : value.text
}
