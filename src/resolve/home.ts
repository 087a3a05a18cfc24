import type { Denotation } from '../util/nominal-lexicon.ts'
import type { Profile } from './profile.ts'

/** Code of the country that an article is about; null where it speaks of none much, `mixed` where of several. */
export type Home = string | null

export const MIXED = 'mixed'

/** An article about a country names it so often, and so much oftener than any other. */
const OFTEN = 3
const MARGIN = 2

/** @param mentions how often the article mentions each profile */
export function homeOf(profiles: readonly Profile[], mentions: readonly number[]): Home {
  const counts = new Map<string, number>()
  for (const [index, { country }] of profiles.entries()) {
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + (mentions[index] ?? 0))
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (first === undefined || first[1] < OFTEN) return null
  return first[1] >= MARGIN * (second?.[1] ?? 0) ? first[0] : MIXED
}

/**
 * What a nation has one of, so that the bare word means that of the country which an article is about, or of the outlet's own
 * where it is about none.
 */
const NATIONAL: ReadonlySet<string> = new Set([
  'government',
  'parliament',
  'legislators',
  'cabinet',
  'opposition',
  'election',
  'referendum',
  'ministers',
])
/** Of these a country has one too, but in a story without a country they are a town's. */
const FORCES: ReadonlySet<string> = new Set(['police', 'army', 'navy', 'air force'])

const isOf = (kinds: ReadonlySet<string>, denotation: Denotation | null): boolean =>
  denotation !== null && kinds.has(denotation.denotes)

/** Whether an unnamed profile's bare word means its country's. */
export const isNational = ({ named, denotation }: Profile): boolean =>
  !named && (isOf(NATIONAL, denotation) || isOf(FORCES, denotation))

/** Whose a national body is: the country that its words name, else its article's; null where nothing tells. */
export const countryOfBody = (profile: Profile): string | null =>
  profile.country ?? (isNational(profile) && profile.home !== MIXED ? profile.home : null)

/** Under what two bodies of a nation meet: their country, else their outlet; null where neither tells whose they are. */
export function nationOf(profile: Profile): string | null {
  if (!isNational(profile) || profile.home === MIXED) return profile.country
  return countryOfBody(profile) ?? (isOf(NATIONAL, profile.denotation) ? `outlet ${profile.outlet}` : null)
}
