import type { OpenData } from '../types.ts'
import { nameForm } from './name-form.ts'
import { readJsonData } from './read-json-data.ts'

/** One row of `lexicon/countries.json`. */
export interface CountryRow {
  /** Null for constituent countries (Scotland). */
  readonly iso2: string | null
  readonly name: string
  readonly official: string
  readonly aliases: readonly string[]
  readonly adjectives: readonly string[]
  readonly people: readonly string[]
  readonly capitals: readonly string[]
  readonly status: string
}

/** Which country a word speaks of. Keys are forms as `nameForm` makes them; codes are ISO 3166-1 alpha-2, `XX-` and the name where there is none. */
export interface CountryLexicon {
  /** "syria", "us", "united kingdom" → code. */
  readonly byName: ReadonlyMap<string, string>
  /** "syrian", "british" and the names of peoples ("turks") → code. */
  readonly byAdjective: ReadonlyMap<string, string>
  /** "damascus" → code. */
  readonly byCapital: ReadonlyMap<string, string>
  /** Code → the usual English name. */
  readonly nameOf: ReadonlyMap<string, string>
  /** Code → the usual adjective ("Syrian"); absent where there is none. */
  readonly adjectiveOf: ReadonlyMap<string, string>
}

/** Reads `lexicon/countries.json`; of two countries with one name the first sovereign one has it. */
export function loadCountries(open: OpenData): CountryLexicon {
  const rows = readJsonData<CountryRow[]>(open, 'lexicon/countries.json')
  const ordered = [...rows].sort((a, b) => Number(b.status === 'sovereign') - Number(a.status === 'sovereign'))
  const byName = new Map<string, string>()
  const byAdjective = new Map<string, string>()
  const byCapital = new Map<string, string>()
  const nameOf = new Map<string, string>()
  const adjectiveOf = new Map<string, string>()
  const add = (map: Map<string, string>, words: readonly string[], code: string) => {
    for (const word of words) {
      const form = nameForm(word)
      if (form !== '' && !map.has(form)) map.set(form, code)
    }
  }
  const codeOf = (row: CountryRow) => row.iso2 ?? `XX-${row.name.toUpperCase().replace(/[^A-Z]/g, '')}`
  for (const row of ordered) {
    nameOf.set(codeOf(row), row.name)
    if (row.adjectives[0] !== undefined) adjectiveOf.set(codeOf(row), row.adjectives[0])
  }
  for (const row of ordered) add(byName, [row.name, row.official], codeOf(row))
  for (const row of ordered) add(byName, row.aliases, codeOf(row))
  for (const row of ordered) add(byAdjective, row.adjectives, codeOf(row))
  for (const row of ordered) add(byAdjective, row.people, codeOf(row))
  for (const row of ordered) add(byCapital, row.capitals, codeOf(row))
  return { byName, byAdjective, byCapital, nameOf, adjectiveOf }
}
