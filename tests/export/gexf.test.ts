import fc from 'fast-check'
import DefaultGraph, { MultiGraph } from 'graphology'
import { parse } from 'graphology-gexf'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { type GexfOptions, writeGexf } from '../../src/export/gexf.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { HearsayGraph } from '../../src/types.ts'
import { xmlSafe } from '../../src/util/xml-text.ts'
import { anyCorpus } from '../graph/any-corpus.ts'
import { categoryOf, STORY } from '../graph/story.ts'

const story = buildGraph(STORY, categoryOf)

/** What Gephi Lite reads into; the types take the default export for a namespace. */
const Graph = DefaultGraph as unknown as typeof MultiGraph

function write(graph: HearsayGraph, options?: GexfOptions): string {
  return [...writeGexf(graph, options)].join('')
}

interface Element {
  readonly name: string
  readonly attributes: Record<string, string>
}

/** All elements, by a parser that throws at whatever is not well formed; with namespaces resolved. */
function elements(xml: string): Element[] {
  const found: Element[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    const attributes = Object.entries(tag.attributes).map(([name, { value }]) => [name, value])
    found.push({ name: `{${tag.uri}}${tag.local}`, attributes: Object.fromEntries(attributes) })
  })
  parser.write(xml).close()
  return found
}

function named(list: readonly Element[], name: string): Record<string, string>[] {
  return list.filter(element => element.name === name).map(({ attributes }) => attributes)
}

const GEXF = '{http://gexf.net/1.3}'
const VIZ = '{http://gexf.net/1.3/viz}'

describe('GEXF 1.3', () => {
  const list = elements(write(story))

  it('says that it is directed and lives in days', () => {
    expect(named(list, `${GEXF}graph`)).toEqual([
      {
        defaultedgetype: 'directed',
        idtype: 'string',
        mode: 'dynamic',
        timeformat: 'date',
        timerepresentation: 'interval',
      },
    ])
  })

  it('has every node with its place, size and colour', () => {
    expect(named(list, `${GEXF}node`).map(({ id, label }) => [id, label])).toEqual(
      story.mapNodes((key, { label }) => [key, label]),
    )
    expect(named(list, `${VIZ}position`)).toEqual(
      story.mapNodes((_key, { x, y }) => ({ x: String(x), y: String(y), z: '0' })),
    )
    expect(named(list, `${VIZ}size`)).toHaveLength(story.order)
    expect(named(list, `${VIZ}color`)).toHaveLength(story.order + story.size)
  })

  it('has every edge with kind, label, weight and time', () => {
    expect(named(list, `${GEXF}edge`).find(({ id }) => id === 'g:dockers-union|accused|g:calder-lines')).toEqual({
      id: 'g:dockers-union|accused|g:calder-lines',
      source: 'g:dockers-union',
      target: 'g:calder-lines',
      kind: 'accused',
      label: 'accused',
      weight: '2',
      start: '2031-03-02',
      end: '2031-03-05',
    })
  })

  it('keeps what is negated of another kind, for Gephi merges parallel edges of one kind', () => {
    const edge = named(list, `${GEXF}edge`).find(({ id }) => id?.endsWith('|not'))
    expect(edge).toMatchObject({ kind: 'not attacked', label: 'not attacked' })
  })

  it('names speakers, and joins lists', () => {
    const values = named(list, `${GEXF}attvalue`)
    expect(values).toContainEqual({ for: 'asserted_by', value: 'Ines Varga' })
    expect(values).toContainEqual({ for: 'outlets', value: 'Radio Meridian; The Tidewater Gazette' })
  })

  it('never uses an attribute id that readers take for their own', () => {
    for (const { id, title, type } of named(list, `${GEXF}attribute`)) {
      expect(['id', 'type', 'label', 'weight', 'kind', 'source', 'target', 'start', 'end', 'degree']).not.toContain(id)
      expect(title).toBe(id)
      expect(['string', 'integer', 'double', 'boolean']).toContain(type)
    }
  })

  it('is static where no article is dated', () => {
    const undated = { ...STORY, documents: STORY.documents.map(({ id, text }) => ({ id, text })) }
    const relations = STORY.relations.map(each => ({ ...each, evidence: { ...each.evidence, published: null } }))
    const graph = buildGraph({ ...undated, relations, statements: [] }, categoryOf)
    expect(named(elements(write(graph)), `${GEXF}graph`)[0]).toMatchObject({ mode: 'static' })
  })
})

describe('GEXF 1.2', () => {
  it('has the namespaces that old readers know, and no kind', () => {
    const list = elements(write(story, { version: '1.2' }))
    expect(named(list, '{http://www.gexf.net/1.2draft}edge')[0]).not.toHaveProperty('kind')
    expect(named(list, '{http://www.gexf.net/1.2draft/viz}position')).toHaveLength(story.order)
  })
})

describe('read back', () => {
  /** As Gephi Lite 1 opens a file. */
  const again = parse(Graph, write(story), { allowUndeclaredAttributes: true, addMissingNodes: true })
  const joined = (items: readonly string[]) => (items.length === 0 ? undefined : items.join('; '))
  const rgb = (color: string) => `rgb(${[1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16)).join(',')})`

  it('has every attribute of every node', () => {
    expect(again.mapNodes((key, attributes) => ({ key, ...attributes }))).toEqual(
      story.mapNodes((key, node) => {
        const { namings: _namings, references: _references, degree: links, ...rest } = node
        const { aliases, roles, outlets, first_seen, last_seen, color } = rest
        return {
          ...rest,
          key,
          links,
          aliases: joined(aliases),
          roles: joined(roles),
          outlets: joined(outlets),
          first_seen: first_seen ?? undefined,
          last_seen: last_seen ?? undefined,
          color: rgb(color),
          z: 0,
        }
      }),
    )
  })

  it('keeps parallel edges apart', () => {
    const first = STORY.relations.find(({ id }) => id === 'r1')!
    const relations = [...STORY.relations, { ...first, id: 'more', predicate: 'supported' }]
    const graph = buildGraph({ ...STORY, relations }, categoryOf)
    expect(graph.size).toBe(story.size + 1)
    const read = parse(Graph, write(graph), { allowUndeclaredAttributes: true, addMissingNodes: true })
    expect([read.multi, read.edges()]).toEqual([true, graph.edges()])
  })

  it('has every attribute of every edge', () => {
    expect(again.type).toBe('directed')
    expect(again.mapEdges((key, attributes, source, target) => ({ key, source, target, ...attributes }))).toEqual(
      story.mapEdges((key, { evidence: _evidence, ...edge }, source, target) => ({
        ...edge,
        key,
        source,
        target,
        kind: edge.negated ? `not ${edge.kind}` : edge.kind,
        relation: edge.kind,
        asserted_by: joined(edge.asserted_by.map(speaker => story.getNodeAttribute(speaker, 'label'))),
        outlets: joined(edge.outlets),
        first_seen: edge.first_seen ?? undefined,
        last_seen: edge.last_seen ?? undefined,
        cameo: edge.cameo ?? undefined,
        color: rgb(edge.color),
      })),
    )
  })
})

describe('any graph', () => {
  it('is well formed and keeps names, ends, weights and relations', () => {
    fc.assert(
      fc.property(anyCorpus, fc.constantFrom('1.2', '1.3'), (corpus, version) => {
        const graph = buildGraph(corpus, categoryOf)
        const list = elements(write(graph, { version }))
        const namespace = version === '1.3' ? GEXF : '{http://www.gexf.net/1.2draft}'
        expect(named(list, `${namespace}node`).map(({ id, label }) => [id, label])).toEqual(
          graph.mapNodes((key, { label }) => [key, xmlSafe(label.replace(/\s+/g, ' ').trim())]),
        )
        expect(
          named(list, `${namespace}edge`).map(({ source, target, weight }) => [source, target, Number(weight)]),
        ).toEqual(graph.mapEdges((_key, { weight }, source, target) => [source, target, weight]))
      }),
    )
  })

  it('comes back through graphology-gexf', () => {
    fc.assert(
      fc.property(anyCorpus, corpus => {
        const graph = buildGraph(corpus, categoryOf)
        const again = parse(MultiGraph, write(graph))
        expect(again.nodes()).toEqual(graph.nodes())
        expect(again.edges()).toEqual(graph.edges())
        again.forEachEdge((key, attributes, source, target) => {
          const { kind, negated, weight, color } = graph.getEdgeAttributes(key)
          expect([source, target]).toEqual(graph.extremities(key))
          expect(attributes).toMatchObject({ relation: kind, negated, weight, color: expect.any(String) })
          expect(color).toMatch(/^#/)
        })
        again.forEachNode((key, attributes) => {
          const { x, y, size, entity_type, mentions } = graph.getNodeAttributes(key)
          expect(attributes).toMatchObject({ x, y, size, entity_type, mentions })
        })
      }),
    )
  })
})
