/** Scores against gold trees. */
import type { Token } from '../../src/types.ts'
import type { GoldSentence } from './treebank.ts'

export interface Scores {
  /** Per cent of words with the right Penn tag. */
  readonly tag: number
  /** Per cent of words, punctuation apart, with the right head. */
  readonly uas: number
  /** The same with the right label, subtypes included. */
  readonly las: number
  /** The same with the right universal relation, subtypes ignored. */
  readonly lasUniversal: number
  readonly lemma: number
  readonly upos: number
}

const universal = (relation: string) => relation.split(':')[0]!

export function scoreGoldWords(
  sentences: readonly GoldSentence[],
  parse: (forms: readonly string[]) => readonly Token[],
): Scores {
  let words = 0
  let scored = 0
  const right = { tag: 0, uas: 0, las: 0, lasUniversal: 0, lemma: 0, upos: 0 }
  for (const { words: gold } of sentences) {
    const tokens = parse(gold.map(word => word.form))
    gold.forEach((word, i) => {
      const token = tokens[i]!
      words++
      if (token.tag === word.tag) right.tag++
      if (token.upos === word.upos) right.upos++
      if (token.lemma === word.lemma) right.lemma++
      if (word.upos === 'PUNCT') return
      scored++
      if (token.head !== word.head) return
      right.uas++
      if (token.deprel === word.relation) right.las++
      if (universal(token.deprel) === universal(word.relation)) right.lasUniversal++
    })
  }
  const share = (count: number, total: number) => (100 * count) / total
  return {
    tag: share(right.tag, words),
    upos: share(right.upos, words),
    lemma: share(right.lemma, words),
    uas: share(right.uas, scored),
    las: share(right.las, scored),
    lasUniversal: share(right.lasUniversal, scored),
  }
}
