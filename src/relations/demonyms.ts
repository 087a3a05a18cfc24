import type { Entity, OpenData } from '../types.ts'

/** Adjectives and words for a people, in lower case, with the names of their country. */
export type Demonyms = ReadonlyMap<string, readonly string[]>

interface Country {
  readonly name: string
  readonly official: string
  readonly aliases: readonly string[]
  readonly adjectives: readonly string[]
}

/** Reads `lexicon/countries.json`: "Syrian" belongs to Syria. */
export function loadDemonyms(open: OpenData): Demonyms {
  const countries = JSON.parse(new TextDecoder().decode(open('lexicon/countries.json'))) as Country[]
  const demonyms = new Map<string, string[]>()
  for (const { name, official, aliases, adjectives } of countries) {
    for (const adjective of adjectives) {
      const key = adjective.toLowerCase()
      // The first country to claim an adjective keeps it: sovereign states stand first.
      if (!demonyms.has(key))
        demonyms.set(
          key,
          [name, official, ...aliases].map(word => word.toLowerCase()),
        )
    }
  }
  return demonyms
}

/** The states of one document by the adjectives that mean them. */
export function statesByDemonym(entities: readonly Entity[], demonyms: Demonyms): ReadonlyMap<string, Entity> {
  const states = new Map<string, Entity>()
  for (const entity of entities) {
    if (entity.type !== 'state') continue
    for (const name of [entity.name, ...entity.aliases]) states.set(name.toLowerCase(), entity)
  }
  const found = new Map<string, Entity>()
  if (states.size === 0) return found
  for (const [adjective, names] of demonyms) {
    for (const name of names) {
      const state = states.get(name)
      if (state === undefined) continue
      found.set(adjective, state)
      break
    }
  }
  return found
}
