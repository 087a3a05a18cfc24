import type { EntityType, Modality, Naming } from '../../../src/types.ts'
import { type Actor, type ArticleText, type Claim, indexStory, type Piece, type Story } from './story.ts'
import { asArray, asColor, asDay, asNumber, asRecord, asSpan, asText, asTextOrNull } from './values.ts'

const entityTypes = new Set<string>(['person', 'state', 'group', 'place', 'event'])
const modalities = new Set<string>(['actual', 'planned', 'possible', 'demanded'])

type Documents = ReadonlyMap<string, Record<string, unknown>>

/** What was given is not a graph this page can show. */
export class UnreadableGraph extends Error {}

/**
 * Reads a `graph.json` (graphology's serialisation). Anybody's file: fields that are missing or of another type get a
 * neutral value, edges without both ends are left out.
 *
 * @throws UnreadableGraph if it is no serialised graph at all
 */
export function readGraph(given: unknown, articles: ReadonlyMap<string, ArticleText> = new Map()): Story {
  const graph = asRecord(given)
  if (!Array.isArray(graph.nodes) || !Array.isArray(graph.edges))
    throw new UnreadableGraph('it has no lists of "nodes" and "edges"; a graph.json written by hearsay has both')
  const documents: Documents = new Map(
    asArray(asRecord(graph.attributes).documents).map(value => {
      const document = asRecord(value)
      const id = asText(document.id)
      return [id, { ...document, title: document.title ?? openingOf(articles.get(id)) }]
    }),
  )
  const actors: Actor[] = []
  const index = new Map<string, number>()
  for (const value of graph.nodes) {
    const node = asRecord(value)
    const key = asText(node.key)
    if (key === '' || index.has(key)) continue
    index.set(key, actors.length)
    actors.push(readActor(key, asRecord(node.attributes), actors.length))
  }
  const claims: Claim[] = []
  const claimKeys = new Set<string>()
  for (const value of graph.edges) {
    const edge = asRecord(value)
    const source = index.get(asText(edge.source))
    const target = index.get(asText(edge.target))
    if (source === undefined || target === undefined) continue
    let key = asText(edge.key) || `${edge.source}>${edge.target}`
    while (claimKeys.has(key)) key += '+'
    claimKeys.add(key)
    claims.push(readClaim(key, source, target, asRecord(edge.attributes), claims.length, documents))
  }
  return indexStory(actors, claims, articles)
}

/** The first words of an article, which stand for a title that it lacks. */
function openingOf(article: ArticleText | undefined): string | null {
  const words = article?.text.trim().split(/\s+/).slice(0, 9)
  return words === undefined ? null : `${words.join(' ').slice(0, 70)} …`
}

function readActor(key: string, attributes: Record<string, unknown>, order: number): Actor {
  const type = asText(attributes.entity_type)
  // Nodes without a place (a graph from elsewhere) start on a sunflower spiral, so that none covers another.
  const angle = order * 2.399963
  const radius = Math.sqrt(order + 1) * 10
  return {
    key,
    label: asText(attributes.label) || key,
    type: (entityTypes.has(type) ? type : 'group') as EntityType,
    aliases: asArray(attributes.aliases).map(asText).filter(Boolean),
    namings: asArray(attributes.namings).map(readNaming),
    roles: asArray(attributes.roles).map(asText).filter(Boolean),
    references: asArray(attributes.references).map(asText).filter(Boolean),
    mentions: asNumber(attributes.mentions, 1),
    community: asNumber(attributes.community, 0),
    pagerank: asNumber(attributes.pagerank, 0),
    betweenness: attributes.betweenness === undefined ? null : asNumber(attributes.betweenness, 0),
    x: asNumber(attributes.x, radius * Math.cos(angle)),
    y: asNumber(attributes.y, radius * Math.sin(angle)),
    color: asColor(attributes.color),
  }
}

function readNaming(value: unknown): Naming {
  const naming = asRecord(value)
  return { alias: asText(naming.alias), outlet: asTextOrNull(naming.outlet), count: asNumber(naming.count, 1) }
}

function readClaim(
  key: string,
  source: number,
  target: number,
  attributes: Record<string, unknown>,
  claim: number,
  documents: Documents,
): Claim {
  const predicate = asText(attributes.kind) || asText(attributes.label) || 'related_to'
  return {
    key,
    source,
    target,
    predicate,
    label: asText(attributes.label) || predicate.replaceAll('_', ' '),
    category: asText(attributes.category) || 'other',
    negated: attributes.negated === true,
    cameo: asTextOrNull(attributes.cameo),
    color: asColor(attributes.color),
    // A graph from elsewhere may give no evidence: its claims stand all the same, on nothing.
    pieces: (asArray(attributes.evidence).length > 0 ? asArray(attributes.evidence) : [{}]).map(value =>
      readPiece(asRecord(value), claim, documents),
    ),
  }
}

function readPiece(evidence: Record<string, unknown>, claim: number, documents: Documents): Piece {
  const doc = asText(evidence.doc)
  const document = documents.get(doc) ?? {}
  const modality = asText(evidence.modality)
  return {
    id: asTextOrNull(evidence.id),
    claim,
    doc,
    original: asTextOrNull(document.copy_of) ?? doc,
    outlet: asTextOrNull(evidence.outlet ?? document.outlet),
    day: asDay(evidence.published ?? document.published),
    url: asTextOrNull(document.url),
    title: asTextOrNull(document.title),
    span: asSpan(evidence.span) ?? [0, 0],
    text: asText(evidence.text),
    trigger: asSpan(evidence.trigger),
    subject: asSpan(evidence.subject),
    object: asSpan(evidence.object),
    quote: asArray(evidence.quote).flatMap(value => (asSpan(value) ? [asSpan(value)!] : [])),
    speaker: asTextOrNull(evidence.speaker),
    modality: (modalities.has(modality) ? modality : 'actual') as Modality,
    time: asTextOrNull(evidence.time),
  }
}
