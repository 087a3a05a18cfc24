import type { WordType } from '../../src/language/input.ts'
import { shuffle } from './shuffle.ts'
import { Tagger } from './tagger.ts'
import { TrainingRows } from './training-rows.ts'

export interface TaggedSentence {
  readonly words: readonly WordType[]
  readonly gold: Int32Array
}

/** Trains an averaged perceptron tagger; it goes on from its own guesses, right or wrong. */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  tags: number,
  rounds: number,
  minimumUpdates: number,
  random: () => number,
): TrainingRows {
  const rows = new TrainingRows(tags, minimumUpdates)
  const tagger = new Tagger(rows)
  const guesses = new Int32Array(2000)
  const order = [...sentences]
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const { words, gold } of order) {
      for (let i = 0; i < words.length; i++) {
        const guess = tagger.best(words, i, guesses)
        rows.step++
        if (guess !== gold[i]) rows.update(tagger.features, tagger.featureCount, gold[i]!, guess)
        guesses[i] = guess
      }
    }
  }
  return rows
}
