import type { DocumentInfo, EdgeAttributes, EntityType, HearsayGraph, NodeAttributes } from '../types.ts'
import { xmlSafe } from '../util/xml-text.ts'

/** One entity of the FollowTheMoney model. */
interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const SCHEMATA: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  state: 'PublicBody',
  group: 'Organization',
  place: 'Address',
  event: 'Event',
}

/**
 * The graph as FollowTheMoney entities, one JSON object a line, for Aleph (`alephclient write-entities`), OpenAleph and
 * yente. Articles are `Article`, actors `Person`, `Organization` or `PublicBody`, places `Address`, agreements and
 * battles `Event`, each with the articles that speak of it as proof; a claim is an `UnknownLink` whose role is the
 * predicate. Holds to what the models of Aleph (3.8) and of OpenAleph (4) have in common.
 *
 * Source: FollowTheMoney schema reference, followthemoney.tech.
 */
export function* writeFollowTheMoney(graph: HearsayGraph): Generator<string> {
  const documents = new Map(graph.getAttribute('documents').map(document => [document.id, document]))
  const nameOf = (key: string) => graph.getNodeAttribute(key, 'label')
  for (const document of documents.values()) yield line(article(document))
  for (const { node, attributes } of graph.nodeEntries()) yield line(actor(node, attributes, articlesOf(graph, node)))
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    yield line(link(edge, source, target, attributes, documents, nameOf))
  }
}

function article({ id, title, url, outlet, published }: DocumentInfo): FtmEntity {
  return {
    id: ftmId('article', id),
    schema: 'Article',
    properties: {
      title: present(title ?? id),
      fileName: present(id),
      sourceUrl: present(url),
      publisher: present(outlet),
      // The model's dates carry no zone.
      publishedAt: present(published?.replace(/(?:Z|[+-]\d\d:?\d\d)$/, '')),
    },
  }
}

function articlesOf(graph: HearsayGraph, node: string): string[] {
  const articles = new Set<string>()
  graph.forEachEdge(node, (_edge, { evidence }) => {
    for (const { doc } of evidence) articles.add(doc)
  })
  return [...articles].sort()
}

function actor(key: string, node: NodeAttributes, articles: readonly string[]): FtmEntity {
  const isPlace = node.entity_type === 'place'
  return {
    id: ftmId('actor', key),
    schema: SCHEMATA[node.entity_type],
    properties: {
      name: [node.label],
      alias: node.aliases,
      proof: articles.map(doc => ftmId('article', doc)),
      ...(isPlace ? { full: [node.label] } : {}),
      ...(node.entity_type === 'person' ? { position: node.roles } : { keywords: node.roles }),
    },
  }
}

function link(
  key: string,
  source: string,
  target: string,
  edge: EdgeAttributes,
  documents: ReadonlyMap<string, DocumentInfo>,
  nameOf: (key: string) => string,
): FtmEntity {
  const proofs = [...new Set(edge.evidence.map(({ doc }) => doc))]
  return {
    id: ftmId('claim', key),
    schema: 'UnknownLink',
    properties: {
      subject: [ftmId('actor', source)],
      object: [ftmId('actor', target)],
      role: [edge.label],
      summary: edge.asserted_by.length === 0 ? [] : [`asserted by ${edge.asserted_by.map(nameOf).join(', ')}`],
      status: edge.modality === 'actual' ? [] : [edge.modality],
      startDate: present(edge.first_seen),
      endDate: present(edge.last_seen),
      description: edge.evidence.map(({ text }) => text),
      recordId: proofs,
      publisher: edge.outlets,
      sourceUrl: proofs.flatMap(doc => present(documents.get(doc)?.url)),
    },
  }
}

/** Aleph takes letters, digits, dots and dashes; any other character becomes its code point. */
function ftmId(kind: string, key: string): string {
  return `hearsay-${kind}-${key.replace(/[^A-Za-z0-9-]/gu, character => `.${character.codePointAt(0)!.toString(16)}.`)}`
}

function present(value: string | null | undefined): string[] {
  return value ? [value] : []
}

function line({ id, schema, properties }: FtmEntity): string {
  const filled = Object.entries(properties)
    .map(([name, values]) => [name, [...new Set(values.map(xmlSafe).filter(value => value.trim() !== ''))]] as const)
    .filter(([, values]) => values.length > 0)
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(filled) })}\n`
}
