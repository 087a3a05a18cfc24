/** The parser's network with its weights as floats, for training; `src/language/network-runner.ts` computes with integers. */

import type { WordType } from '../../src/language/input.ts'
import type { Kernel } from '../../src/language/kernel.ts'
import {
  type NetworkShape,
  type ParameterSize,
  parametersOf,
  scoreColumnsOf,
} from '../../src/language/network-shape.ts'
import { SLOTS, STATE_TABLES } from '../../src/language/parser-slots.ts'

export interface Parameter extends ParameterSize {
  /** Address in the kernel's memory. */
  readonly at: number
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
