import { descriptionFindings } from './compare-descriptions.ts'
import { nameFindings } from './compare-names.ts'
import { personFindings } from './compare-persons.ts'
import { type Contexts, similarity } from './context.ts'
import { contradiction } from './contradiction.ts'
import type { Finding } from './finding.ts'
import type { Profile, ResolvedDocument } from './profile.ts'
import type { ResolveResources } from './resources.ts'

export interface Comparison {
  readonly score: number
  /** The features that decided, in words. */
  readonly why: string
}

export interface Comparer {
  compare(a: Profile, b: Profile): Comparison
  /** Why the two can never be one, whatever else speaks for it; null when nothing forbids it. */
  contradiction(a: Profile, b: Profile): string | null
}

/** Letters from which on a headline is no column's name ("World briefs"). */
const TELLING_HEADLINE = 18

const FAR_APART_DAYS = 150

/**
 * Compares two profiles of one type by the table of features.
 *
 * @param bearers how many full names of the corpus hold a word as their first or family name
 * @param holders who holds the office that an unnamed profile is
 */
export function makeComparer(
  documents: readonly ResolvedDocument[],
  contexts: Contexts,
  bearers: ReadonlyMap<string, number>,
  resources: ResolveResources,
  holders: ReadonlyMap<Profile, Profile> = new Map(),
): Comparer {
  const { features, countries } = resources

  function surroundings(a: Profile, b: Profile): Finding[] {
    const found: Finding[] = []
    const places = similarity(contexts.places(a), contexts.places(b), contexts.rarity)
    if (places.value > 0)
      found.push({ feature: 'shared_places', value: places.value, values: [places.terms.join(', ')] })
    const actors = similarity(contexts.actors(a), contexts.actors(b), contexts.rarity)
    if (actors.value > 0)
      found.push({ feature: 'shared_actors', value: actors.value, values: [actors.terms.join(', ')] })
    const role = sharedRole(a, b)
    if (role !== null) found.push({ feature: 'same_role', value: 1, values: [role] })
    return found
  }

  /** Whether two articles under one headline, a story and its copy, call it by the same words. */
  function isSameStory(a: Profile, b: Profile): boolean {
    const [x, y] = [a, b].map(profile => documents[profile.documents[0]!]!.story)
    return a.form === b.form && x === y && x!.length >= TELLING_HEADLINE
  }

  function farApart(a: Profile, b: Profile): boolean {
    const day = (profile: Profile) => documents[profile.documents[0]!]!.day
    const [x, y] = [day(a), day(b)]
    return x !== null && y !== null && Math.abs(x - y) > FAR_APART_DAYS
  }

  return {
    compare(a, b) {
      const described = !a.named || !b.named
      let found: Finding[]
      if (a.type === 'person') found = personFindings(a, b, resources, bearers, holders)
      else if (a.type === 'state' && a.country !== null && a.country === b.country) {
        found = [{ feature: 'same_country', value: 1, values: [countries.nameOf.get(a.country)!] }]
      } else {
        found = described ? [] : nameFindings(a, b, resources)
        if (found.length === 0) found = descriptionFindings(a, b, resources)
      }
      if (!a.named && !b.named && isSameStory(a, b)) found.push({ feature: 'same_story', value: 1, values: [a.form] })
      if (found.length > 0) {
        found.push(...surroundings(a, b))
        if (described && farApart(a, b)) found.push({ feature: 'far_apart_in_time', value: 1, values: [] })
      }
      return weigh(found, features)
    },
    contradiction: (a, b) => contradiction(a, b, contexts, resources),
  }
}

function weigh(found: readonly Finding[], table: ResolveResources['features']): Comparison {
  let score = 0
  const why: string[] = []
  for (const { feature, value, values } of found) {
    const row = table.get(feature)
    if (row === undefined) continue
    score += row.weight * value
    const words = row.why.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '')
    why.push(value < 0.995 ? `${words} ${value.toFixed(2)}` : words)
  }
  return { score: Math.round(score * 100) / 100, why: why.join('; ') }
}

function sharedRole(a: Profile, b: Profile): string | null {
  for (const role of a.roles.keys()) {
    const words = role.toLowerCase()
    for (const other of b.roles.keys()) if (other.toLowerCase() === words) return role
  }
  return null
}
