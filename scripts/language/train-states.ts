/** The state layer of the network in training: from slot rows to transitions, and the gradients back. */

import { extractSlots, SLOTS, STATE_TABLES } from '../../src/language/parser-slots.ts'
import { ParserState } from '../../src/language/parser-state.ts'
import type { Adam } from './adam.ts'
import { transpose } from './batch.ts'
import type { Network } from './network.ts'
import { goldMoves, MAY_LEFT, MAY_RIGHT, MAY_SHIFT, type ParsedSentence } from './oracle.ts'

const ROWS = SLOTS + STATE_TABLES
/** Keeps the logarithm of a vanishing probability finite. */
const TINY = 1e-30

export class StateLayer {
  /** States scored since `clear`. */
  count = 0
  private readonly network: Network
  private readonly dropout: number
  private readonly random: () => number
  private readonly state = new ParserState()
  private readonly lists: number
  private readonly hidden: number
  private readonly masks: Float32Array
  private readonly gradient: number
  private readonly scoreGradient: number
  private readonly transposed: number
  private readonly weightTransposed: number

  constructor(network: Network, dropout: number, maximumStates: number, random: () => number) {
    const { kernel, scoreColumns } = network
    const { stateWidth } = network.shape
    this.network = network
    this.dropout = dropout
    this.random = random
    this.lists = kernel.allocate(maximumStates * ROWS)
    this.hidden = kernel.allocate(maximumStates * stateWidth)
    this.masks = new Float32Array(maximumStates * stateWidth)
    this.gradient = kernel.allocate(maximumStates * stateWidth)
    this.scoreGradient = kernel.allocate(maximumStates * scoreColumns)
    this.transposed = kernel.allocate(maximumStates * stateWidth)
    this.weightTransposed = kernel.allocate(scoreColumns * stateWidth)
  }

  /**
   * Parses a sentence whose slot rows start at `base`, keeping each state's gradient; returns the sum of the losses.
   * With probability `explore` the network's own choice is followed, else the best that loses nothing.
   */
  trainSentence(sentence: ParsedSentence, base: number, explore: number): number {
    const { state } = this
    let loss = 0
    state.start(sentence.words.length)
    while (!state.finished()) {
      this.score(base)
      loss += this.chooseAndApply(sentence, explore)
      this.count++
    }
    return loss
  }

  private score(base: number): void {
    const { network, count } = this
    const { kernel, scoreColumns } = network
    const { stateWidth } = network.shape
    const { floats } = kernel
    const list = this.lists + count * ROWS
    extractSlots(this.state, kernel.integers, list, base, network.tables.at, stateWidth)
    const hidden = this.hidden + count * stateWidth
    kernel.sumRows(list, ROWS, hidden, stateWidth, true)
    const keep = 1 / (1 - this.dropout)
    for (let i = 0; i < stateWidth; i++) {
      const mask = floats[hidden + i]! > 0 && this.random() >= this.dropout ? keep : 0
      this.masks[count * stateWidth + i] = mask
      floats[hidden + i]! *= mask
    }
    floats.copyWithin(network.scoresAt, network.outputBias.at, network.outputBias.at + scoreColumns)
    kernel.multiplyAdd(hidden, stateWidth, network.output.at, network.scoresAt, 1, stateWidth, scoreColumns)
  }

  /** Leaves the gradient of the scores, makes a move, returns the loss: -log of the allowed transitions' share. */
  private chooseAndApply({ heads, relations }: ParsedSentence, explore: number): number {
    const { state, network } = this
    const { labels, classes } = network.shape
    const { floats } = network.kernel
    const scores = network.scoresAt
    const moves = goldMoves(state, heads)
    const allowed =
      (state.canShift() ? MAY_SHIFT : 0) | (state.canRight() ? MAY_RIGHT : 0) | (state.canLeft() ? MAY_LEFT : 0)
    const top = state.depth > 0 ? state.stack[state.depth - 1]! : -1
    // An arc that is lost already has no right label: any will do.
    const rightLabel = moves & MAY_RIGHT && heads[top] === state.stack[state.depth - 2] ? relations[top]! : -1
    const leftLabel = moves & MAY_LEFT && heads[top] === state.next ? relations[top]! : -1
    const moveOf = (c: number) => (c === 0 ? MAY_SHIFT : c <= labels ? MAY_RIGHT : MAY_LEFT)
    const isGood = (c: number, move: number) => {
      if (!(moves & move)) return false
      if (move === MAY_RIGHT) return rightLabel < 0 || c - 1 === rightLabel
      if (move === MAY_LEFT) return leftLabel < 0 || c - 1 - labels === leftLabel
      return true
    }
    let best = -1
    let bestGood = -1
    for (let c = 0; c < classes; c++) {
      const move = moveOf(c)
      if (!(allowed & move)) continue
      const score = floats[scores + c]!
      if (best < 0 || score > floats[scores + best]!) best = c
      if (isGood(c, move) && (bestGood < 0 || score > floats[scores + bestGood]!)) bestGood = c
    }
    const gradient = this.scoreGradient + this.count * network.scoreColumns
    floats.fill(0, gradient, gradient + network.scoreColumns)
    let loss = 0
    if (bestGood >= 0) {
      const peak = floats[scores + best]!
      let total = 0
      let good = 0
      for (let c = 0; c < classes; c++) {
        const move = moveOf(c)
        if (!(allowed & move)) continue
        const e = Math.exp(floats[scores + c]! - peak)
        floats[gradient + c] = e
        total += e
        if (isGood(c, move)) good += e
      }
      const share = Math.max(good, TINY)
      loss = Math.log(total) - Math.log(share)
      for (let c = 0; c < classes; c++) {
        const move = moveOf(c)
        if (!(allowed & move)) continue
        const e = floats[gradient + c]!
        floats[gradient + c] = e / total - (isGood(c, move) ? e / share : 0)
      }
    } else bestGood = best
    state.apply(explore > 0 && this.random() < explore ? best : bestGood, labels)
    return loss
  }

  /** Adds up the gradients of the scored states, those of slot rows at `slotGradient`, and forgets the states. */
  backward(slotRows: number, slotGradient: number, adam: Adam): void {
    const { network, count, hidden, gradient, scoreGradient, lists } = this
    const { kernel, scoreColumns } = network
    const { stateWidth } = network.shape
    const { floats, integers } = kernel
    transpose(kernel, hidden, count, stateWidth, this.transposed)
    const output = adam.gradient(network.output)
    kernel.multiplyAdd(this.transposed, count, scoreGradient, output, stateWidth, count, scoreColumns)
    const outputBias = adam.gradient(network.outputBias)
    for (let s = 0; s < count; s++)
      for (let c = 0; c < scoreColumns; c++) floats[outputBias + c]! += floats[scoreGradient + s * scoreColumns + c]!
    transpose(kernel, network.output.at, stateWidth, scoreColumns, this.weightTransposed)
    floats.fill(0, gradient, gradient + count * stateWidth)
    kernel.multiplyAdd(scoreGradient, scoreColumns, this.weightTransposed, gradient, count, scoreColumns, stateWidth)
    const tablesFrom = network.tables.at
    const tablesTo = tablesFrom + network.tables.rows * stateWidth
    const tableShift = adam.gradient(network.tables) - tablesFrom
    const slotShift = slotGradient - slotRows
    for (let s = 0; s < count; s++) {
      const from = gradient + s * stateWidth
      for (let i = 0; i < stateWidth; i++) floats[from + i]! *= this.masks[s * stateWidth + i]!
      for (let k = 0; k < ROWS; k++) {
        const address = integers[lists + s * ROWS + k]! >> 2
        const to = address + (address >= tablesFrom && address < tablesTo ? tableShift : slotShift)
        for (let i = 0; i < stateWidth; i++) floats[to + i]! += floats[from + i]!
      }
    }
    this.count = 0
  }
}
