import { describe, expect, it } from 'vitest'
import { writeNQuads } from '../../src/export/rdf.ts'
import { PREFIXES } from '../../src/export/rdf-vocabulary.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { openSparql } from '../../src/query/open-sparql.ts'
import { categoryOf, STORY } from '../graph/story.ts'

const sparql = await openSparql(writeNQuads(buildGraph(STORY, categoryOf)), PREFIXES)

describe('SPARQL', () => {
  it('answers SELECT with rows in the order asked for', () => {
    expect(
      sparql.ask(
        'SELECT ?name ?seen ?title { ?x a schema:Person; rdfs:label ?name; h:firstSeen ?seen. OPTIONAL { ?x schema:headline ?title } } ORDER BY ?name',
      ),
    ).toEqual({
      form: 'rows',
      variables: ['name', 'seen', 'title'],
      rows: [
        [{ kind: 'literal', value: 'Ines Varga' }, day('2031-03-02'), null],
        [{ kind: 'literal', value: 'Otto Brandt' }, day('2031-03-05'), null],
      ],
    })
  })

  it('answers ASK and CONSTRUCT', () => {
    expect(sparql.ask('ASK { ?a h:accused ?b }')).toEqual({ form: 'boolean', value: true })
    const answer = sparql.ask('CONSTRUCT { ?b h:accusedBy ?a } WHERE { ?a h:accused ?b }')
    expect(answer.form === 'graph' && answer.nquads.trim().split('\n').sort()).toEqual([
      '<urn:hearsay:entity:g:calder-lines> <urn:hearsay:vocabulary:accusedBy> <urn:hearsay:entity:g:dockers-union> .',
      '<urn:hearsay:entity:s:veldania> <urn:hearsay:vocabulary:accusedBy> <urn:hearsay:entity:p:ines-varga> .',
    ])
  })

  it('does not recite the grammar', () => {
    expect(() => sparql.ask('SELECT ?x {', 'my.rq')).toThrow(/^.{0,250}$/s)
  })

  it.each([
    ['SELECT ?x {', '1:'],
    ['# a comment\nSELECT nonsense', '2:'],
    ['INSERT DATA { <urn:a> <urn:b> 1 }', '1:'],
    ['SELECT * { SERVICE <http://elsewhere.example/> { ?a ?b ?c } }', 'elsewhere.example'],
  ])('refuses %s, and says where', (query, place) => {
    expect(() => sparql.ask(query, 'my.rq')).toThrow(
      expect.objectContaining({ code: 'query/sparql', subject: 'my.rq', message: expect.stringContaining(place) }),
    )
  })
})

function day(value: string) {
  return { kind: 'literal', value, datatype: 'http://www.w3.org/2001/XMLSchema#date' }
}
