/**
 * Runs the parser's network. Products are made of 16-bit integers, which vector instructions multiply twice as fast as
 * floats; the scales below leave room for five times the largest values met in news. Sums of integers do not depend on
 * their order, so results are the same on every machine.
 */

import type { WordType } from './input.ts'
import { INPUT_TABLES, type Network } from './network.ts'
import { extractSlots } from './parser-slots.ts'
import type { ParserState } from './parser-state.ts'

/** What 1 is as an integer: of a word's vector, of a matrix's weight, of a state's vector. */
const WORD_UNIT = 2 ** 11
const WEIGHT_UNIT = 2 ** 12
const STATE_UNIT = 2 ** 10
const SUM_UNIT = WORD_UNIT * WEIGHT_UNIT
const STATE_SHIFT = Math.log2(SUM_UNIT / STATE_UNIT)
const SCORE_UNIT = STATE_UNIT * WEIGHT_UNIT
/** Sentences of this length fit from the start. */
const LONGEST_EXPECTED = 260

export class NetworkRunner {
  readonly network: Network
  private readonly convolutions: readonly number[]
  private readonly biases: readonly number[]
  private readonly slots: number
  private readonly special: number
  private readonly tables: number
  private readonly output: number
  private readonly outputBias: number
  private readonly hidden: number
  private readonly scores: number
  /** Words that the buffers below hold. */
  private capacity = 0
  /** Vectors of words: floats, and as integers between rows of padding that stay zero. */
  private vectors = 0
  private integers = 0
  private sums = 0
  private slotRows = 0

  constructor(network: Network) {
    this.network = network
    const { kernel, slotColumns, scoreColumns } = network
    const { wordWidth: width, stateWidth } = network.shape
    this.convolutions = network.convolutions.map(({ at }) => kernel.packIntegers(at, 3 * width, width, WEIGHT_UNIT))
    this.biases = network.biases.map(({ at }) => kernel.copyIntegers(at, width, SUM_UNIT))
    this.slots = kernel.packIntegers(network.slots.at, width, slotColumns, WEIGHT_UNIT)
    this.special = kernel.copyIntegers(network.special.at, 2 * slotColumns, SUM_UNIT)
    this.tables = kernel.copyIntegers(network.tables.at, network.tables.rows * stateWidth, SUM_UNIT)
    this.output = kernel.packIntegers(network.output.at, stateWidth, scoreColumns, WEIGHT_UNIT)
    this.outputBias = kernel.copyIntegers(network.outputBias.at, scoreColumns, SCORE_UNIT)
    this.hidden = kernel.allocate(stateWidth / 2)
    this.scores = kernel.allocate(scoreColumns)
    this.grow(LONGEST_EXPECTED)
  }

  /** Computes the slot rows of a sentence. */
  encode(words: readonly WordType[], tags: Int32Array): void {
    const { network } = this
    const { kernel, padding, slotColumns } = network
    const { wordWidth: width, dilations } = network.shape
    const n = words.length
    if (n > this.capacity) this.grow(n * 2)
    const { vectors, sums, slotRows } = this
    for (let i = 0; i < n; i++) {
      network.listInput(words[i]!, tags[i]!)
      kernel.sumRows(network.list, INPUT_TABLES.length, vectors + i * width, width, false)
    }
    const cells = kernel.integers
    // An integer takes half a cell.
    const half = width / 2
    const input = this.integers + padding * half
    cells.fill(0, input + n * half, input + (n + padding) * half)
    kernel.quantise(vectors, input, n * width, WORD_UNIT)
    for (let layer = 0; layer < dilations.length; layer++) {
      const bias = this.biases[layer]!
      for (let i = 0; i < n; i++) cells.copyWithin(sums + i * width, bias, bias + width)
      for (let tap = -1; tap <= 1; tap++) {
        const matrix = this.convolutions[layer]! + (tap + 1) * width * half
        kernel.multiplyAddIntegers(input + tap * dilations[layer]! * half, half, matrix, sums, n, width, width)
      }
      kernel.addRectifiedIntegers(vectors, sums, n * width, 1 / SUM_UNIT)
      kernel.quantise(vectors, input, n * width, WORD_UNIT)
    }
    cells.fill(0, slotRows, slotRows + n * slotColumns)
    kernel.multiplyAddIntegers(input, half, this.slots, slotRows, n, width, slotColumns)
    cells.copyWithin(slotRows + n * slotColumns, this.special, this.special + 2 * slotColumns)
  }

  /** Scores every transition in this state, among the words that `encode` read last. */
  score(state: ParserState, scores: Float64Array): void {
    const { network, hidden, output, outputBias, scores: out } = this
    const { kernel, list, scoreColumns } = network
    const { stateWidth } = network.shape
    const { integers } = kernel
    const count = extractSlots(state, integers, list, this.slotRows, this.tables, stateWidth)
    kernel.sumIntegerRows(list, count, hidden, stateWidth, STATE_SHIFT)
    integers.copyWithin(out, outputBias, outputBias + scoreColumns)
    kernel.multiplyAddIntegers(hidden, stateWidth / 2, output, out, 1, stateWidth, scoreColumns)
    for (let c = 0; c < scores.length; c++) scores[c] = integers[out + c]! / SCORE_UNIT
  }

  private grow(words: number): void {
    const { kernel, padding, slotColumns, shape } = this.network
    this.capacity = words
    this.vectors = kernel.allocate(words * shape.wordWidth)
    this.integers = kernel.allocate(((words + 2 * padding) * shape.wordWidth) / 2)
    this.sums = kernel.allocate(words * shape.wordWidth)
    this.slotRows = kernel.allocate((words + 2) * slotColumns)
  }
}
