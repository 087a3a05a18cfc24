import type { CountryLexicon } from '../util/country-lexicon.ts'
import type { Finding } from './finding.ts'
import { countryOfBody, isNational, nationOf } from './home.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'
import { isOneEverywhere } from './telling-apart.ts'

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

/** What speaks for two descriptions' meaning one actor or event. */
export function descriptionFindings(a: Profile, b: Profile, { countries }: ResolveResources): Finding[] {
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
  const [nation, other] = [a, b].map(body => (isNational(body) ? nationOf(body) : plainlyOf(body, countries)))
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
function plainlyOf({ country, parts }: Profile, countries: CountryLexicon): string | null {
  return countries.byAdjective.get(parts.slice(0, -1).join(' ')) === country ? country : null
}
