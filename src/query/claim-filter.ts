import type { EdgeAttributes, EdgeEvidence, Modality } from '../types.ts'

/** Which claims, and which evidence of them. All that is given must hold. Actors are given by any of their names. */
export interface ClaimFilter {
  readonly subject?: string
  readonly object?: string
  /** At either end. */
  readonly actor?: string
  /** `accused`, or several. */
  readonly predicate?: string | readonly string[]
  /** `conflict`, or several. */
  readonly category?: string | readonly string[]
  readonly outlet?: string
  readonly document?: string
  /** First and last day of publication, `2016-12-13`; undated articles then do not count. */
  readonly from?: string
  readonly until?: string
  readonly negated?: boolean
  readonly modality?: Modality | readonly Modality[]
  /** Whose claim it is; null for what articles say in their own voice. */
  readonly assertedBy?: string | null
}

/** A filter with the names of actors resolved to node keys. */
export interface CompiledFilter {
  readonly edge: (source: string, target: string, attributes: EdgeAttributes) => boolean
  readonly evidence: (evidence: EdgeEvidence) => boolean
}

/** @param keyOf resolves the name of an actor, or throws */
export function compileFilter(filter: ClaimFilter, keyOf: (name: string) => string): CompiledFilter {
  const subject = filter.subject === undefined ? null : keyOf(filter.subject)
  const object = filter.object === undefined ? null : keyOf(filter.object)
  const actor = filter.actor === undefined ? null : keyOf(filter.actor)
  const speaker = filter.assertedBy ? keyOf(filter.assertedBy) : filter.assertedBy
  const predicates = toSet(filter.predicate)
  const categories = toSet(filter.category)
  const modalities = toSet(filter.modality)
  const outlet = filter.outlet?.toLowerCase()
  return {
    edge: (source, target, { kind, category, negated }) =>
      (subject === null || source === subject) &&
      (object === null || target === object) &&
      (actor === null || source === actor || target === actor) &&
      (predicates === null || predicates.has(kind)) &&
      (categories === null || categories.has(category)) &&
      (filter.negated === undefined || negated === filter.negated),
    evidence: evidence =>
      (outlet === undefined || evidence.outlet?.toLowerCase() === outlet) &&
      (filter.document === undefined || evidence.doc === filter.document) &&
      (modalities === null || modalities.has(evidence.modality)) &&
      (speaker === undefined || evidence.speaker === speaker) &&
      within(evidence.published, filter.from, filter.until),
  }
}

/** Whether a day of publication lies within a period; an open period holds undated articles too. */
export function within(published: string | null, from: string | undefined, until: string | undefined): boolean {
  if (from === undefined && until === undefined) return true
  const day = published?.slice(0, 10)
  return day !== undefined && (from === undefined || day >= from) && (until === undefined || day <= until)
}

function toSet<Value extends string>(value: Value | readonly Value[] | undefined): ReadonlySet<string> | null {
  if (value === undefined) return null
  return new Set(typeof value === 'string' ? [value] : value)
}
