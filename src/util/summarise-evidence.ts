import type { EdgeAttributes, EdgeEvidence, Modality } from '../types.ts'

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
  | 'first_seen'
  | 'last_seen'
  | 'evidence'
>

/** Sums up the evidence of an edge. */
export function summariseEvidence(evidence: EdgeEvidence[]): EvidenceSummary {
  const [first_seen, last_seen] = firstAndLast(evidence.map(each => each.published))
  return {
    weight: evidence.length,
    modality: FIRMEST_FIRST.find(modality => evidence.some(each => each.modality === modality)) ?? 'actual',
    asserted_by: speakers(evidence),
    own_voice: evidence.filter(each => each.speaker === null).length,
    outlets: distinct(evidence.map(each => each.outlet)),
    documents: new Set(evidence.map(each => each.doc)).size,
    first_seen,
    last_seen,
    evidence,
  }
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
