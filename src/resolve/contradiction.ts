import type { CountryLexicon } from '../util/country-lexicon.ts'
import { nameForm } from '../util/name-form.ts'
import { areNamesakes } from './compare-names.ts'
import { differentNames } from './compare-persons.ts'
import type { Contexts } from './context.ts'
import { isNational, nationOf } from './home.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'
import { countOf, differentOwners, distinguishing } from './telling-apart.ts'

/** Why two profiles can never be one, whatever else speaks for it; null when nothing forbids it. */
export function contradiction(a: Profile, b: Profile, contexts: Contexts, resources: ResolveResources): string | null {
  const { organisations, countries } = resources
  if (a.type !== b.type) return 'of different types'
  if (a.type === 'person') return differentNames(a, b, resources)
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
  if (a.type === 'group' && a.named && b.named && areNamesakes(a, b, resources))
    return `"${a.form}" and "${b.form}" are two`
  const owners = differentOwners(a, b, countries)
  if (owners !== null) return owners
  if (isForeign(a, b, contexts, countries) || isForeign(b, a, contexts, countries))
    return 'the articles speak of another country'
  const nations = [a, b].map(body => (isNational(body) ? nationOf(body) : null))
  const ofOutlets = nations.every(nation => nation?.startsWith('outlet '))
  if (nations[0] !== null && nations[1] !== null && nations[0] !== nations[1] && !ofOutlets)
    return 'in articles about different countries'
  const apart = distinguishing(a.parts, b.parts)
  return apart === null || (!a.named && !b.named) ? null : `told apart by "${apart}"`
}

/** Whether a bare "army" would become a country's whose articles speak more of another. */
function isForeign(bare: Profile, other: Profile, contexts: Contexts, countries: CountryLexicon): boolean {
  if (bare.named || bare.country !== null || other.country === null || bare.denotation?.denotes !== 'army') return false
  const places = contexts.places(bare)
  const weight = (code: string) => places.get(nameForm(countries.nameOf.get(code) ?? '')) ?? 0
  const own = weight(other.country)
  return [...countries.nameOf.keys()].some(code => weight(code) > own)
}
