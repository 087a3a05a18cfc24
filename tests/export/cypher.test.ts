import { parse } from '@neo4j-cypher/editor-support'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCypher } from '../../src/export/cypher.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { HearsayGraph } from '../../src/types.ts'
import { xmlSafe } from '../../src/util/xml-text.ts'
import { anyCorpus } from '../graph/any-corpus.ts'
import { categoryOf, STORY } from '../graph/story.ts'

interface Tree {
  readonly children?: readonly Tree[]
  getText(): string
}

/** Texts of all parts of the script of one kind, in order. */
function parts(tree: Tree, kind: string): Tree[] {
  const found = tree.constructor.name === `${kind}Context` ? [tree] : []
  return [...found, ...(tree.children ?? []).flatMap(child => parts(child, kind))]
}

function unquote(literal: string): string {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' }
  return literal.slice(1, -1).replace(/\\(.)/gs, (_all, character: string) => escapes[character] ?? character)
}

/** What the script says, read by Neo4j's own parser: the properties of each node and relationship. */
function read(graph: HearsayGraph): { label: string; properties: Record<string, string[]> }[] {
  const [index, ...script] = writeCypher(graph)
  expect(index).toMatch(/^CREATE INDEX/)
  return script.map(statement => {
    const { parseTree, errorListener } = parse(statement.trimEnd()) as unknown as {
      parseTree: Tree
      errorListener: { errors: unknown[] }
    }
    expect(errorListener.errors, statement).toEqual([])
    const properties = parts(parseTree, 'MapLiteral').at(-1)!
    const label = parts(parseTree, 'RelationshipType')[0] ?? parts(parseTree, 'NodeLabel')[1]!
    return {
      label: label.getText().replace(/[:`]/g, ''),
      properties: Object.fromEntries(
        parts(properties, 'LiteralEntry').map(entry => [
          parts(entry, 'PropertyKeyName')[0]!.getText(),
          parts(entry, 'StringLiteral').map(literal => unquote(literal.getText())),
        ]),
      ),
    }
  })
}

describe('the Cypher script', () => {
  const graph = buildGraph(STORY, categoryOf)

  it('makes every node and relationship', () => {
    expect(read(graph).map(({ label }) => label)).toEqual([
      ...graph.mapNodes((_key, { entity_type }) => entity_type[0]!.toUpperCase() + entity_type.slice(1)),
      ...graph.mapEdges((_key, { kind }) => kind.toUpperCase()),
    ])
  })

  it('holds the evidence with its outlet and day', () => {
    const leads = read(graph).find(({ label }) => label === 'LEADS')
    expect(leads?.properties.evidence).toEqual([
      '"We support Calder Lines," Prime Minister Otto Brandt said. — Radio Meridian, 2031-03-05',
    ])
  })

  it('gives days, whole numbers and measures their own types, as the CSV files do', () => {
    const [node] = [...writeCypher(graph)].filter(line => line.includes("{key: 'p:otto-brandt'}"))
    expect(node).toMatch(/first_seen: date\('2031-03-05'\)/)
    expect(node).toMatch(/pagerank: \d\.\d+(e-\d+)?[,}]/)
    expect(node).toMatch(/betweenness: 0\.0[,}]/)
    expect(node).toMatch(/mentions: 1,.* links: \d+}/)
  })

  it('changes nothing when it is run twice: it merges, and never creates', () => {
    for (const statement of [...writeCypher(graph)].slice(1)) expect(statement).not.toMatch(/\bCREATE\b/)
  })

  it('parses and keeps names whatever they are', () => {
    fc.assert(
      fc.property(anyCorpus, corpus => {
        const any = buildGraph(corpus, categoryOf)
        const names = read(any)
          .slice(0, any.order)
          .map(({ properties }) => properties.label?.[0])
        expect(names).toEqual(any.mapNodes((_key, { label }) => xmlSafe(label)))
      }),
      { numRuns: 30 },
    )
  })
})
