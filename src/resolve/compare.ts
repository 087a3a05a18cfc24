import { initials, nameForm } from '../util/name-form.ts'
import { agree, givenNamesAgree, isInitial, oneSlip, personName, skeleton } from '../util/person-names.ts'
import type { Contexts } from './context.ts'
import { similarity } from './context.ts'
import { countryOfBody, isNational, nationOf } from './home.ts'
import type { Profile, ResolvedDocument } from './profile.ts'
import type { ResolveResources } from './resources.ts'
import { countOf, differentOwners, distinguishing, isOneEverywhere, isPart } from './telling-apart.ts'

/** A feature that two profiles show, how strongly (0 to 1), and the values that explain it. */
export interface Finding {
  readonly feature: string
  readonly value: number
  readonly values: readonly string[]
}

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

/** Descriptions of anybody, which mean others in the next article. */
const VAGUE = new Set([
  'people',
  'company',
  'experts',
  'consumers',
  'states',
  'ministers',
  'leaders',
  'workers',
  'investors',
  'families',
  'reporters',
  'officials',
  'lawyers',
  'players',
  'fans',
])

/** How much given names that agree count where one is only its letter. */
const ONLY_A_LETTER = 0.65

const FAR_APART_DAYS = 150

const CHAMBER = /\b(?:congress|senate)$/

/** Whether two words may be one, bent or spelled otherwise ("Environment", "Environmental"), or tell nothing ("for", "of"). */
const alike = (a: string, b: string): boolean =>
  a === b ||
  a.length < 4 ||
  b.length < 4 ||
  a.slice(0, 4) === b.slice(0, 4) ||
  skeleton(a) === skeleton(b) ||
  oneSlip(a, b)

/**
 * Compares two profiles of one type by the table of features.
 *
 * @param bearers how many full names of the corpus hold a word as their first or family name
 */
export function makeComparer(
  documents: readonly ResolvedDocument[],
  contexts: Contexts,
  bearers: ReadonlyMap<string, number>,
  resources: ResolveResources,
  holders: ReadonlyMap<Profile, Profile> = new Map(),
): Comparer {
  const { givenNames, features, legalForms, organisations, countries } = resources

  function persons(a: Profile, b: Profile): Finding[] {
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
      // A letter fits many: it takes a rare family name or like company.
      const byLetter = x.given[0] !== y.given[0] && (isInitial(x.given[0]!) || isInitial(y.given[0]!))
      found.push({ feature: 'compatible_names', value: byLetter ? ONLY_A_LETTER : 1, values: [] })
      if (byLetter && (bearers.get(x.family) ?? 0) <= 2) found.push({ feature: 'only_bearer', value: 1, values: [] })
    } else {
      found.push(...spelling(x.given.concat(x.family), y.given.concat(y.family)))
    }
    return found
  }

  function names(a: Profile, b: Profile): Finding[] {
    if (a.form === b.form) return [{ feature: 'same_name', value: 1, values: [] }]
    const known = organisations.get(a.form)
    if (known !== undefined && known === organisations.get(b.form)) {
      return [{ feature: 'known_organisation', value: 1, values: [known] }]
    }
    const found: Finding[] = []
    const [short, long] = a.form.length <= b.form.length ? [a, b] : [b, a]
    const core = (parts: readonly string[]) => parts.filter(part => !legalForms.has(part.replace(/[.,]/g, '')))
    if (core(short.parts).join(' ') === core(long.parts).join(' ') && core(short.parts).length > 0) {
      found.push({ feature: 'legal_form', value: 1, values: [] })
    } else if (short.form === initials(long.parts)) {
      found.push({ feature: 'acronym', value: 1, values: [short.form, long.form] })
    } else if (long.form.endsWith(` ${short.form}`) && (short.parts.length > 1 || short.denotation === null)) {
      found.push({ feature: 'tail', value: short.parts.length > 1 ? 1 : 0.7, values: [short.form, long.form] })
    } else if (
      long.form.startsWith(`${short.form} `) &&
      !isPart(long) &&
      (short.parts.length > 1 || calledSo(long, short))
    ) {
      found.push({ feature: 'beginning', value: 1, values: [short.form, long.form] })
    } else found.push(...spelling(short.parts, long.parts))
    if (calledSo(long, short) || calledSo(short, long)) found.push({ feature: 'called_so', value: 1, values: [] })
    return found
  }

  function spelling(a: readonly string[], b: readonly string[]): Finding[] {
    if (a.length !== b.length) return []
    const differing = a.map((part, index) => [part, b[index]!] as const).filter(([x, y]) => x !== y)
    if (differing.length === 1 && oneSlip(...differing[0]!) && a.join('').length >= 8) {
      return [{ feature: 'typing_slip', value: 1, values: [] }]
    }
    const sounds = a.map(skeleton).join(' ')
    const alike = sounds === b.map(skeleton).join(' ') && sounds.replaceAll(' ', '').length >= 4
    return alike ? [{ feature: 'transliteration', value: 1, values: [] }] : []
  }

  function descriptions(a: Profile, b: Profile): Finding[] {
    if (a.denotation === null || b.denotation === null || a.denotation.denotes !== b.denotation.denotes) return []
    const wording = a.form === b.form
    if (!a.denotation.shared && (!wording || VAGUE.has(a.denotation.denotes))) return []
    const found: Finding[] = []
    // "A US bank" is any of them, "the deal" another in each article; only like surroundings make them the same.
    const everywhere = isOneEverywhere(a.type, a.parts, a.denotation)
    const bareEvent = a.type === 'event' && a.country === null
    const weight = a.denotation.shared ? (bareEvent ? 0.8 : 1) : everywhere ? 0.7 : 0.4
    found.push({ feature: 'same_denotation', value: weight, values: [a.denotation.denotes] })
    if (wording) found.push({ feature: 'same_wording', value: 1, values: [] })
    const [nation, other] = [a, b].map(body => (isNational(body) ? nationOf(body) : plainlyOf(body)))
    if (nation != null && nation === other && (a.country === null || b.country === null)) {
      const country = countryOfBody(a) ?? countryOfBody(b)
      const of = country === null ? 'the same outlets' : (countries.nameOf.get(country) ?? country)
      found.push({ feature: 'same_home', value: 1, values: [of] })
    } else if (a.country !== null && a.country === b.country) {
      found.push({ feature: 'same_qualifier', value: weight, values: [countries.nameOf.get(a.country) ?? a.country] })
    }
    return found
  }

  /** The country of "the French government" that is a name: its words say no more than that. */
  function plainlyOf({ country, parts }: Profile): string | null {
    return countries.byAdjective.get(parts.slice(0, -1).join(' ')) === country ? country : null
  }

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

  /** Whether a bare "army" would become a country's whose articles speak more of another. */
  function isForeign(bare: Profile, other: Profile): boolean {
    if (bare.named || bare.country !== null || other.country === null || bare.denotation?.denotes !== 'army')
      return false
    const places = contexts.places(bare)
    const weight = (code: string) => places.get(nameForm(countries.nameOf.get(code) ?? '')) ?? 0
    const own = weight(other.country)
    return [...countries.nameOf.keys()].some(code => weight(code) > own)
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
      if (a.type === 'person') found = persons(a, b)
      else if (a.type === 'state' && a.country !== null && a.country === b.country) {
        found = [{ feature: 'same_country', value: 1, values: [countries.nameOf.get(a.country)!] }]
      } else {
        found = described ? [] : names(a, b)
        if (found.length === 0) found = descriptions(a, b)
      }
      if (found.length > 0) {
        found.push(...surroundings(a, b))
        if (described && farApart(a, b)) found.push({ feature: 'far_apart_in_time', value: 1, values: [] })
      }
      return weigh(found, features)
    },
    contradiction(a, b) {
      if (a.type !== b.type) return 'of different types'
      if (a.type === 'person') {
        if (!a.named || !b.named) return null
        const [x, y] = [personName(a.parts), personName(b.parts)]
        if (x.given.length === 0 || y.given.length === 0 || givenNamesAgree(x.given, y.given, givenNames)) return null
        // A slip in one given name of several does not make another person; a wholly different one does.
        const clash = x.given.some((name, index) => y.given[index] !== undefined && !close(name, y.given[index]!))
        return clash ? `different given names (${x.given.join(' ')}, ${y.given.join(' ')})` : null
      }
      if (a.country !== null && b.country !== null && a.country !== b.country) {
        return `of different countries (${a.country}, ${b.country})`
      }
      if (
        a.denotation !== null &&
        b.denotation !== null &&
        a.denotation.denotes !== b.denotation.denotes &&
        (!a.named || !b.named)
      ) {
        return `${a.denotation.denotes} and ${b.denotation.denotes} are different things`
      }
      const bodies = [organisations.get(a.form), organisations.get(b.form)]
      if (a.named && b.named && bodies[0] !== undefined && bodies[1] !== undefined && bodies[0] !== bodies[1]) {
        return `${bodies.join(' and ')} are two bodies`
      }
      if (!a.named && !b.named && countOf(a.parts) !== countOf(b.parts)) return 'of different numbers'
      if (a.type === 'group' && a.named && b.named && areNamesakes(a, b)) return `"${a.form}" and "${b.form}" are two`
      const owners = differentOwners(a, b, countries)
      if (owners !== null) return owners
      if (isForeign(a, b) || isForeign(b, a)) return 'the articles speak of another country'
      const nations = [a, b].map(body => (isNational(body) ? nationOf(body) : null))
      const ofOutlets = nations.every(nation => nation?.startsWith('outlet '))
      if (nations[0] !== null && nations[1] !== null && nations[0] !== nations[1] && !ofOutlets)
        return 'in articles about different countries'
      const apart = distinguishing(a.parts, b.parts)
      return apart === null || (!a.named && !b.named) ? null : `told apart by "${apart}"`
    },
  }

  /**
   * Real Madrid and Real Sociedad, Leeds United and Newcastle United: a short form that both go by makes them no one; nor do
   * initials, of which each country has a bearer, or a parliament's two houses.
   */
  function areNamesakes(a: Profile, b: Profile): boolean {
    const [chamber, house] = [CHAMBER.exec(a.form)?.[0], CHAMBER.exec(b.form)?.[0]]
    if (chamber !== undefined && house !== undefined && chamber !== house) return true
    if (a.parts.length > 2 && a.parts.length === b.parts.length) {
      return a.parts.some((part, index) => !alike(part, b.parts[index]!))
    }
    if (a.parts.length !== 2 || b.parts.length !== 2 || a.denotation !== null || b.denotation !== null) return false
    const other = a.parts[0] === b.parts[0] ? 1 : a.parts[1] === b.parts[1] ? 0 : -1
    if (other < 0) return false
    const [x, y] = [a.parts[other]!, b.parts[other]!]
    return x !== y && !oneSlip(x, y) && !x.startsWith(y) && !y.startsWith(x) && !legalForms.has(x) && !legalForms.has(y)
  }

  function close(a: string, b: string): boolean {
    return agree(a, b, givenNames) || oneSlip(a, b)
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

/** Whether some article calls the one by the other's whole form. */
function calledSo(long: Profile, short: Profile): boolean {
  for (const name of long.names.keys()) if (name.toLowerCase().replaceAll('.', '') === short.form) return true
  return false
}

function sharedRole(a: Profile, b: Profile): string | null {
  for (const role of a.roles.keys()) {
    const words = role.toLowerCase()
    for (const other of b.roles.keys()) if (other.toLowerCase() === words) return role
  }
  return null
}
