import type { DocumentInfo, EdgeAttributes, EdgeEvidence, Modality } from '../types.ts'

const FIRMEST_FIRST: readonly Modality[] = ['actual', 'planned', 'possible', 'demanded']

/** What an edge's attributes say of its evidence as a whole. */
export type EvidenceSummary = Pick<
  EdgeAttributes,
  | 'weight'
  | 'modality'
  | 'asserted_by'
  | 'own_voice'
  | 'outlets'
  | 'documents'
  | 'articles'
  | 'independent_sources'
  | 'first_seen'
  | 'last_seen'
  | 'evidence'
>

/** Id of the article whose text a document copies, its own where it copies none. */
export type OriginalOf = (document: string) => string

/** {@link OriginalOf} as the documents of a graph know it. */
export function originalsOf(documents: readonly DocumentInfo[]): OriginalOf {
  const originals = new Map<string, string>()
  for (const { id, copy_of } of documents) if (copy_of !== undefined) originals.set(id, copy_of)
  return id => originals.get(id) ?? id
}

/** Sums up the evidence of an edge. */
export function summariseEvidence(evidence: EdgeEvidence[], originalOf: OriginalOf): EvidenceSummary {
  const articles = new Set(evidence.map(each => each.doc))
  const [first_seen, last_seen] = firstAndLast(evidence.map(each => each.published))
  return {
    weight: evidence.length,
    modality: FIRMEST_FIRST.find(modality => evidence.some(each => each.modality === modality)) ?? 'actual',
    asserted_by: speakers(evidence),
    own_voice: evidence.filter(each => each.speaker === null).length,
    outlets: distinct(evidence.map(each => each.outlet)),
    documents: articles.size,
    articles: articles.size,
    independent_sources: countOriginals(articles, originalOf),
    first_seen,
    last_seen,
    evidence,
  }
}

/** How many of the articles are left when copies of one text count once. */
export function countOriginals(documents: Iterable<string>, originalOf: OriginalOf): number {
  const originals = new Set<string>()
  for (const document of documents) originals.add(originalOf(document))
  return originals.size
}

/** First and last day of dates or dates with times; nulls and incomplete dates are passed over. */
export function firstAndLast(dates: Iterable<string | null | undefined>): [first: string | null, last: string | null] {
  let first: string | null = null
  let last: string | null = null
  for (const date of dates) {
    const day = date?.slice(0, 10)
    if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) continue
    if (first === null || day < first) first = day
    if (last === null || day > last) last = day
  }
  return [first, last]
}

/** The different values, sorted, without null. */
export function distinct(values: Iterable<string | null | undefined>): string[] {
  const set = new Set<string>()
  for (const value of values) if (value) set.add(value)
  return [...set].sort()
}

function speakers(evidence: readonly EdgeEvidence[]): string[] {
  const counts = new Map<string, number>()
  for (const { speaker } of evidence) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([speaker]) => speaker)
}
