import type { EntityType, OpenData } from '../types.ts'
import { nameForm } from '../util/name-form.ts'
import { readJsonData } from '../util/read-json-data.ts'

/** `lexicon/works.json`: the words by which a text tells that a name is a work's or a product's. In lower case but for names. */
export interface WorkWords {
  /** Stand right before any name but a person's: "the thriller Heat". */
  readonly kinds: readonly string[]
  /** Stand right before a person's name too where it is a title: "the biopic Ray". */
  readonly kindsOfStories: readonly string[]
  /** Stand right behind: "the Mydoom worm". */
  readonly kindsBehind: readonly string[]
  /** Phrases before the name: "a sequel to". */
  readonly before: readonly string[]
  readonly verbs: readonly string[]
  /** Phrases behind the name: "directed by". */
  readonly behind: readonly string[]
  /** Words of titles that are in no body's name: "your", "never". */
  readonly titleWords: readonly string[]
}

/** What lower-case words and names are, as far as cutting and sorting names needs it. */
export interface NameKinds {
  readonly works: WorkWords
  /** Forms that name no actor, place or event ("dvd", "christmas"). */
  readonly notNames: ReadonlySet<string>
  /** What ministers and directors are for, with a capital: "Culture", "Pensions". */
  readonly fields: ReadonlySet<string>
  /** What bodies, places and events are called: "office", "council", "centre", "talks". */
  isBody(word: string): boolean
  /** What bodies alone are called: "office", "council", but not "talks". */
  isGroupWord(word: string): boolean
  /** A body that a list has under its whole name. */
  isListedBody(name: string): boolean
  /** A firm or shop that a list has under a name in 's: "Macy's". */
  isPossessiveBrand(name: string): boolean
  /** A place that a list has, and that no list has as a body's or a person's. */
  isListedPlace(name: string): boolean
  isGivenName(word: string): boolean
  /** A lower-case word for who holds an office: "minister". */
  isOffice(word: string): boolean
  /** A lower-case noun for who makes or sells, person or firm: "bookmaker". */
  isTrade(word: string): boolean
  /** A lower-case noun for persons. */
  isPersonNoun(word: string): boolean
  /** An adjective of a country or continent in the singular: "Iranian", "African". */
  isNationality(name: string): boolean
  /** `state` for countries, `place` for capitals, null for all else. */
  stateOrCapital(name: string): EntityType | null
}

export const loadWorkWords = (open: OpenData): WorkWords => readJsonData<WorkWords>(open, 'lexicon/works.json')

/** Whether a name is one that `not-names.txt` lists, a sum of money, a measure, a century, or several of something ("DVDs", "MEPs"). */
export function isNoName(name: string, { notNames }: NameKinds): boolean {
  if (name === '' || notNames.has(nameForm(name))) return true
  if (/^(?!X$)\p{L}$|^[JS]n?r\.?$|^Under-\d+s?$/u.test(name)) return true
  if (/^\d+(?:st|nd|rd|th) century$/i.test(name) || /^\p{Lu}{2,5}s$/u.test(name)) return true
  return /^\d{4}(?:BST|[CE][DES]T|GMT|P[DS]T|UTC)$|^\p{Lu}{0,3}\p{Sc}|^\d[\d.,]*(?:[DG]|[KMG]b(?:ps)?|[KMG]Hz|[kcm]?m|mph|kg|bn|th|st|nd|rd)$|^[^\p{L}]+$/iu.test(
    name,
  )
}
