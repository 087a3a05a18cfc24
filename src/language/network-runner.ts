/**
 * Runs the parser's network. Products are made of 16-bit integers, which vector instructions multiply twice as fast as
 * floats; the scales below leave room for five times the largest values met in news. Sums of integers do not depend on
 * their order, so results are the same on every machine.
 */

import type { WordType } from './input.ts'
import type { Kernel } from './kernel.ts'
import { floatsOf, type StoredWeights } from './network-file.ts'
import { INPUT_TABLES, type NetworkShape, scoreColumnsOf } from './network-shape.ts'
import { extractSlots, OFTEN_FILLED, SLOTS, STATE_TABLES } from './parser-slots.ts'
import type { ParserState } from './parser-state.ts'
import { RowTable, taggedWord } from './row-table.ts'

/** What 1 is as an integer: of a word's vector, of a matrix's weight, of a state's vector. */
const WORD_UNIT = 2 ** 11
const WEIGHT_UNIT = 2 ** 12
const STATE_UNIT = 2 ** 10
const SUM_UNIT = WORD_UNIT * WEIGHT_UNIT
const STATE_SHIFT = Math.log2(SUM_UNIT / STATE_UNIT)
/** What 1 is in the scores of transitions. */
export const SCORE_UNIT = STATE_UNIT * WEIGHT_UNIT
/** Sentences of this length fit from the start. */
const LONGEST_EXPECTED = 260
/** Rows of words with a tag that are kept: 2 to this power. */
const KEPT_BITS = 13
/** Parts of such a row: the word's vector, and what the first convolution makes of it for the word behind, itself, the word before. */
const PARTS = 4
/** Places that few words ever stand in; their rows are computed when a word does. */
const SELDOM_FILLED = SLOTS - OFTEN_FILLED

/** A matrix and the distance of its first input row from the output's. */
interface Tap {
  readonly matrix: number
  readonly distance: number
  readonly height: number
}

interface Table {
  /** Byte address of its rows of 8 bits. */
  readonly bytes: number
  readonly scale: number
}

export class NetworkRunner {
  readonly shape: NetworkShape
  /** How far a word's neighbours may stand from it to change its vector. */
  readonly reach: number
  /** Where `score` leaves the scores, in cells of the kernel's memory. */
  readonly scores: number
  private readonly kernel: Kernel
  private readonly padding: number
  private readonly slotColumns: number
  private readonly scoreColumns: number
  private readonly inputs: readonly Table[]
  /** The matrices of the first convolution, which looks one word to either side: of the word before, itself, the word behind. */
  private readonly first: readonly number[]
  /** What the first convolution makes of a word with a tag, wherever it stands. */
  private readonly kept: RowTable
  /** Those rows of the sentence's words. */
  private staged = 0
  private readonly short: number
  /** The other convolutions. */
  private readonly convolutions: readonly (readonly Tap[])[]
  private readonly biases: readonly number[]
  private readonly often: number
  private readonly seldom: readonly number[]
  private readonly special: number
  private readonly tables: number
  private readonly output: number
  private readonly outputBias: number
  private readonly hidden: number
  private readonly list: number
  private readonly zeros: number
  /** Words that the buffers below hold. */
  private capacity = 0
  /** Vectors of words after each convolution: floats, and as integers between rows of zeros. */
  private vectors: number[] = []
  private integers: number[] = []
  private sums = 0
  private slotRows = 0
  /** 1 where a row of a seldom filled place has been computed. */
  private filled = new Uint8Array(0)

  constructor(kernel: Kernel, shape: NetworkShape, weights: ReadonlyMap<string, StoredWeights>) {
    const { wordWidth: width, stateWidth, dilations } = shape
    const floats = (name: string) => floatsOf(weights.get(name)!)
    const pack = (values: Float32Array, stride: number, rows: number, columns: number) =>
      kernel.packIntegers(values, stride, rows, columns, WEIGHT_UNIT)
    this.kernel = kernel
    this.shape = shape
    this.reach = dilations.reduce((sum, dilation) => sum + dilation, 0)
    this.padding = Math.max(...dilations)
    this.slotColumns = SLOTS * stateWidth
    this.scoreColumns = scoreColumnsOf(shape)
    this.inputs = INPUT_TABLES.map(name => {
      const { integers, scale } = weights.get(name)!
      return { bytes: kernel.copyBytes(integers) * 4, scale }
    })
    const opening = floats('convolution0')
    this.first = [0, 1, 2].map(tap => pack(opening.subarray(tap * width * width), width, width, width))
    this.kept = new RowTable(kernel, KEPT_BITS, 2 * PARTS * width)
    this.short = kernel.allocate(width / 2)
    this.convolutions = dilations.slice(1).map((dilation, at) => {
      const matrix = floats(`convolution${at + 1}`)
      // The rows of close neighbours stand in a line.
      if (dilation === 1) return [{ matrix: pack(matrix, width, 3 * width, width), distance: -1, height: 3 * width }]
      return [-dilation, 0, dilation].map((distance, tap) => {
        const from = tap * width * width
        return {
          matrix: pack(matrix.subarray(from, from + width * width), width, width, width),
          distance,
          height: width,
        }
      })
    })
    this.biases = dilations.map((_, layer) => kernel.copyIntegers(floats(`bias${layer}`), SUM_UNIT))
    const slots = floats('slots')
    this.often = pack(slots, this.slotColumns, width, OFTEN_FILLED * stateWidth)
    this.seldom = Array.from({ length: SELDOM_FILLED }, (_, place) =>
      pack(slots.subarray((OFTEN_FILLED + place) * stateWidth), this.slotColumns, width, stateWidth),
    )
    this.special = kernel.copyIntegers(floats('special'), SUM_UNIT)
    this.tables = kernel.copyIntegers(floats('tables'), SUM_UNIT)
    this.output = pack(floats('output'), this.scoreColumns, stateWidth, this.scoreColumns)
    this.outputBias = kernel.copyIntegers(floats('outputBias'), SCORE_UNIT)
    this.hidden = kernel.allocate(stateWidth / 2)
    this.scores = kernel.allocate(this.scoreColumns)
    this.list = kernel.allocate(SLOTS + STATE_TABLES)
    this.zeros = kernel.allocate(this.slotColumns)
    this.grow(LONGEST_EXPECTED)
  }

  /** The kernel's memory as integers; another array once the kernel has grown. */
  get cells(): Int32Array {
    return this.kernel.integers
  }

  /** Reads a sentence. */
  encode(words: readonly WordType[], tags: Int32Array): void {
    const n = words.length
    if (n > this.capacity) this.grow(n * 2)
    const { kernel, padding, slotColumns, slotRows } = this
    const cells = kernel.integers
    const half = this.shape.wordWidth / 2
    for (const rows of this.integers) cells.fill(0, rows + (padding + n) * half, rows + (n + 2 * padding) * half)
    cells.copyWithin(slotRows + n * slotColumns, this.special, this.special + 2 * slotColumns)
    this.filled.fill(1, n * SELDOM_FILLED, (n + 2) * SELDOM_FILLED)
    this.encodeFrom(words, tags, 0, n)
  }

  /** Reads the sentence that was read last, in which the tag of word `at` has changed. */
  encodeAgain(words: readonly WordType[], tags: Int32Array, at: number): void {
    this.encodeFrom(words, tags, at, at + 1)
  }

  /** Computes what depends on the words from `from` to `to`. */
  private encodeFrom(words: readonly WordType[], tags: Int32Array, from: number, to: number): void {
    const { kernel, padding, slotColumns, slotRows, vectors, integers, sums } = this
    const { wordWidth: width, stateWidth, dilations } = this.shape
    const n = words.length
    // An integer takes half a cell.
    const half = width / 2
    for (let i = from; i < to; i++) this.stage(words[i]!, tags[i]!, i)
    from = Math.max(0, from - 1)
    to = Math.min(n, to + 1)
    for (let i = from; i < to; i++) this.convolveFirst(i, n)
    for (let layer = 1; layer < dilations.length; layer++) {
      from = Math.max(0, from - dilations[layer]!)
      to = Math.min(n, to + dilations[layer]!)
      const input = integers[layer - 1]! + (padding + from) * half
      const out = sums + from * width
      let start = this.biases[layer]!
      let stride = 0
      for (const { matrix, distance, height } of this.convolutions[layer - 1]!) {
        const rows = input + distance * half
        kernel.multiplyIntegers(rows, half, matrix, start, stride, out, width, to - from, height, width)
        start = out
        stride = width
      }
      const next = integers[layer]! + (padding + from) * half
      const vector = vectors[layer - 1]! + from * width
      const sum = vectors[layer]! + from * width
      kernel.addRectified(vector, out, sum, next, (to - from) * width, 1 / SUM_UNIT, WORD_UNIT)
    }
    const last = integers.at(-1)! + (padding + from) * half
    const row = slotRows + from * slotColumns
    kernel.multiplyIntegers(
      last,
      half,
      this.often,
      this.zeros,
      0,
      row,
      slotColumns,
      to - from,
      width,
      OFTEN_FILLED * stateWidth,
    )
    this.filled.fill(0, from * SELDOM_FILLED, to * SELDOM_FILLED)
  }

  /** Scores every transition in this state, among the words read last. */
  score(state: ParserState): void {
    const { kernel, hidden, list, output, outputBias, scores, scoreColumns } = this
    const { stateWidth } = this.shape
    const { depth, stack, next, words, left1, left2, right1, right2 } = state
    const s0 = depth > 0 ? stack[depth - 1]! : words + 1
    const s1 = depth > 1 ? stack[depth - 2]! : words + 1
    this.fill(left1[s0]!, 0)
    this.fill(right1[s0]!, 1)
    this.fill(left1[s1]!, 2)
    this.fill(right1[s1]!, 3)
    this.fill(left1[next]!, 4)
    this.fill(left2[s0]!, 5)
    this.fill(right2[s0]!, 6)
    const count = extractSlots(state, kernel.integers, list, this.slotRows, this.tables, stateWidth)
    kernel.sumIntegerRows(list, count, hidden, stateWidth, STATE_SHIFT)
    kernel.multiplyIntegers(hidden, 0, output, outputBias, 0, scores, 0, 1, stateWidth, scoreColumns)
  }

  /** Computes a word's row for one of the places that are seldom filled, unless it has been. */
  private fill(word: number, place: number): void {
    if (this.filled[word * SELDOM_FILLED + place] === 1) return
    this.filled[word * SELDOM_FILLED + place] = 1
    const { kernel, padding, zeros } = this
    const { wordWidth: width, stateWidth } = this.shape
    const vector = this.integers.at(-1)! + ((padding + word) * width) / 2
    const row = this.slotRows + word * this.slotColumns + (OFTEN_FILLED + place) * stateWidth
    kernel.multiplyIntegers(vector, 0, this.seldom[place]!, zeros, 0, row, 0, 1, width, stateWidth)
  }

  /** Copies what the first convolution makes of a word to its place in the sentence. */
  private stage(word: WordType, tag: number, i: number): void {
    const { kernel, kept, staged, short } = this
    const { wordWidth: width } = this.shape
    const key = taggedWord(word, tag)
    if (!kept.has(key)) {
      kept.take(key)
      const row = kept.address / 4
      this.listInput(word, tag)
      kernel.sumScaledRows(this.list, INPUT_TABLES.length, row, short, width, WORD_UNIT)
      for (let tap = 0; tap < this.first.length; tap++) {
        const start = tap === 1 ? this.biases[0]! : this.zeros
        kernel.multiplyIntegers(short, 0, this.first[tap]!, start, 0, row + (1 + tap) * width, 0, 1, width, width)
      }
    }
    const row = kept.address / 4
    kernel.integers.copyWithin(staged + i * PARTS * width, row, row + PARTS * width)
  }

  /** The first convolution for word `i` of `n`, once it and its neighbours are staged. */
  private convolveFirst(i: number, n: number): void {
    const { kernel, staged, list, sums, padding } = this
    const { wordWidth: width } = this.shape
    const { integers } = kernel
    const row = staged + i * PARTS * width
    let count = 0
    // The word before is the first in the window, the word behind the last.
    if (i > 0) integers[list + count++] = (row - PARTS * width + width) * 4
    integers[list + count++] = (row + 2 * width) * 4
    if (i + 1 < n) integers[list + count++] = (row + PARTS * width + 3 * width) * 4
    kernel.sumWholeRows(list, count, sums, width)
    const next = this.integers[0]! + ((padding + i) * width) / 2
    kernel.addRectified(row, sums, this.vectors[0]! + i * width, next, width, 1 / SUM_UNIT, WORD_UNIT)
  }

  /** Puts the addresses and scales of a word's input rows into `list`. */
  private listInput(word: WordType, tag: number): void {
    const { suffixes, prefixes } = this.shape
    this.putInput(0, word.id)
    this.putInput(1, (word.suffix3 >>> 0) % suffixes)
    this.putInput(2, (word.prefix3 >>> 0) % prefixes)
    this.putInput(3, word.shape)
    this.putInput(4, tag)
  }

  private putInput(input: number, row: number): void {
    const { bytes, scale } = this.inputs[input]!
    this.kernel.integers[this.list + 2 * input] = bytes + row * this.shape.wordWidth
    this.kernel.floats[this.list + 2 * input + 1] = scale
  }

  private grow(words: number): void {
    const { kernel, padding, slotColumns } = this
    const { wordWidth: width, dilations } = this.shape
    this.capacity = words
    this.vectors = dilations.map(() => kernel.allocate(words * width))
    this.integers = dilations.map(() => kernel.allocate(((words + 2 * padding) * width) / 2))
    this.staged = kernel.allocate(words * PARTS * width)
    this.sums = kernel.allocate(words * width)
    this.slotRows = kernel.allocate((words + 2) * slotColumns)
    this.filled = new Uint8Array((words + 2) * SELDOM_FILLED)
  }
}
