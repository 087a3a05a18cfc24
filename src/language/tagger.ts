/** Greedy left-to-right tagger over Penn tags; features after Ratnaparkhi 1996 and Collins 2002, with word clusters. */

import { mix } from './hash.ts'
import type { WordType } from './input.ts'
import type { Scorer } from './scorer.ts'

const FEATURES = 48
const EDGE: WordType = {
  norm: '',
  id: 0,
  word: 101,
  suffix2: 103,
  suffix3: 107,
  prefix2: 109,
  prefix3: 113,
  shape: 16,
  fine: 0,
  coarse: 0,
}

export class Tagger {
  readonly features = new Int32Array(FEATURES)
  featureCount = 0
  private readonly scorer: Scorer
  /** Of the word tagged last. */
  readonly scores: Float64Array

  constructor(scorer: Scorer) {
    this.scorer = scorer
    this.scores = new Float64Array(scorer.classes)
  }

  /** Fills `tags` (indices into the model's tag list) for the whole sentence. */
  tag(words: readonly WordType[], tags: Int32Array): void {
    for (let i = 0; i < words.length; i++) tags[i] = this.best(words, i, tags)
  }

  /** The best tag of word `i`, given the tags of the words before it. */
  best(words: readonly WordType[], i: number, tags: Int32Array): number {
    const { scores } = this
    this.featureCount = this.extract(words, i, tags)
    this.scorer.score(this.features, this.featureCount, scores)
    let best = 0
    for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c
    return best
  }

  /** Fills `features` for word `i` and returns how many there are. */
  extract(words: readonly WordType[], i: number, tags: Int32Array): number {
    const f = this.features
    const n = words.length
    const w = words[i]!
    const p1 = i > 0 ? words[i - 1]! : EDGE
    const p2 = i > 1 ? words[i - 2]! : EDGE
    const n1 = i + 1 < n ? words[i + 1]! : EDGE
    const n2 = i + 2 < n ? words[i + 2]! : EDGE
    const t1 = i > 0 ? tags[i - 1]! + 1 : 0
    const t2 = i > 1 ? tags[i - 2]! + 1 : 0
    const t12 = t1 * 64 + t2
    const first = i === 0 ? 32 : 0
    let k = 0
    f[k++] = mix(1, 0)
    f[k++] = mix(2, w.word)
    f[k++] = mix(3, w.suffix3)
    f[k++] = mix(4, w.suffix2)
    f[k++] = mix(5, w.prefix2)
    f[k++] = mix(6, w.prefix3)
    f[k++] = mix(7, w.shape + first)
    f[k++] = mix(8, mix(w.suffix3, w.shape + first))
    f[k++] = mix(9, t1)
    f[k++] = mix(10, t12)
    f[k++] = mix(11, mix(w.word, t1))
    f[k++] = mix(12, p1.word)
    f[k++] = mix(13, p2.word)
    f[k++] = mix(14, n1.word)
    f[k++] = mix(15, n2.word)
    f[k++] = mix(16, p1.suffix3)
    f[k++] = mix(17, n1.suffix3)
    f[k++] = mix(18, mix(p1.word, w.word))
    f[k++] = mix(19, mix(w.word, n1.word))
    f[k++] = mix(20, mix(n1.word, t1))
    f[k++] = mix(21, n1.shape)
    f[k++] = mix(22, p1.shape)
    f[k++] = mix(23, mix(n1.suffix2, t1))
    f[k++] = mix(24, mix(w.suffix3, t1))
    f[k++] = mix(25, mix(w.shape + first, t1))
    f[k++] = mix(26, mix(n1.word, n2.word))
    f[k++] = mix(27, mix(p1.word, n1.word))
    f[k++] = mix(28, w.fine)
    f[k++] = mix(29, w.coarse)
    f[k++] = mix(30, mix(w.fine, w.shape + first))
    f[k++] = mix(31, n1.fine)
    f[k++] = mix(32, p1.fine)
    f[k++] = mix(33, mix(w.fine, n1.fine))
    f[k++] = mix(34, mix(w.fine, t1))
    f[k++] = mix(35, mix(w.shape, mix(p1.shape, n1.shape)))
    f[k++] = mix(36, mix(w.word, w.shape + first))
    f[k++] = mix(37, mix(w.word, t12))
    f[k++] = mix(38, mix(n1.coarse, mix(w.coarse, t1)))
    return k
  }
}
