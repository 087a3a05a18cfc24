import type { OpenData } from '../types.ts'
import { type CountryLexicon, loadCountries } from '../util/country-lexicon.ts'
import { nameForm } from '../util/name-form.ts'
import { loadNominals, type NominalLexicon, singular } from '../util/nominal-lexicon.ts'
import { loadOrganisations, type Organisations } from '../util/organisations.ts'
import { type GivenNames, loadGivenNames } from '../util/person-names.ts'
import { readJsonData } from '../util/read-json-data.ts'
import type { Gender, GrammaticalNumber } from './candidate.ts'
import { loadWorkWords, type NameKinds } from './name-kinds.ts'
import { loadNameResources, type NameResources } from './names/find-names.ts'
import type { RankingWeights } from './rank-antecedents.ts'
import type { EventNouns } from './same-event.ts'

export interface PronounRow {
  readonly gender: Gender | null
  readonly number: GrammaticalNumber | null
  readonly person: 1 | 2 | 3
  readonly relative?: true
}

/** Lexicons and models that finding entities needs. */
export interface EntityResources {
  readonly names: NameResources
  readonly kinds: NameKinds
  readonly countries: CountryLexicon
  readonly nominals: NominalLexicon
  /** Nouns for persons, singular. */
  readonly personNouns: ReadonlySet<string>
  /** Given name or noun → what it tells of its bearer's gender. */
  readonly genders: ReadonlyMap<string, Gender>
  readonly pronouns: ReadonlyMap<string, PronounRow>
  /** Role → numbers of the groups of roles that may speak of one person. */
  readonly roleGroups: ReadonlyMap<string, readonly number[]>
  readonly organisations: Organisations
  readonly givenNames: GivenNames
  /** Verbs that a capital does when it stands for its state ("Moscow warned"). */
  readonly acts: ReadonlySet<string>
  readonly ranking: RankingWeights
  /** Nouns by which a newspaper names again a person it has just named: "the actress", "the midfielder". */
  readonly epithets: ReadonlySet<string>
  /** Class of events → which of its nouns may speak of the same one. */
  readonly eventNouns: ReadonlyMap<string, EventNouns>
}

const CONTINENTAL = /^(?:african|american|arab|asian|european|latin american)$/

/** Loads the name tagger and the lexicons of `src/data/lexicon`. */
export function loadEntityResources(open: OpenData): EntityResources {
  const lines = (path: string) =>
    new TextDecoder()
      .decode(open(path))
      .split('\n')
      .filter(line => line !== '')
  const givenNames = readJsonData<Record<'male' | 'female', string>>(open, 'lexicon/given-names.json')
  const nouns = readJsonData<Record<'male' | 'female', string[]>>(open, 'lexicon/gendered-nouns.json')
  const genders = new Map<string, Gender>()
  for (const gender of ['male', 'female'] as const) {
    for (const word of [...givenNames[gender].split(' '), ...nouns[gender]]) genders.set(word, gender)
  }
  const roleGroups = new Map<string, number[]>()
  readJsonData<string[][]>(open, 'lexicon/role-synonyms.json').forEach((roles, group) => {
    for (const role of roles) roleGroups.set(role, [...(roleGroups.get(role) ?? []), group])
  })
  const personNouns = new Set([...lines('lexicon/person-nouns.txt'), ...lines('lexicon/more-person-nouns.txt')])
  // Words for persons that news uses of things: a "server", a "monitor".
  for (const noun of lines('lexicon/not-persons.txt')) personNouns.delete(noun)
  const names = loadNameResources(open)
  const countries = loadCountries(open)
  const nominals = loadNominals(open)
  const organisations = loadOrganisations(open)
  const bodyWords = new Set(
    readJsonData<{ organisation: string }>(open, 'lexicon/name-words.json').organisation.toLowerCase().split(' '),
  )
  const nounOf = (word: string) => nominals.get(singular(word)) ?? nominals.get(word)
  const brands = new Set(lines('lexicon/possessive-brands.txt').map(name => name.toLowerCase()))
  const kinds: NameKinds = {
    works: loadWorkWords(open),
    notNames: new Set(lines('lexicon/not-names.txt')),
    fields: new Set(lines('lexicon/fields-of-offices.txt')),
    isBody: word => nounOf(word) != null || bodyWords.has(word),
    isGroupWord: word => nounOf(word)?.type === 'group' || bodyWords.has(word),
    isListedBody: name => organisations.has(nameForm(name)) || names.isBody(name),
    isPossessiveBrand: name => brands.has(name.toLowerCase()),
    isListedPlace: names.isPlace,
    isGivenName: names.isGivenName,
    isOffice: word => roleGroups.has(word),
    isTrade: word => !genders.has(word) && (personNouns.has(word) || nominals.get(word)?.denotes === 'company'),
    isPersonNoun: word => personNouns.has(word) && !genders.has(word),
    isNationality: name => {
      const form = nameForm(name)
      return (
        CONTINENTAL.test(form) || (countries.byAdjective.has(form) && !countries.byName.has(form) && !/s$/.test(form))
      )
    },
    stateOrCapital: name =>
      countries.byName.has(nameForm(name)) ? 'state' : countries.byCapital.has(nameForm(name)) ? 'place' : null,
  }
  return {
    names,
    kinds,
    countries,
    nominals,
    personNouns,
    genders,
    pronouns: new Map(Object.entries(readJsonData<Record<string, PronounRow>>(open, 'lexicon/pronouns.json'))),
    roleGroups,
    organisations,
    givenNames: loadGivenNames(open),
    epithets: new Set(lines('lexicon/epithets.txt')),
    eventNouns: new Map(
      readJsonData<({ denotes: string } & EventNouns)[]>(open, 'lexicon/event-nouns.json').map(row => [
        row.denotes,
        row,
      ]),
    ),
    acts: new Set(lines('lexicon/acts-of-states.txt')),
    ranking: new Map(
      readJsonData<{ feature: string; weight: number }[]>(open, 'entities/pronoun-ranking.json').map(row => [
        row.feature,
        row.weight,
      ]),
    ),
  }
}
