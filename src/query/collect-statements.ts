import type { HearsayGraph, ResolvedStatement } from '../types.ts'
import type { StatementAnswer } from './answers.ts'
import { within } from './claim-filter.ts'
import { documentsById, entityRef } from './collect-claims.ts'

/** Which statements. All that is given must hold. Actors are given by any of their names. */
export interface StatementFilter {
  readonly speaker?: string
  readonly about?: string
  readonly addressee?: string
  readonly outlet?: string
  readonly document?: string
  /** First and last day of publication, `2016-12-13`; undated articles then do not count. */
  readonly from?: string
  readonly until?: string
  /** Words that the statement holds; case does not count. */
  readonly words?: string
}

/** A statement with node keys, from either source. */
interface Said {
  readonly id: string
  readonly speaker: string | null
  readonly addressee: string | null
  readonly about: readonly string[]
  readonly answer: Omit<StatementAnswer, 'id' | 'speaker' | 'addressee' | 'about'>
}

/** The statements that a filter lets through, in order of publication, then of their place in the article. */
export function collectStatements(
  graph: HearsayGraph,
  statements: readonly ResolvedStatement[] | undefined,
  filter: StatementFilter,
  keyOf: (name: string) => string,
): StatementAnswer[] {
  const speaker = filter.speaker === undefined ? null : keyOf(filter.speaker)
  const about = filter.about === undefined ? null : keyOf(filter.about)
  const addressee = filter.addressee === undefined ? null : keyOf(filter.addressee)
  const outlet = filter.outlet?.toLowerCase()
  const words = filter.words?.toLowerCase()
  const said = statements ? fromRecords(graph, statements) : fromEdges(graph)
  return said
    .filter(
      ({ answer, ...each }) =>
        (speaker === null || each.speaker === speaker) &&
        (about === null || each.about.includes(about)) &&
        (addressee === null || each.addressee === addressee) &&
        (outlet === undefined || answer.outlet?.toLowerCase() === outlet) &&
        (filter.document === undefined || answer.doc === filter.document) &&
        (words === undefined || answer.quotes.some(quote => quote.toLowerCase().includes(words))) &&
        within(answer.published, filter.from, filter.until),
    )
    .map(({ id, speaker, addressee, about, answer }) => ({
      id,
      speaker: speaker === null ? null : entityRef(graph, speaker),
      addressee: addressee === null ? null : entityRef(graph, addressee),
      about: about.map(key => entityRef(graph, key)),
      ...answer,
    }))
    .sort((a, b) => compare(a.published ?? '9', b.published ?? '9') || compare(a.doc, b.doc))
}

function fromRecords(graph: HearsayGraph, statements: readonly ResolvedStatement[]): Said[] {
  const known = (key: string) => graph.hasNode(key)
  return statements.map(({ id, speaker, addressee, about, type, content, evidence }) => ({
    id,
    speaker,
    addressee,
    about: about.filter(known),
    answer: {
      type,
      quotes: content.map(([start, end]) => evidence.text.slice(start - evidence.span[0], end - evidence.span[0])),
      doc: evidence.doc,
      outlet: evidence.outlet,
      published: evidence.published,
      title: evidence.title,
      url: evidence.url,
      text: evidence.text,
    },
  }))
}

/** The `said` and `told` edges that quotations gave, put together again by the statement's id. */
function fromEdges(graph: HearsayGraph): Said[] {
  const documents = documentsById(graph)
  const said = new Map<string, Said & { addressee: string | null; about: string[]; place: number }>()
  graph.forEachEdge((_edge, { kind, evidence }, source, target) => {
    for (const { from, id, doc, outlet, published, span, text, quote } of evidence) {
      if (from !== 'statement') continue
      const known = said.get(id) ?? {
        id,
        speaker: source,
        addressee: null,
        about: [],
        place: span[0],
        answer: {
          type: null,
          quotes: (quote ?? []).map(([start, end]) => text.slice(start - span[0], end - span[0])),
          doc,
          outlet,
          published,
          title: documents.get(doc)?.title ?? null,
          url: documents.get(doc)?.url ?? null,
          text,
        },
      }
      if (kind === 'told') known.addressee = target
      else known.about.push(target)
      said.set(id, known)
    }
  })
  return [...said.values()].sort((a, b) => a.place - b.place)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
