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

/** Of these a constituent country, like Scotland, has none of its own. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['cabinet', 'army', 'navy', 'air force'])

/** Bodies by name of which a country has one too. */
const NATIONAL_BODY =
  /^(?:central bank|treasury|(?:supreme|high|constitutional) court|(?:foreign|home|interior|finance|defen[cs]e|justice|health|education|trade|energy|agriculture|transport) (?:ministry|department))$/

const isOf = (kinds: ReadonlySet<string>, denotation: Denotation | null): boolean =>
  denotation !== null && kinds.has(denotation.denotes)

/** Whether an unnamed profile's bare word means its country's. */
export const isNational = ({ named, bare, form, denotation }: Profile): boolean =>
  !named && bare && (isOf(NATIONAL, denotation) || isOf(FORCES, denotation) || NATIONAL_BODY.test(form))

const isOfTheWhole = ({ form, denotation }: Profile): boolean =>
  isOf(OF_THE_WHOLE, denotation) || NATIONAL_BODY.test(form)

/** Codes of constituent and other countries without an ISO code begin so. */
const CONSTITUENT = /^XX-/

/** Whose a national body is: the country that its words name, else its article's; null where nothing tells. */
export function countryOfBody(profile: Profile): string | null {
  if (profile.country !== null || !isNational(profile) || profile.home === MIXED) return profile.country
  return isOfTheWhole(profile) && CONSTITUENT.test(profile.home ?? '') ? null : profile.home
}

/** Under what two bodies of a nation meet: their country, else their outlet; null where neither tells whose they are. */
export function nationOf(profile: Profile): string | null {
  if (!isNational(profile) || profile.home === MIXED) return profile.country
  const ofOutlet = isOf(NATIONAL, profile.denotation) || NATIONAL_BODY.test(profile.form)
  return countryOfBody(profile) ?? (ofOutlet ? `outlet ${profile.outlet}` : null)
}

/** In so many articles about one country a word makes it the outlet's own, if it leads the next by `MARGIN`. */
const AT_HOME = 5

/**
 * Gives the bare national bodies in articles about no country to the country that their outlet mostly means by that word:
 * papers do not name their own.
 */
export function settleHomes(profiles: readonly Profile[]): void {
  const bare = profiles.filter(profile => profile.country === null && isNational(profile))
  const homes = new Map<string, Map<string, number>>()
  const keyOf = ({ outlet, form }: Profile) => `${outlet}|${form}`
  for (const profile of bare) {
    const { home } = profile
    if (home === null || home === MIXED) continue
    const own = homes.get(keyOf(profile)) ?? new Map<string, number>()
    own.set(home, (own.get(home) ?? 0) + 1)
    homes.set(keyOf(profile), own)
  }
  const outlets = new Map<string, string>()
  for (const [key, own] of homes) {
    const [first, second] = [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    if (first![1] >= AT_HOME && first![1] >= MARGIN * (second?.[1] ?? 0)) outlets.set(key, first![0])
  }
  for (const profile of bare) {
    const country = outlets.get(keyOf(profile))
    if (country !== undefined && profile.home === null && nationOf(profile)?.startsWith('outlet '))
      profile.home = country
  }
}
