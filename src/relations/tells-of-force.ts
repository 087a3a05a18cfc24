import type { Article } from '../types.ts'
import type { Grammar } from './ontology.ts'

/** A shorter text has too few words to tell. */
const ENOUGH_WORDS = 100
const ALARMS = 2

/** Whether an article tells of war, violence or the police, so that "fought", "seized" and "hit" may be meant. */
export function tellsOfForce({ sentences }: Article, { grave }: Grammar): boolean {
  let words = 0
  let alarms = 0
  for (const { tokens } of sentences) {
    for (const { lemma, upos } of tokens) {
      if (upos === 'PUNCT') continue
      words++
      if (grave.has(lemma.toLowerCase())) alarms++
    }
  }
  return alarms >= ALARMS || words < ENOUGH_WORDS
}
