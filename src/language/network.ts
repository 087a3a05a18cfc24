/**
 * The parser's network. Each word is the sum of learned rows for its form, suffix, prefix, shape and tag; dilated
 * convolutions let it see its neighbours (Strubell et al. 2017); a state is the rectified sum of a few words' rows, each
 * multiplied in advance by the matrix of its place (Chen & Manning 2014), and of rows for labels and distances; one
 * matrix turns that into scores of transitions.
 * This file holds the weights as floats, for training; `network-runner.ts` computes with integers.
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

/** Size of a table or matrix of weights. */
export interface ParameterSize {
  readonly name: string
  readonly rows: number
  readonly columns: number
}

export interface Parameter extends ParameterSize {
  /** Address in the kernel's memory. */
  readonly at: number
}

export const INPUT_TABLES = ['word', 'suffix', 'prefix', 'shape', 'tag'] as const
/** Columns of the output matrix. */
export const scoreColumnsOf = ({ classes }: NetworkShape): number => (classes + 3) & ~3

/** All weights of a network, in the order in which they stand in the file. */
export function parametersOf(shape: NetworkShape): ParameterSize[] {
  const { wordWidth: width, stateWidth } = shape
  const slotColumns = SLOTS * stateWidth
  const scoreColumns = scoreColumnsOf(shape)
  const size = (name: string, rows: number, columns: number): ParameterSize => ({ name, rows, columns })
  return [
    size('word', shape.vocabulary, width),
    size('suffix', shape.suffixes, width),
    size('prefix', shape.prefixes, width),
    size('shape', shape.shapes, width),
    size('tag', shape.tags, width),
    ...shape.dilations.flatMap((_, layer) => [
      size(`convolution${layer}`, 3 * width, width),
      size(`bias${layer}`, 1, width),
    ]),
    size('slots', width, slotColumns),
    // Rows that stand for the root and for "nothing there" in each place.
    size('special', 2, slotColumns),
    size('tables', STATE_TABLES * 64, stateWidth),
    size('output', stateWidth, scoreColumns),
    size('outputBias', 1, scoreColumns),
  ]
}

export class Network {
  readonly shape: NetworkShape
  readonly kernel: Kernel
  readonly parameters: readonly Parameter[]
  readonly padding: number
  readonly scoreColumns: number
  readonly slotColumns: number
  readonly word: Parameter
  readonly suffix: Parameter
  readonly prefix: Parameter
  readonly wordShape: Parameter
  readonly tag: Parameter
  readonly convolutions: readonly Parameter[]
  readonly biases: readonly Parameter[]
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
    this.kernel = kernel
    this.shape = shape
    this.padding = Math.max(...shape.dilations)
    this.scoreColumns = scoreColumnsOf(shape)
    this.slotColumns = SLOTS * shape.stateWidth
    this.parameters = parametersOf(shape).map(size => ({ ...size, at: kernel.allocate(size.rows * size.columns) }))
    const named = (name: string): Parameter => this.parameters.find(parameter => parameter.name === name)!
    this.word = named('word')
    this.suffix = named('suffix')
    this.prefix = named('prefix')
    this.wordShape = named('shape')
    this.tag = named('tag')
    this.convolutions = shape.dilations.map((_, layer) => named(`convolution${layer}`))
    this.biases = shape.dilations.map((_, layer) => named(`bias${layer}`))
    this.slots = named('slots')
    this.special = named('special')
    this.tables = named('tables')
    this.output = named('output')
    this.outputBias = named('outputBias')
    this.list = kernel.allocate(SLOTS + STATE_TABLES + 4)
    this.scoresAt = kernel.allocate(this.scoreColumns)
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
