/**
 * The tagger with a memory: what a word in each place, a word with the tag before, or a pair of tags adds to the scores
 * is summed once and kept as a row, so that of some forty features a word only the five of pairs are looked up. Weights
 * are integers; the sums are those of a tagger that looks every feature up.
 */

import type { WordType } from './input.ts'
import type { Kernel } from './kernel.ts'
import { RowTable, TAGS, taggedWord } from './row-table.ts'
import type { SparseModel } from './sparse-model.ts'
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
} from './tagger-features.ts'

/** More fine clusters than there are, more coarse ones, more shapes. */
const FINE = 4096
const COARSE = 256
const SHAPES = 32
/** Places in which a word can stand to the word that is tagged; its rows for them stand in a line. */
const PLACES = 5
const ROWS = PLACES + 6
/** A row of 16-bit integers fills whole lines of a processor's cache. */
const LINE = 32

export class QuickTagger {
  private readonly model: SparseModel
  private readonly kernel: Kernel
  private readonly features = new Int32Array(MOST_FEATURES)
  /** Of a row, in 16-bit integers. */
  private readonly width: number
  private readonly list: number
  private readonly out: number
  private readonly words: RowTable
  private readonly wordsAfter: RowTable
  private readonly nextAfter: RowTable
  private readonly tags: RowTable
  private readonly shapes: RowTable
  private readonly fine: RowTable
  private readonly coarse: RowTable
  private view: Int16Array = new Int16Array(0)

  constructor(model: SparseModel, kernel: Kernel) {
    this.model = model
    this.kernel = kernel
    this.width = Math.ceil(model.classes / LINE) * LINE
    this.list = kernel.allocate(ROWS)
    this.out = kernel.allocate(this.width / 2)
    this.words = new RowTable(kernel, 13, this.width * PLACES)
    this.wordsAfter = new RowTable(kernel, 15, this.width)
    this.nextAfter = new RowTable(kernel, 15, this.width)
    this.tags = new RowTable(kernel, 12, this.width)
    this.shapes = new RowTable(kernel, 12, this.width)
    this.fine = new RowTable(kernel, 14, this.width)
    this.coarse = new RowTable(kernel, 14, this.width)
  }

  /** Of the word tagged last, one a class; another array once the kernel's memory has grown. */
  get scores(): Int16Array {
    if (this.view.length === 0) this.view = new Int16Array(this.kernel.shorts.buffer, this.out * 4, this.model.classes)
    return this.view
  }

  /** The best tag of word `i`, given the tags of the words before it. */
  best(words: readonly WordType[], i: number, tags: Int32Array): number {
    const { features, width, list, model } = this
    const { integers } = this.kernel
    const n = words.length
    const word = words[i]!
    const previous = i > 0 ? words[i - 1]! : EDGE
    const next = i + 1 < n ? words[i + 1]! : EDGE
    const beforePrevious = i > 1 ? words[i - 2]! : EDGE
    const afterNext = i + 2 < n ? words[i + 2]! : EDGE
    const t1 = i > 0 ? tags[i - 1]! + 1 : 0
    const t2 = i > 1 ? tags[i - 2]! + 1 : 0
    const ofThis = this.wordRows(word)
    const ofLast = this.wordRows(previous)
    const ofComing = this.wordRows(next)
    const ofFarLast = this.wordRows(beforePrevious)
    const ofFarComing = this.wordRows(afterNext)
    const { words: known } = this
    const { scores } = this
    // The rows of one word may have taken the place of another's.
    if (
      known.has(word.serial) &&
      known.has(previous.serial) &&
      known.has(next.serial) &&
      known.has(beforePrevious.serial)
    ) {
      const row = 2 * width
      integers[list] = ofThis
      integers[list + 1] = ofLast + row
      integers[list + 2] = ofComing + 2 * row
      integers[list + 3] = ofFarLast + 3 * row
      integers[list + 4] = ofFarComing + 4 * row
      integers[list + 5] = this.wordAfterRow(word, t1)
      integers[list + 6] = this.nextAfterRow(next, t1)
      integers[list + 7] = this.tagsRow(t1, t2)
      integers[list + 8] = this.shapesRow(previous, word, next)
      integers[list + 9] = this.fineRow(word, next)
      integers[list + 10] = this.coarseRow(word, next, t1)
      this.kernel.sumShortRows(list, ROWS, this.out, width)
    } else {
      scores.fill(0)
      let k = ofWord(features, 0, word)
      k = ofPrevious(features, k, previous)
      k = ofNext(features, k, next)
      k = ofBeforePrevious(features, k, beforePrevious)
      k = ofAfterNext(features, k, afterNext)
      k = ofWordAfter(features, k, word, t1)
      k = ofNextAfter(features, k, next, t1)
      k = ofTags(features, k, t1, t2)
      k = ofShapes(features, k, previous, word, next)
      k = ofFineClusters(features, k, word, next)
      model.add(features, ofCoarseClusters(features, k, word, next, t1), scores, 0)
    }
    model.add(features, ofPairs(features, 0, previous, word, next, afterNext, t1, t2), scores, 0)
    return argMax(scores)
  }

  /** Rows of a word as the one that is tagged, the one before, the one behind, and those two away. */
  private wordRows(word: WordType): number {
    const { words, features, width } = this
    if (!words.has(word.serial)) {
      words.take(word.serial)
      this.fill(words, 0, ofWord(features, 0, word))
      this.fill(words, width, ofPrevious(features, 0, word))
      this.fill(words, 2 * width, ofNext(features, 0, word))
      this.fill(words, 3 * width, ofBeforePrevious(features, 0, word))
      this.fill(words, 4 * width, ofAfterNext(features, 0, word))
    }
    return words.address
  }

  private wordAfterRow(word: WordType, t1: number): number {
    const { wordsAfter: table, features } = this
    const key = taggedWord(word, t1)
    if (!table.has(key)) this.fill(table.take(key), 0, ofWordAfter(features, 0, word, t1))
    return table.address
  }

  private nextAfterRow(next: WordType, t1: number): number {
    const { nextAfter: table, features } = this
    const key = taggedWord(next, t1)
    if (!table.has(key)) this.fill(table.take(key), 0, ofNextAfter(features, 0, next, t1))
    return table.address
  }

  private tagsRow(t1: number, t2: number): number {
    const { tags: table, features } = this
    const key = t1 * TAGS + t2
    if (!table.has(key)) this.fill(table.take(key), 0, ofTags(features, 0, t1, t2))
    return table.address
  }

  private shapesRow(previous: WordType, word: WordType, next: WordType): number {
    const { shapes: table, features } = this
    const key = (previous.shape * SHAPES + word.shape) * SHAPES + next.shape
    if (!table.has(key)) this.fill(table.take(key), 0, ofShapes(features, 0, previous, word, next))
    return table.address
  }

  private fineRow(word: WordType, next: WordType): number {
    const { fine: table, features } = this
    const key = word.fine * FINE + next.fine
    if (!table.has(key)) this.fill(table.take(key), 0, ofFineClusters(features, 0, word, next))
    return table.address
  }

  private coarseRow(word: WordType, next: WordType, t1: number): number {
    const { coarse: table, features } = this
    const key = (word.coarse * COARSE + next.coarse) * TAGS + t1
    if (!table.has(key)) this.fill(table.take(key), 0, ofCoarseClusters(features, 0, word, next, t1))
    return table.address
  }

  /** Sums the first `count` features into the row, or the part of it that starts at `from`. */
  private fill(table: RowTable, from: number, count: number): void {
    const { shorts } = this.kernel
    const at = table.address / 2 + from
    shorts.fill(0, at, at + this.width)
    this.model.add(this.features, count, shorts, at)
  }
}

/** The first of the highest scores. */
export function argMax(scores: ArrayLike<number>): number {
  let best = 0
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c
  return best
}
