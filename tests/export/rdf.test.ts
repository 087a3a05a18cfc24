import fc from 'fast-check'
import jsonld from 'jsonld'
import { Store } from 'oxigraph'
import { describe, expect, it } from 'vitest'
import { writeJsonLd, writeNQuads, writeTurtle } from '../../src/export/rdf.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { anyCorpus } from '../graph/any-corpus.ts'
import { categoryOf, STORY } from '../graph/story.ts'

const graph = buildGraph(STORY, categoryOf)

/** All statements, sorted, as another implementation reads them. */
function read(chunks: Iterable<string>, format: string): string[] {
  const store = new Store()
  store.load([...chunks].join(''), { format })
  return store.dump({ format: 'application/n-quads' }).trim().split('\n').sort()
}

function select(query: string): string[][] {
  const store = new Store()
  store.load([...writeTurtle(graph)].join(''), { format: 'text/turtle' })
  const prefixes =
    'PREFIX h: <urn:hearsay:vocabulary:> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX schema: <https://schema.org/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> '
  const rows = store.query(prefixes + query) as Map<string, { value: string }>[]
  return rows.map(row => [...row.values()].map(({ value }) => value))
}

describe('the three forms of RDF', () => {
  const turtle = read(writeTurtle(graph), 'text/turtle')

  it('say the same', async () => {
    expect(read(writeNQuads(graph), 'application/n-quads')).toEqual(turtle)
    const expanded = (await jsonld.toRDF(JSON.parse([...writeJsonLd(graph)].join('')), {
      format: 'application/n-quads',
    })) as string
    expect(read([expanded], 'application/n-quads')).toEqual(turtle)
  })

  it('say the same of any graph', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async corpus => {
        const any = buildGraph(corpus, categoryOf)
        const quads = read(writeNQuads(any), 'application/n-quads')
        expect(read(writeTurtle(any), 'text/turtle')).toEqual(quads)
        const document = JSON.parse([...writeJsonLd(any)].join(''))
        const expanded = (await jsonld.toRDF(document, { format: 'application/n-quads' })) as string
        expect(read([expanded], 'application/n-quads')).toEqual(quads)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the RDF', () => {
  it('types the actors with schema.org', () => {
    expect(select('SELECT ?name { ?x a schema:Person; schema:name ?name } ORDER BY ?name')).toEqual([
      ['Ines Varga'],
      ['Otto Brandt'],
    ])
  })

  it('has a claim for every edge, a plain triple for those said to be so', () => {
    expect(select('SELECT (COUNT(*) AS ?n) { ?claim a h:Claim }')).toEqual([[String(graph.size)]])
    expect(select('SELECT ?a ?b { ?x h:accused ?y. ?x rdfs:label ?a. ?y rdfs:label ?b } ORDER BY ?a')).toEqual([
      ["Dockers' Union", 'Calder Lines'],
      ['Ines Varga', 'Veldania'],
    ])
    expect(select('SELECT ?x { ?x h:attacked ?y }'), 'negated').toEqual([])
    expect(select('SELECT ?x { ?x h:negotiated_with ?y }'), 'planned').toEqual([])
  })

  it('traces each claim to the sentence, its speaker and its outlet', () => {
    expect(
      select(`SELECT ?who ?outlet ?text {
        ?claim rdf:predicate h:supported; prov:wasDerivedFrom ?evidence.
        ?evidence h:text ?text; h:speaker/rdfs:label ?who; prov:hadPrimarySource/schema:publisher/schema:name ?outlet }`),
    ).toEqual([['Otto Brandt', 'Radio Meridian', '"We support Calder Lines," Prime Minister Otto Brandt said.']])
  })

  it('is the graph: every claim with its properties, every entity with its names', () => {
    const claims = select(`SELECT ?s ?p ?o ?label ?category ?negated ?modality ?weight ?own (COUNT(?e) AS ?pieces) {
      ?c a h:Claim; rdf:subject ?s; rdf:predicate ?p; rdf:object ?o; rdfs:label ?label; h:category ?category;
         h:negated ?negated; h:modality ?modality; h:weight ?weight; h:ownVoice ?own; prov:wasDerivedFrom ?e
    } GROUP BY ?c ?s ?p ?o ?label ?category ?negated ?modality ?weight ?own`)
    const cells = graph.mapEdges((_key, { kind, label, category, negated, modality, weight, own_voice }, a, b) => [
      ...[`urn:hearsay:entity:${a}`, `urn:hearsay:vocabulary:${kind}`, `urn:hearsay:entity:${b}`, label, category],
      ...[negated, modality, weight, own_voice, weight].map(String),
    ])
    expect(claims.map(row => row.join('|')).sort()).toEqual(cells.map(row => row.join('|')).sort())
    const names = select(`SELECT ?x ?label ?mentions ?documents (GROUP_CONCAT(?name; separator="|") AS ?names) {
      ?x h:mentions ?mentions; h:documents ?documents; rdfs:label ?label OPTIONAL { ?x schema:alternateName ?name }
    } GROUP BY ?x ?label ?mentions ?documents`)
    expect(names.map(row => row.join('|')).sort()).toEqual(
      graph
        .mapNodes((key, { label, mentions, documents, aliases }) =>
          [`urn:hearsay:entity:${key}`, label, mentions, documents, ...aliases].join('|'),
        )
        .sort(),
    )
  })

  it('holds the words of quotations', () => {
    expect(select('SELECT ?quote { ?s a h:Statement; h:quote ?quote } ORDER BY ?quote')).toEqual([
      ['They tore it up'],
      ['We support Calder Lines'],
    ])
  })
})
