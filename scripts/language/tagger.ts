/** Greedy left-to-right tagger over Penn tags; features after Ratnaparkhi 1996 and Collins 2002, with word clusters. */

import type { WordType } from '../../src/language/input.ts'
import { argMax } from '../../src/language/quick-tagger.ts'
import type { Scorer } from '../../src/language/scorer.ts'
import {
  EDGE,
  MOST_FEATURES,
  ofAfterNext,
  ofBeforePrevious,
  ofCoarseClusters,
  ofFineClusters,
  ofNext,
  ofNextAfter,
  ofPairs,
  ofPrevious,
  ofShapes,
  ofTags,
  ofWord,
  ofWordAfter,
} from '../../src/language/tagger-features.ts'

export class Tagger {
  readonly features = new Int32Array(MOST_FEATURES)
  featureCount = 0
  private readonly scorer: Scorer
  /** Of the word tagged last. */
  readonly scores: Float64Array

  constructor(scorer: Scorer) {
    this.scorer = scorer
    this.scores = new Float64Array(scorer.classes)
  }

  /** The best tag of word `i`, given the tags of the words before it. */
  best(words: readonly WordType[], i: number, tags: Int32Array): number {
    const { scores } = this
    this.featureCount = this.extract(words, i, tags)
    this.scorer.score(this.features, this.featureCount, scores)
    return argMax(scores)
  }

  /** Fills `tags` (indices into the model's tag list) for the whole sentence. */
  tag(words: readonly WordType[], tags: Int32Array): void {
    for (let i = 0; i < words.length; i++) tags[i] = this.best(words, i, tags)
  }

  /** Fills `features` for word `i` and returns how many there are. */
  extract(words: readonly WordType[], i: number, tags: Int32Array): number {
    const f = this.features
    const word = words[i]!
    const previous = words[i - 1] ?? EDGE
    const next = words[i + 1] ?? EDGE
    const t1 = i > 0 ? tags[i - 1]! + 1 : 0
    const t2 = i > 1 ? tags[i - 2]! + 1 : 0
    const afterNext = words[i + 2] ?? EDGE
    let k = ofWord(f, 0, word)
    k = ofWordAfter(f, k, word, t1)
    k = ofPrevious(f, k, previous)
    k = ofNext(f, k, next)
    k = ofNextAfter(f, k, next, t1)
    k = ofBeforePrevious(f, k, words[i - 2] ?? EDGE)
    k = ofAfterNext(f, k, afterNext)
    k = ofTags(f, k, t1, t2)
    k = ofShapes(f, k, previous, word, next)
    k = ofFineClusters(f, k, word, next)
    k = ofCoarseClusters(f, k, word, next, t1)
    return ofPairs(f, k, previous, word, next, afterNext, t1, t2)
  }
}
