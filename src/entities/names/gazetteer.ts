/** Lists of names and of words that tell names apart; phrases are found by rolling hash. */

import type { OpenData } from '../../types.ts'
import type { CountryRow } from '../../util/country-lexicon.ts'
import { readJsonData } from '../../util/read-json-data.ts'
import { remember } from '../../util/remember.ts'

/** What a listed name or word is known as; the order is part of the trained model. */
export const GAZETTEER_KINDS = [
  'country',
  'adjective',
  'people',
  'capital',
  'city-large',
  'city',
  'city-small',
  'region',
  'area',
  'given-name',
  'family-name',
  'group',
  'company',
  'title',
  'organisation-word',
  'place-word',
  'event-word',
  'calendar',
] as const
export type GazetteerKind = (typeof GAZETTEER_KINDS)[number]

/** Longest listed phrase, in words, that is looked for. */
export const LONGEST_PHRASE = 7

export interface Gazetteer {
  /** Kinds of a phrase as bits by index of `GAZETTEER_KINDS`, found by its hash. */
  readonly kinds: ReadonlyMap<number, number>
  /** Largest number of words of a phrase that begins with this word (by hash), where more than one. */
  readonly longest: ReadonlyMap<number, number>
}

const CALENDAR =
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec'

function toPlain(text: string): string {
  let plain = text.toLowerCase()
  if (/[^\x20-\x7e]/.test(plain)) {
    plain = plain.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘ʼ]/g, "'").replace(/[‐‑–]/g, '-')
  }
  return /[.-]/.test(plain) ? plain.replace(/\./g, '').replace(/-+/g, ' ').trim() : plain
}

/** The form in which words of lists and of texts meet: lower case, no accents, no full stops, spaces for hyphens. */
export const plainForm = remember(toPlain)

/** Start of a phrase's hash. */
export const PHRASE_START = 0x811c9dc5 | 0
/** Continues a phrase's hash with a word in its plain form. */
export function addToPhrase(hash: number, plain: string): number {
  if (plain === '') return hash
  if (hash !== PHRASE_START) hash = Math.imul(hash ^ 32, 0x01000193)
  for (let i = 0; i < plain.length; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193)
  return hash | 0
}

export function loadGazetteer(open: OpenData): Gazetteer {
  const kinds = new Map<number, number>()
  const longest = new Map<number, number>()
  const add = (kind: GazetteerKind, phrases: readonly string[]) => {
    const bit = 1 << GAZETTEER_KINDS.indexOf(kind)
    for (const phrase of phrases) {
      const plain = toPlain(phrase)
      if (plain.length < 2) continue
      const words = plain.split(' ')
      const hash = addToPhrase(PHRASE_START, plain)
      kinds.set(hash, (kinds.get(hash) ?? 0) | bit)
      const first = addToPhrase(PHRASE_START, words[0]!)
      if (words.length > 1 && words.length > (longest.get(first) ?? 1)) longest.set(first, words.length)
    }
  }
  const decoder = new TextDecoder()
  const lines = (file: string) =>
    decoder
      .decode(open(`gazetteer/${file}.txt`))
      .split('\n')
      .filter(line => line !== '')
  for (const row of readJsonData<CountryRow[]>(open, 'lexicon/countries.json')) {
    add('country', [row.name, row.official, ...row.aliases])
    add('adjective', row.adjectives)
    add('people', row.people)
    add('capital', row.capitals)
  }
  for (const line of lines('cities')) {
    const [name, thousands] = line.split('\t') as [string, string]
    add(Number(thousands) >= 300 ? 'city-large' : Number(thousands) >= 50 ? 'city' : 'city-small', [name])
  }
  add('region', lines('regions'))
  add('area', lines('areas'))
  add('given-name', lines('given-names'))
  add('family-name', lines('family-names'))
  add('group', lines('groups'))
  add('company', lines('companies'))
  const words = readJsonData<Record<'title' | 'organisation' | 'place' | 'event', string>>(
    open,
    'lexicon/name-words.json',
  )
  add('title', words.title.split(' '))
  add('organisation-word', words.organisation.split(' '))
  add('place-word', words.place.split(' '))
  add('event-word', words.event.split(' '))
  add('calendar', CALENDAR.split(' '))
  return { kinds, longest }
}
