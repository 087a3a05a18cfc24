import { agree, givenNamesAgree, isInitial, oneSlip, personName, skeleton } from '../util/person-names.ts'
import type { Finding } from './finding.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'
import { calledSo, spelling } from './spelling.ts'

/** How much given names that agree count where one is only its letter. */
const ONLY_A_LETTER = 0.65
/** The same where one is short for the other: Jim and James, each common by itself. */
const ONLY_A_SHORT_FORM = 0.87

/**
 * What speaks for two persons' being one.
 *
 * @param bearers how many full names of the corpus hold a word as their first or family name
 * @param holders who holds the office that an unnamed profile is
 */
export function personFindings(
  a: Profile,
  b: Profile,
  { givenNames }: ResolveResources,
  bearers: ReadonlyMap<string, number>,
  holders: ReadonlyMap<Profile, Profile>,
): Finding[] {
  const found: Finding[] = []
  if (!a.named || !b.named) {
    if (holders.get(a) === b || holders.get(b) === a)
      found.push({ feature: 'holds_office', value: 1, values: [(a.named ? b : a).form] })
    return found
  }
  const [short, long] = a.parts.length <= b.parts.length ? [a, b] : [b, a]
  const x = personName(short.parts)
  const y = personName(long.parts)
  if (a.form === b.form) {
    if (x.given.length > 0) found.push({ feature: 'same_name', value: 1, values: [] })
    else {
      found.push({ feature: 'short_form', value: 1, values: [a.form, b.form] })
      if ((bearers.get(x.family) ?? 0) < 2) found.push({ feature: 'only_bearer', value: 1, values: [] })
      if ((bearers.get(x.family) ?? 0) === 0) found.push({ feature: 'same_wording', value: 1, values: [] })
    }
  } else if (x.given.length === 0 && y.given.length > 0) {
    if (x.family === y.family || y.given.includes(x.family)) {
      found.push({ feature: 'short_form', value: x.family === y.family ? 1 : 0.7, values: [short.form, long.form] })
      if ((bearers.get(x.family) ?? 0) < 2) found.push({ feature: 'only_bearer', value: 1, values: [] })
      if (calledSo(long, short)) found.push({ feature: 'called_so', value: 1, values: [] })
    }
  } else if (x.family === y.family && givenNamesAgree(x.given, y.given, givenNames)) {
    // A letter fits many, and so does a short form: it takes a rare family name or like company.
    const byLetter = x.given[0] !== y.given[0] && (isInitial(x.given[0]!) || isInitial(y.given[0]!))
    const byShortForm = !x.given.some(name => y.given.some(other => skeleton(name) === skeleton(other)))
    const value = byLetter ? ONLY_A_LETTER : byShortForm ? ONLY_A_SHORT_FORM : 1
    found.push({ feature: 'compatible_names', value, values: [] })
    if (value < 1 && (bearers.get(x.family) ?? 0) <= 2) found.push({ feature: 'only_bearer', value: 1, values: [] })
  } else {
    found.push(...spelling(x.given.concat(x.family), y.given.concat(y.family)))
  }
  return found
}

/** Why two persons' names cannot be one's; null where they can. */
export function differentNames(a: Profile, b: Profile, { givenNames }: ResolveResources): string | null {
  if (!a.named || !b.named) return null
  const [x, y] = [personName(a.parts), personName(b.parts)]
  if (x.given.length === 0 || y.given.length === 0 || givenNamesAgree(x.given, y.given, givenNames)) return null
  const close = (one: string, other: string) => agree(one, other, givenNames) || oneSlip(one, other)
  // A slip in one given name of several does not make another person; a wholly different one does.
  const clash = x.given.some((name, index) => y.given[index] !== undefined && !close(name, y.given[index]!))
  return clash ? `different given names (${x.given.join(' ')}, ${y.given.join(' ')})` : null
}
