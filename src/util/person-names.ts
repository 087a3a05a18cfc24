import { distance } from 'fastest-levenshtein'
import type { OpenData } from '../types.ts'
import { readJsonData } from './read-json-data.ts'
import { remember } from './remember.ts'

/** Given name → numbers of the groups of given names that one person may go by. */
export type GivenNames = ReadonlyMap<string, readonly number[]>

/** Reads `lexicon/nicknames.json`. */
export function loadGivenNames(open: OpenData): GivenNames {
  const givenNames = new Map<string, number[]>()
  readJsonData<string[][]>(open, 'lexicon/nicknames.json').forEach((group, index) => {
    for (const name of group) givenNames.set(name, [...(givenNames.get(name) ?? []), index])
  })
  return givenNames
}

/** Particles that belong to the family name, not to the given names. */
const PARTICLES = new Set([
  'al',
  'el',
  'as',
  'ad',
  'an',
  'ar',
  'ash',
  'abu',
  'bin',
  'bint',
  'ibn',
  'van',
  'von',
  'de',
  'da',
  'der',
  'den',
  'di',
  'du',
  'la',
  'le',
  'dos',
  'del',
  'della',
  'ter',
  'ten',
  'st',
])
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

export interface PersonName {
  readonly given: readonly string[]
  readonly family: string
}

/** Splits a form into given names and family name; particles are dropped, for "al-Assad" and "Assad" are one. */
export function personName(parts: readonly string[]): PersonName {
  const words = parts.filter(part => !SUFFIXES.has(part.replace('.', '')))
  const kept = words.filter((word, index) => !PARTICLES.has(word) || words.length === 1 || index === words.length - 1)
  return { given: kept.slice(0, -1), family: kept.at(-1) ?? '' }
}

/** Whether two given names may be one person's: equal, an initial of it, or short for it. */
export function agree(a: string, b: string, givenNames: GivenNames): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (isInitial(short)) return long.startsWith(short[0]!)
  if (skeleton(a) === skeleton(b) && skeleton(a).length > 1 && distance(a, b) <= 2) return true
  const groups = givenNames.get(a)
  return groups?.some(group => givenNames.get(b)?.includes(group)) ?? false
}

/** Whether a given name is only its letter: "J", "J.". */
export const isInitial = (name: string): boolean => /^\p{L}\.?$/u.test(name)

/**
 * Whether the given names agree in order: each of the shorter list agrees with a later one of the longer. What is not the same
 * word agrees with the first name only: S Orme is no Hunter S Orme, and Grant Orme no Michael G Orme.
 */
export function givenNamesAgree(a: readonly string[], b: readonly string[], givenNames: GivenNames): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const [first] = short
  const isWord = first === undefined || (long.includes(first) && !isInitial(first))
  if (!isWord && !agree(first, long[0]!, givenNames)) return false
  let at = 0
  for (const name of short) {
    while (at < long.length && !agree(name, long[at]!, givenNames)) at++
    if (at++ >= long.length) return false
  }
  return true
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/gh(?=t)/g, ''],
  [/x/g, 'ks'],
  [/kh|gh|ck|q|c(?![ehiy])/g, 'k'],
  [/ph/g, 'f'],
  [/dh/g, 'd'],
  [/th|tt/g, 't'],
  [/sch|sh|ch|tch|c(?=[eiy])|z/g, 's'],
  [/w/g, 'v'],
  [/j|dj|zh/g, 'y'],
]

/** What stays of a word however it was transliterated: its consonants, doubles once. "gaddafi" and "qadhafi" meet. */
export const skeleton = remember((word: string): string => {
  let rest = word.replace(/^g(?=[aeou])/, 'k')
  for (const [pattern, sound] of SOUNDS) rest = rest.replace(pattern, sound)
  return rest.replace(/[aeiouy'-]/g, '').replace(/(.)\1+/g, '$1')
})

/**
 * Whether two words may be one name transliterated twice: the same consonants, a like opening and not much else between them.
 * "Gaddafi" and "Qadhafi" may, "Marr" and "Murray" not, nor "Ashfield" and "Sheffield".
 */
export function mayBeTransliterated(a: string, b: string): boolean {
  if (skeleton(a) !== skeleton(b)) return false
  const vowel = (word: string) => /^[aeiou]/.test(word)
  return vowel(a) === vowel(b) && distance(a, b) <= Math.max(1, Math.round(Math.max(a.length, b.length) / 2.5))
}

/** One slip of a finger in a word of at least five letters, its first letter apart. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  return distance(a, b) === 1
}
