/**
 * The tagger with a memory: what a word, its neighbour or a pair of tags adds to the scores is summed once and kept, so
 * that of some forty features a word only ten are looked up. Weights are integers; the sums are those of `Tagger`, bit
 * for bit.
 */

import type { WordType } from './input.ts'
import type { SparseModel } from './sparse-model.ts'
import { argMax } from './tagger.ts'
import { EDGE, MOST_FEATURES, ofContext, ofNext, ofPrevious, ofTags, ofWord } from './tagger-features.ts'

/** Rows remembered, a power of two. A row that falls on another's place takes it. */
const ROWS = 1 << 16
/** More tags than there are, plus one. */
const TAGS = 64

export class QuickTagger {
  /** Of the word tagged last. */
  readonly scores: Float64Array
  private readonly model: SparseModel
  private readonly features = new Int32Array(MOST_FEATURES)
  /** What stands in each row: a word's serial, the tag before and the row's role; -1 where nothing does. */
  private readonly keys = new Float64Array(ROWS).fill(-1)
  private readonly rows: Int16Array

  constructor(model: SparseModel) {
    this.model = model
    this.scores = new Float64Array(model.classes)
    this.rows = new Int16Array(ROWS * model.classes)
  }

  /** The best tag of word `i`, given the tags of the words before it. */
  best(words: readonly WordType[], i: number, tags: Int32Array): number {
    const { features, model, rows, scores } = this
    const n = words.length
    const word = words[i]!
    const previous = i > 0 ? words[i - 1]! : EDGE
    const next = i + 1 < n ? words[i + 1]! : EDGE
    const t1 = i > 0 ? tags[i - 1]! + 1 : 0
    const t2 = i > 1 ? tags[i - 2]! + 1 : 0
    const a = this.wordRow(word, t1)
    const b = this.previousRow(previous)
    const c = this.nextRow(next, t1)
    const d = this.tagsRow(t1, t2)
    // A later row may have taken the place of an earlier one.
    if (b === a || c === a || d === a || c === b || d === b || d === c) {
      let k = ofWord(features, 0, word, t1)
      k = ofPrevious(features, k, previous)
      k = ofNext(features, k, next, t1)
      model.score(features, ofTags(features, k, t1, t2), scores)
    } else for (let s = 0; s < scores.length; s++) scores[s] = rows[a + s]! + rows[b + s]! + rows[c + s]! + rows[d + s]!
    const beforePrevious = i > 1 ? words[i - 2]! : EDGE
    const afterNext = i + 2 < n ? words[i + 2]! : EDGE
    model.add(features, ofContext(features, 0, beforePrevious, previous, word, next, afterNext, t1, t2), scores)
    return argMax(scores)
  }

  private wordRow(word: WordType, t1: number): number {
    const key = (word.serial * TAGS + t1) * 4
    const row = placeOf(key)
    if (this.keys[row] !== key) this.fill(row, key, ofWord(this.features, 0, word, t1))
    return row * this.model.classes
  }

  private previousRow(previous: WordType): number {
    const key = previous.serial * TAGS * 4 + 1
    const row = placeOf(key)
    if (this.keys[row] !== key) this.fill(row, key, ofPrevious(this.features, 0, previous))
    return row * this.model.classes
  }

  private nextRow(next: WordType, t1: number): number {
    const key = (next.serial * TAGS + t1) * 4 + 2
    const row = placeOf(key)
    if (this.keys[row] !== key) this.fill(row, key, ofNext(this.features, 0, next, t1))
    return row * this.model.classes
  }

  private tagsRow(t1: number, t2: number): number {
    const key = (t1 * TAGS + t2) * 4 + 3
    const row = placeOf(key)
    if (this.keys[row] !== key) this.fill(row, key, ofTags(this.features, 0, t1, t2))
    return row * this.model.classes
  }

  /** Sums the first `count` features into the row. */
  private fill(row: number, key: number, count: number): void {
    this.model.score(this.features, count, this.scores)
    this.rows.set(this.scores, row * this.model.classes)
    this.keys[row] = key
  }
}

/** Multiplicative hashing (Knuth). */
function placeOf(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 16) & (ROWS - 1)
}
