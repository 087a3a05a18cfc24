import type { EdgeEvidence, HearsayGraph, NodeAttributes } from '../types.ts'
import { xmlSafe } from '../util/xml-text.ts'
import { ENTITY_CLASSES, nameIn, type PrefixedName } from './rdf-vocabulary.ts'

export type RdfValue =
  | { readonly ref: PrefixedName }
  | {
      readonly text: string
      readonly datatype?: 'xsd:date' | 'xsd:dateTime' | 'xsd:integer' | 'xsd:double' | 'xsd:boolean' | 'xsd:anyURI'
    }

/** One subject with all its statements; what Turtle, N-Quads and JSON-LD are written from. */
export interface RdfResource {
  readonly name: PrefixedName
  readonly properties: readonly (readonly [predicate: PrefixedName, values: readonly RdfValue[]])[]
}

/**
 * The graph as RDF, one resource after the other: outlets, documents, entities, then each edge as a claim with its
 * evidence. A claim of something actual, not negated, also stands as a plain triple (`entity:… h:accused entity:…`),
 * for short queries; who says so, how firmly and where, only the claim knows.
 */
export function* rdfResources(graph: HearsayGraph): Generator<RdfResource> {
  const outlets = new Set<string>()
  for (const { outlet } of graph.getAttribute('documents')) if (outlet) outlets.add(outlet)
  for (const outlet of [...outlets].sort()) {
    yield resource(nameIn('outlet', outlet), [
      ['rdf:type', refs('schema:NewsMediaOrganization', 'prov:Agent')],
      ['schema:name', [text(outlet)]],
    ])
  }
  for (const { id, title, outlet, published, url, language, copy_of } of graph.getAttribute('documents')) {
    yield resource(nameIn('document', id), [
      ['rdf:type', refs('schema:NewsArticle', 'prov:Entity')],
      ['schema:identifier', [text(id)]],
      ['schema:headline', some(title, text)],
      ['schema:datePublished', some(published, date)],
      ['schema:url', some(url, value => ({ text: xmlSafe(value), datatype: 'xsd:anyURI' }))],
      ['schema:inLanguage', some(language, text)],
      ['schema:publisher', some(outlet, name => ({ ref: nameIn('outlet', name) }))],
      ['h:copyOf', some(copy_of, original => ({ ref: nameIn('document', original) }))],
    ])
  }
  for (const { node, attributes } of graph.nodeEntries()) yield entity(node, attributes, graph)
  const told = new Set<string>()
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const predicate = nameIn('h', attributes.kind)
    yield resource(nameIn('claim', edge), [
      ['rdf:type', refs('h:Claim', 'rdf:Statement')],
      ['rdf:subject', [{ ref: nameIn('entity', source) }]],
      ['rdf:predicate', [{ ref: predicate }]],
      ['rdf:object', [{ ref: nameIn('entity', target) }]],
      ['rdfs:label', [text(attributes.label)]],
      ['h:category', [text(attributes.category)]],
      ['h:cameo', some(attributes.cameo, text)],
      ['h:negated', [{ text: String(attributes.negated), datatype: 'xsd:boolean' }]],
      ['h:modality', [text(attributes.modality)]],
      ['h:weight', [integer(attributes.weight)]],
      ['h:articles', [integer(attributes.articles)]],
      ['h:independentSources', [integer(attributes.independent_sources)]],
      ['h:ownVoice', [integer(attributes.own_voice)]],
      ['h:firstSeen', some(attributes.first_seen, date)],
      ['h:lastSeen', some(attributes.last_seen, date)],
      ['h:assertedBy', attributes.asserted_by.map(speaker => ({ ref: nameIn('entity', speaker) }))],
      ['prov:wasDerivedFrom', attributes.evidence.map(({ id }) => ({ ref: nameIn('evidence', id) }))],
    ])
    for (const evidence of attributes.evidence) {
      // A statement is evidence of an edge to each entity that it is about, and is told once.
      if (told.has(evidence.id)) continue
      told.add(evidence.id)
      yield evidenceResource(evidence, source)
    }
  }
}

function entity(node: string, attributes: NodeAttributes, graph: HearsayGraph): RdfResource {
  const plain = new Map<PrefixedName, RdfValue[]>()
  graph.forEachOutEdge(node, (_edge, { kind, negated, modality }, _source, target) => {
    if (negated || modality !== 'actual') return
    const values = plain.get(nameIn('h', kind)) ?? []
    values.push({ ref: nameIn('entity', target) })
    plain.set(nameIn('h', kind), values)
  })
  return resource(nameIn('entity', node), [
    ['rdf:type', refs(...ENTITY_CLASSES[attributes.entity_type])],
    ['rdfs:label', [text(attributes.label)]],
    ['schema:name', [text(attributes.label)]],
    ['schema:alternateName', attributes.aliases.map(text)],
    ['h:role', attributes.roles.map(text)],
    ['h:mentions', [integer(attributes.mentions)]],
    ['h:documents', [integer(attributes.documents)]],
    ['h:independentSources', [integer(attributes.independent_sources)]],
    ['h:firstSeen', some(attributes.first_seen, date)],
    ['h:lastSeen', some(attributes.last_seen, date)],
    ['h:community', [integer(attributes.community)]],
    ['h:pagerank', [{ text: attributes.pagerank.toExponential(), datatype: 'xsd:double' }]],
    ...plain,
  ])
}

function evidenceResource(evidence: EdgeEvidence, source: string): RdfResource {
  const { id, doc, outlet, published, span, quote, speaker, from, modality, negated, time } = evidence
  // In a statement the source of the edge speaks; a relation may be the claim of a speaker or the article's own.
  const voice = from === 'statement' ? source : speaker
  return resource(nameIn('evidence', id), [
    ['rdf:type', refs(from === 'statement' ? 'h:Statement' : 'h:Evidence', 'prov:Entity')],
    ['h:text', [text(evidence.text)]],
    ['h:start', [integer(span[0])]],
    ['h:end', [integer(span[1])]],
    ['h:quote', (quote ?? []).map(([start, end]) => text(evidence.text.slice(start - span[0], end - span[0])))],
    ['h:speaker', some(voice, key => ({ ref: nameIn('entity', key) }))],
    ['h:modality', [text(modality)]],
    ['h:negated', [{ text: String(negated), datatype: 'xsd:boolean' }]],
    ['h:time', some(time, text)],
    ['prov:hadPrimarySource', [{ ref: nameIn('document', doc) }]],
    [
      'prov:wasAttributedTo',
      [
        ...some(voice, key => ({ ref: nameIn('entity', key) })),
        ...some(outlet, name => ({ ref: nameIn('outlet', name) })),
      ],
    ],
    ['schema:datePublished', some(published, date)],
  ])
}

function resource(name: PrefixedName, properties: RdfResource['properties'][number][]): RdfResource {
  return { name, properties: properties.filter(([, values]) => values.length > 0) }
}

function refs(...names: PrefixedName[]): RdfValue[] {
  return names.map(ref => ({ ref }))
}

function some(value: string | null | undefined, make: (value: string) => RdfValue): RdfValue[] {
  return value ? [make(value)] : []
}

function text(value: string): RdfValue {
  return { text: xmlSafe(value) }
}

function integer(value: number): RdfValue {
  return { text: String(value), datatype: 'xsd:integer' }
}

function date(value: string): RdfValue {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { text: value, datatype: 'xsd:date' }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value)) return { text: value, datatype: 'xsd:dateTime' }
  return text(value)
}
