/**
 * The parser's network. Each word is the sum of learned rows for its form, suffix, prefix, shape and tag; dilated
 * convolutions let it see its neighbours (Strubell et al. 2017); a state is the rectified sum of a few words' rows, each
 * multiplied in advance by the matrix of its place (Chen & Manning 2014), and of rows for labels and distances; one
 * matrix turns that into scores of transitions.
 * This file holds the weights; `network-runner.ts` computes with them.
 */

import type { WordType } from './input.ts'
import type { Kernel } from './kernel.ts'
import { SLOTS, STATE_TABLES } from './parser-slots.ts'

export interface NetworkShape {
  /** Width of a word's vector and of a state's. Multiples of 8. */
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
  /** Room for the byte offsets of a word's or a state's rows. */
  readonly list: number
  readonly scoresAt: number

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
    this.scoresAt = kernel.allocate(this.scoreColumns)
  }

  private add(name: string, rows: number, columns: number): Parameter {
    const parameter = { name, rows, columns, at: this.kernel.allocate(rows * columns) }
    this.parameters.push(parameter)
    return parameter
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
}
