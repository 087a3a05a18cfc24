import type { EntityType, OpenData } from '../types.ts'
import { type CountryLexicon, loadCountries } from '../util/country-lexicon.ts'
import { loadNominals, type NominalLexicon } from '../util/nominal-lexicon.ts'
import { loadOrganisations, type Organisations } from '../util/organisations.ts'
import { type GivenNames, loadGivenNames } from '../util/person-names.ts'
import { readJsonData } from '../util/read-json-data.ts'

/** One row of `entities/comparison.json`. `why` holds `{0}`, `{1}` where the values found go. */
export interface FeatureRow {
  readonly feature: string
  readonly weight: number
  readonly why: string
}

export interface ResolveResources {
  readonly countries: CountryLexicon
  readonly nominals: NominalLexicon
  readonly organisations: Organisations
  readonly givenNames: GivenNames
  readonly legalForms: ReadonlySet<string>
  readonly features: ReadonlyMap<string, FeatureRow>
  /** Two references are one from this sum of weights on. */
  readonly threshold: number
}

/** Loads the lexicons and the table of features that comparing entities needs. */
export function loadResolveResources(open: OpenData): ResolveResources {
  const { threshold, features } = readJsonData<{ threshold: number; features: FeatureRow[] }>(
    open,
    'entities/comparison.json',
  )
  return {
    countries: loadCountries(open),
    nominals: loadNominals(open),
    organisations: loadOrganisations(open),
    givenNames: loadGivenNames(open),
    legalForms: new Set(readJsonData<string[]>(open, 'lexicon/corporate-suffixes.json')),
    features: new Map(features.map(row => [row.feature, row])),
    threshold,
  }
}

export type TypeLetter = 'p' | 's' | 'g' | 'l' | 'e'

/** The letter that opens ids and references of a type. */
export const letterOf: Readonly<Record<EntityType, TypeLetter>> = {
  person: 'p',
  state: 's',
  group: 'g',
  place: 'l',
  event: 'e',
}

export const typeOf: Readonly<Record<TypeLetter, EntityType>> = {
  p: 'person',
  s: 'state',
  g: 'group',
  l: 'place',
  e: 'event',
}
