import type { Article } from '../types.ts'
import type { Grammar } from './ontology.ts'

/** So many different words of sport, and so many of a hundred words, make an article one on sport. */
const KINDS = 4
const PER_HUNDRED = 2
/** So many times as often as words of war and police. */
const OVER_GRAVE = 8
/** A shorter text has too few words to tell of war and police. */
const ENOUGH_WORDS = 100
const ALARMS = 2

/**
 * Predicates whose words an article on its subject means otherwise: in sport "beat", "shot" and "held" hurt nobody, and
 * where nothing tells of war, violence or the police, "fought", "seized" and "hit" are figures of speech.
 */
export function figurativeIn(article: Article, { sport, grave, games, forceful }: Grammar): ReadonlySet<string> {
  const kinds = new Set<string>()
  let found = 0
  let words = 0
  let alarms = 0
  for (const { tokens } of article.sentences) {
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
  if (kinds.size >= KINDS && found * 100 >= words * PER_HUNDRED && found >= alarms * OVER_GRAVE) return games
  return alarms >= ALARMS || words < ENOUGH_WORDS ? NONE : forceful
}

const NONE: ReadonlySet<string> = new Set()
