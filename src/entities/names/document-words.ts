/** How often a document writes each word with and without a capital, where the place in the sentence does not ask for one. */

import type { SentenceView } from './sentence-view.ts'

export interface WordCounts {
  capital: number
  lower: number
  all: number
}

const OPENS_SENTENCE = /^["“”‘’':.)*•–—-]+$/

export function countWords(sentences: readonly SentenceView[]): Map<string, WordCounts> {
  const counts = new Map<string, WordCounts>()
  for (const { words, count, headline } of sentences) {
    for (let i = 0; i < count; i++) {
      const word = words[i]!
      if (!word.capital && !word.lowercase) continue
      let entry = counts.get(word.lower)
      if (!entry) counts.set(word.lower, (entry = { capital: 0, lower: 0, all: 0 }))
      entry.all++
      if (word.lowercase) entry.lower++
      else if (!headline && i > 0 && !(i < 3 && OPENS_SENTENCE.test(words[i - 1]!.lower))) entry.capital++
    }
  }
  return counts
}
