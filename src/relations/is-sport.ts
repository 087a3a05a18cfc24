import type { Article } from '../types.ts'
import type { Grammar } from './ontology.ts'

/** So many different words of sport, and so many of a hundred words, make an article one on sport. */
const KINDS = 4
const PER_HUNDRED = 2
/** So many times as often as words of war and police. */
const OVER_GRAVE = 8

/** Whether an article tells of sport, where "beat", "shot" and "held" hurt nobody. */
export function isSport({ sentences }: Article, { sport, grave }: Grammar): boolean {
  const kinds = new Set<string>()
  let found = 0
  let words = 0
  let alarms = 0
  for (const { tokens } of sentences) {
    for (const { lemma, upos } of tokens) {
      if (upos === 'PUNCT') continue
      words++
      const word = lemma.toLowerCase()
      if (grave.has(word)) alarms++
      if (!sport.has(word)) continue
      found++
      kinds.add(word)
    }
  }
  return kinds.size >= KINDS && found * 100 >= words * PER_HUNDRED && found >= alarms * OVER_GRAVE
}
