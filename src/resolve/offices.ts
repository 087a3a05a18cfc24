import { nameForm } from '../util/name-form.ts'
import type { Profile, ResolvedDocument } from './profile.ts'

/** An office has been given to its holder so often, and to the next in the article so much more seldom. */
const LEAST = 3
const MARGIN = 3
/** A description that many bear ("actress", "spokesman") is no office: its holder has this share of all that bear it. */
const SHARE = 0.3

/**
 * Who an article means by an office without saying so ("the prime minister" beside "Mr Lee"): the one person whom it names
 * and to whom the corpus gives that office far oftener than to anybody else whom it names.
 *
 * @returns unnamed profile of an article → the profile of the holder
 */
export function holdersOf(
  documents: readonly ResolvedDocument[],
  profiles: readonly Profile[],
): ReadonlyMap<Profile, Profile> {
  const offices = new Set<string>()
  for (const profile of profiles) if (profile.type === 'person' && !profile.named) offices.add(profile.form)
  const bearers = new Map<string, Map<Profile, number>>()
  const byFamily = new Map<string, Profile>()
  for (const profile of profiles) {
    if (profile.type !== 'person' || !profile.named) continue
    for (const [role, count] of profile.roles) {
      const form = nameForm(role)
      if (!offices.has(form)) continue
      const own = bearers.get(form) ?? new Map<Profile, number>()
      own.set(profile, (own.get(profile) ?? 0) + count)
      bearers.set(form, own)
    }
    const family = profile.parts.at(-1)!
    const known = byFamily.get(family)
    if (profile.parts.length > 1 && (known === undefined || profile.documents.length > known.documents.length))
      byFamily.set(family, profile)
  }
  const holders = new Map<Profile, Profile>()
  for (const { profiles: cast } of documents) {
    const unnamed = cast.filter(({ type, named }) => type === 'person' && !named)
    if (unnamed.length === 0) continue
    const persons = new Set(cast.filter(({ type, named }) => type === 'person' && named))
    for (const office of unnamed) {
      const own = bearers.get(office.form)
      if (own === undefined) continue
      let all = 0
      for (const count of own.values()) all += count
      const ranked = [...persons]
        .map(person => {
          const full = person.parts.length === 1 ? byFamily.get(person.form) : person
          return { person, count: own.get(person) ?? (full && own.get(full)) ?? 0 }
        })
        .sort((a, b) => b.count - a.count || a.person.index - b.person.index)
      const [first, second] = ranked
      if (first === undefined || first.count < LEAST || first.count < SHARE * all) continue
      if (first.count >= MARGIN * (second?.count ?? 0)) holders.set(office, first.person)
    }
  }
  return holders
}
