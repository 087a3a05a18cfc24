/** Lets the mentions of one name in a document agree on its type, where most of them already do. */

import type { EntityType } from '../../types.ts'

/** A name with what it may be: `asPlace` is its type if it is a place. */
export interface TypedName {
  readonly key: string
  readonly lastWord: string
  readonly words: number
  /** Whether the first word is a listed given name. */
  readonly opensLikePerson: boolean
  /** Whether the whole name is listed as a group's and as nothing else. */
  readonly isListedGroup: boolean
  readonly type: EntityType
  readonly asPlace: 'state' | 'place'
}

interface Votes {
  person: number
  group: number
  place: number
}

/** A type must have so many times the votes of the other to overrule it. */
const PLACE_MAJORITY = 3
const PERSON_MAJORITY = 2

/** The types after agreement, in the order of the names. */
export function agreeTypes(names: readonly TypedName[]): EntityType[] {
  const votes = new Map<string, Votes>()
  const persons = new Set<string>()
  const inPersons = new Set<string>()
  for (const { key, type, lastWord, words } of names) {
    if (type === 'event') continue
    let counts = votes.get(key)
    if (!counts) votes.set(key, (counts = { person: 0, group: 0, place: 0 }))
    counts[type === 'state' ? 'place' : type]++
    if (type === 'person') persons.add(lastWord)
    if (type === 'person' && words > 1) for (const word of key.split(' ')) inPersons.add(word)
  }
  return names.map(name => {
    const counts = votes.get(name.key)
    if (!counts || name.type === 'event') return name.type
    if (name.isListedGroup && (name.words > 1 || name.type === 'place')) return 'group'
    const { person, group, place } = counts
    if (name.type === 'group') {
      // a team may bear its country's name, but the name alone is the country's
      if (name.asPlace === 'state') return 'state'
      if (place >= group * PLACE_MAJORITY) return name.asPlace
      if (person >= group * PERSON_MAJORITY) return 'person'
      if (name.words > 1 && name.opensLikePerson && persons.has(name.lastWord)) return 'person'
    }
    if (name.type === 'person') {
      if (group >= person * PERSON_MAJORITY) return 'group'
      if (place >= person * PLACE_MAJORITY) return name.asPlace
      // "people across Chad": a country where nobody's full name holds the word
      if (name.asPlace === 'state' && place >= person && !inPersons.has(name.key)) return 'state'
    }
    return name.type
  })
}
