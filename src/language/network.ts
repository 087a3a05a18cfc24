/**
 * The parser's network. Each word is the sum of learned rows for its form, suffix, prefix, shape and tag; dilated
 * convolutions let it see its neighbours (Strubell et al. 2017); a state is the rectified sum of a few words' rows, each
 * multiplied in advance by the matrix of its place (Chen & Manning 2014), and of rows for labels and distances; one
 * matrix turns that into scores of transitions.
 */

import type { WordType } from './input.ts'
import type { Kernel } from './kernel.ts'
import { extractSlots, SLOTS, STATE_TABLES } from './parser-slots.ts'
import type { ParserState } from './parser-state.ts'

export interface NetworkShape {
  /** Width of a word's vector and of a state's. Multiples of 4. */
  readonly wordWidth: number
  readonly stateWidth: number
  /** How far each convolution looks to either side. */
  readonly dilations: readonly number[]
  readonly vocabulary: number
  readonly suffixes: number
  readonly prefixes: number
  readonly shapes: number
  readonly tags: number
  readonly classes: number
  readonly labels: number
}

export interface Parameter {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** Address in the kernel's memory. */
  readonly at: number
}

export const INPUT_TABLES = ['word', 'suffix', 'prefix', 'shape', 'tag'] as const
const roundUp = (value: number) => (value + 3) & ~3

export class Network {
  readonly shape: NetworkShape
  readonly kernel: Kernel
  readonly parameters: Parameter[] = []
  readonly padding: number
  readonly scoreColumns: number
  readonly slotColumns: number
  readonly word: Parameter
  readonly suffix: Parameter
  readonly prefix: Parameter
  readonly wordShape: Parameter
  readonly tag: Parameter
  readonly convolutions: Parameter[] = []
  readonly biases: Parameter[] = []
  readonly slots: Parameter
  /** Rows that stand for the root and for "nothing there" in each place. */
  readonly special: Parameter
  readonly tables: Parameter
  readonly output: Parameter
  readonly outputBias: Parameter
  /** Byte offsets of a state's rows, and the state's own vector. */
  readonly list: number
  readonly hidden: number
  readonly scoresAt: number
  /** Number of rows in `list` after `hiddenOf`. */
  private capacity = 0
  private layers: number[] = []
  private scratch = 0
  /** Slot rows of each word of the sentence at hand. */
  slotRows = 0

  constructor(kernel: Kernel, shape: NetworkShape) {
    const { wordWidth: width, stateWidth, dilations } = shape
    this.kernel = kernel
    this.shape = shape
    this.padding = Math.max(...dilations)
    this.scoreColumns = roundUp(shape.classes)
    this.slotColumns = SLOTS * stateWidth
    this.word = this.add('word', shape.vocabulary, width)
    this.suffix = this.add('suffix', shape.suffixes, width)
    this.prefix = this.add('prefix', shape.prefixes, width)
    this.wordShape = this.add('shape', shape.shapes, width)
    this.tag = this.add('tag', shape.tags, width)
    dilations.forEach((_, layer) => {
      this.convolutions.push(this.add(`convolution${layer}`, 3 * width, width))
      this.biases.push(this.add(`bias${layer}`, 1, width))
    })
    this.slots = this.add('slots', width, this.slotColumns)
    this.special = this.add('special', 2, this.slotColumns)
    this.tables = this.add('tables', STATE_TABLES * 64, stateWidth)
    this.output = this.add('output', stateWidth, this.scoreColumns)
    this.outputBias = this.add('outputBias', 1, this.scoreColumns)
    this.list = kernel.allocate(SLOTS + STATE_TABLES + 4)
    this.hidden = kernel.allocate(stateWidth)
    this.scoresAt = kernel.allocate(this.scoreColumns)
  }

  private add(name: string, rows: number, columns: number): Parameter {
    const parameter = { name, rows, columns, at: this.kernel.allocate(rows * columns) }
    this.parameters.push(parameter)
    return parameter
  }

  /** Computes the slot rows of a sentence. */
  encode(words: readonly WordType[], tags: Int32Array): void {
    const { kernel, padding } = this
    const { wordWidth: width, dilations } = this.shape
    const n = words.length
    if (n > this.capacity) this.grow(Math.max(LONGEST_EXPECTED, n * 2))
    const { floats } = kernel
    // Rows of padding on both sides stay zero in every layer.
    let input = this.layers[0]! + padding * width
    floats.fill(0, input + n * width, input + (n + padding) * width)
    for (let i = 0; i < n; i++) {
      this.listInput(words[i]!, tags[i]!)
      kernel.sumRows(this.list, INPUT_TABLES.length, input + i * width, width, false)
    }
    dilations.forEach((dilation, layer) => {
      const output = this.layers[layer + 1]! + padding * width
      const bias = this.biases[layer]!.at
      for (let i = 0; i < n; i++) floats.copyWithin(this.scratch + i * width, bias, bias + width)
      for (let tap = -1; tap <= 1; tap++) {
        const matrix = this.convolutions[layer]!.at + (tap + 1) * width * width
        kernel.multiplyAdd(input + tap * dilation * width, width, matrix, this.scratch, n, width, width)
      }
      kernel.addRectified(input, this.scratch, output, n * width)
      floats.fill(0, output + n * width, output + (n + padding) * width)
      input = output
    })
    floats.fill(0, this.slotRows, this.slotRows + n * this.slotColumns)
    kernel.multiplyAdd(input, width, this.slots.at, this.slotRows, n, width, this.slotColumns)
    floats.copyWithin(this.slotRows + n * this.slotColumns, this.special.at, this.special.at + 2 * this.slotColumns)
  }

  /** Puts the addresses of a word's input rows into `list`. */
  listInput(word: WordType, tag: number): void {
    const { list } = this
    const { integers } = this.kernel
    const bytes = 4 * this.shape.wordWidth
    integers[list] = this.word.at * 4 + word.id * bytes
    integers[list + 1] = this.suffix.at * 4 + ((word.suffix3 >>> 0) % this.shape.suffixes) * bytes
    integers[list + 2] = this.prefix.at * 4 + ((word.prefix3 >>> 0) % this.shape.prefixes) * bytes
    integers[list + 3] = this.wordShape.at * 4 + word.shape * bytes
    integers[list + 4] = this.tag.at * 4 + tag * bytes
  }

  /** Scores every transition in this state; reads the rows that `encode` left, word `i` standing at row `base + i`. */
  score(state: ParserState, scores: Float64Array): void {
    const { kernel, list, hidden, scoresAt, scoreColumns } = this
    const { stateWidth } = this.shape
    const count = extractSlots(state, kernel.integers, list, this.slotRows, this.tables.at, stateWidth)
    kernel.sumRows(list, count, hidden, stateWidth, true)
    const { floats } = kernel
    floats.copyWithin(scoresAt, this.outputBias.at, this.outputBias.at + scoreColumns)
    kernel.multiplyAdd(hidden, stateWidth, this.output.at, scoresAt, 1, stateWidth, scoreColumns)
    for (let c = 0; c < scores.length; c++) scores[c] = floats[scoresAt + c]!
  }

  private grow(words: number): void {
    const { wordWidth: width, dilations } = this.shape
    const rows = (words + 2 * this.padding) * width
    this.capacity = words
    this.layers = [0, ...dilations].map(() => this.kernel.allocate(rows))
    this.scratch = this.kernel.allocate(words * width)
    this.slotRows = this.kernel.allocate((words + 2) * this.slotColumns)
  }
}

const LONGEST_EXPECTED = 260
