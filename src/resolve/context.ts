import type { Profile, ResolvedDocument } from './profile.ts'

/** A unit vector over references. */
export type Vector = ReadonlyMap<string, number>

/** The company that profiles keep: where their articles play, and who else acts in them. */
export interface Contexts {
  places(profile: Profile): Vector
  actors(profile: Profile): Vector
  /** How much it tells that two articles share a form: little for what stands everywhere. */
  rarity(form: string): number
}

/** A profile of very many articles is known well enough from this many. */
const ARTICLES = 40
/** A handful of articles says nothing of what is rare: count as if there were so many. */
const FEW = 30
/** Terms kept of one article and of one profile. */
const TERMS = 40
/** Vectors remembered at a time, of articles and of profiles: enough for those that are compared together. */
const REMEMBERED = 20_000

interface Company {
  readonly places: Vector
  readonly actors: Vector
}

/**
 * Weighs each article's named states and places, and its named persons and groups, by how often the article mentions
 * them and how few articles do (tf–idf), and sums them up for a profile on demand.
 */
export function contextsOf(documents: readonly ResolvedDocument[]): Contexts {
  const frequency = new Map<string, number>()
  for (const { profiles } of documents) {
    for (const form of new Set(profiles.filter(isContext).map(profile => profile.form))) {
      frequency.set(form, (frequency.get(form) ?? 0) + 1)
    }
  }
  const size = Math.max(documents.length, FEW)
  const rarity = (form: string) => Math.log(1 + size / (frequency.get(form) ?? 1))
  const ofDocument = remembering((document: ResolvedDocument): Company => {
    const places = new Map<string, number>()
    const actors = new Map<string, number>()
    for (const [index, profile] of document.profiles.entries()) {
      if (!isContext(profile)) continue
      const vector = profile.type === 'place' || profile.type === 'state' ? places : actors
      const weight = (1 + Math.log(document.mentions[index]! || 1)) * rarity(profile.form)
      // By form, not reference: a bare surname is another reference in every article.
      vector.set(profile.form, Math.max(weight, vector.get(profile.form) ?? 0))
    }
    return { places: strongest(places), actors: strongest(actors) }
  })
  const of = remembering((profile: Profile): Company => {
    const articles = [...new Set(profile.documents)].slice(0, ARTICLES)
    const sum = (kind: 'places' | 'actors') => {
      const total = new Map<string, number>()
      for (const article of articles) {
        for (const [form, weight] of ofDocument(documents[article]!)[kind]) {
          total.set(form, (total.get(form) ?? 0) + weight)
        }
      }
      total.delete(profile.form)
      return unit(strongest(total))
    }
    return { places: sum('places'), actors: sum('actors') }
  })
  return { places: profile => of(profile).places, actors: profile => of(profile).actors, rarity }
}

/** Remembers what a function gave for the last thousands of arguments. */
function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const remembered = new Map<Key, Value>()
  return key => {
    let value = remembered.get(key)
    if (value === undefined) {
      if (remembered.size >= REMEMBERED) remembered.clear()
      value = make(key)
      remembered.set(key, value)
    }
    return value
  }
}

const isContext = (profile: Profile): boolean => profile.named && profile.type !== 'event'

function strongest(vector: ReadonlyMap<string, number>): Map<string, number> {
  if (vector.size <= TERMS) return new Map(vector)
  return new Map([...vector].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TERMS))
}

function unit(vector: ReadonlyMap<string, number>): Vector {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0))
  return new Map([...vector].map(([form, weight]) => [form, weight / length]))
}

/** Shared rarities of this sum make a likeness count for two thirds of its cosine. */
const TELLING = 1.6

/**
 * Likeness of two unit vectors: their cosine, less where they share little that is rare, for two articles that have nothing
 * in common but the United States are no neighbours. With it the terms that carry it, strongest first.
 */
export function similarity(a: Vector, b: Vector, rarity: (form: string) => number): { value: number; terms: string[] } {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  const shared: [string, number][] = []
  let cosine = 0
  let information = 0
  for (const [form, weight] of small) {
    const other = large.get(form)
    if (other === undefined) continue
    cosine += weight * other
    information += rarity(form)
    shared.push([form, weight * other])
  }
  shared.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
  const value = cosine * (1 - Math.exp(-information / TELLING))
  return { value, terms: shared.slice(0, 3).map(([form]) => form) }
}
