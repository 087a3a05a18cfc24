/**
 * Arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez & Satta 2011) with the label inside the transition; the root
 * stands after the last word. A network scores the transitions; the best allowed one is taken.
 */

import type { WordType } from './input.ts'
import { type NetworkRunner, SCORE_UNIT } from './network-runner.ts'
import { ParserState } from './parser-state.ts'

/** Transitions are shift, then right-arc with each label, then left-arc with each label. */
export const SHIFT = 0

/** A transition whose score is lower than the best by this much adds nothing that counts to the total. */
const NEGLIGIBLE = 20 * SCORE_UNIT

export class Parser {
  private readonly state = new ParserState()
  private readonly network: NetworkRunner
  private readonly labels: number
  /** Transitions of the sentence that `parseScored` parsed last, and the logarithm of each one's improbability. */
  private made = new Int32Array(0)
  private costs = new Float64Array(0)

  constructor(network: NetworkRunner) {
    this.network = network
    this.labels = network.shape.labels
  }

  /** Fills `heads` (-1 for the root) and `relations` (indices into the model's labels). */
  parse(words: readonly WordType[], tags: Int32Array, heads: Int32Array, relations: Int32Array): void {
    const { state, labels } = this
    this.network.encode(words, tags)
    state.start(words.length)
    while (!state.finished()) state.apply(this.bestTransition(), labels)
    this.giveTree(heads, relations)
  }

  /** The same; returns the log-probability of the transitions made, each among those allowed. */
  parseScored(words: readonly WordType[], tags: Int32Array, heads: Int32Array, relations: Int32Array): number {
    const most = 2 * words.length
    if (this.made.length < most) {
      this.made = new Int32Array(2 * most)
      this.costs = new Float64Array(2 * most)
    }
    this.network.encode(words, tags)
    this.state.start(words.length)
    return this.goOn(0, 0, heads, relations)
  }

  /** Parses the sentence that `parseScored` has just parsed, in which the tag of word `changed` is another now. */
  parseAgain(
    words: readonly WordType[],
    tags: Int32Array,
    changed: number,
    heads: Int32Array,
    relations: Int32Array,
  ): number {
    const { state, network, made, costs, labels } = this
    network.encodeAgain(words, tags, changed)
    state.start(words.length)
    let likelihood = 0
    let step = 0
    // As long as no word is in sight that the change reaches, all goes as before.
    for (; state.next + 2 < changed - network.reach; step++) {
      likelihood -= costs[step]!
      state.apply(made[step]!, labels)
    }
    return this.goOn(step, likelihood, heads, relations)
  }

  private goOn(step: number, likelihood: number, heads: Int32Array, relations: Int32Array): number {
    const { state, made, costs, labels } = this
    for (; !state.finished(); step++) {
      const best = this.bestTransition()
      const cost = this.logTotal(best)
      made[step] = best
      costs[step] = cost
      likelihood -= cost
      state.apply(best, labels)
    }
    this.giveTree(heads, relations)
    return likelihood
  }

  private giveTree(heads: Int32Array, relations: Int32Array): void {
    const { state } = this
    const n = state.words
    for (let i = 0; i < n; i++) {
      heads[i] = state.heads[i] === n ? -1 : state.heads[i]!
      relations[i] = state.relations[i]!
    }
  }

  private bestTransition(): number {
    const { state, network, labels } = this
    network.score(state)
    const { cells, scores } = network
    let best = state.canShift() ? SHIFT : -1
    if (state.canRight()) best = bestOf(cells, scores, 1, 1 + labels, best)
    if (state.canLeft()) best = bestOf(cells, scores, 1 + labels, 1 + 2 * labels, best)
    return best
  }

  /** Logarithm of the sum of exp(score) over the allowed transitions, less the score of `best`. */
  private logTotal(best: number): number {
    const { state, network, labels } = this
    const { cells, scores } = network
    const peak = cells[scores + best]!
    let total = state.canShift() ? sumExp(cells, scores + SHIFT, scores + SHIFT + 1, peak) : 0
    if (state.canRight()) total += sumExp(cells, scores + 1, scores + 1 + labels, peak)
    if (state.canLeft()) total += sumExp(cells, scores + 1 + labels, scores + 1 + 2 * labels, peak)
    return Math.log(total)
  }
}

function sumExp(cells: Int32Array, from: number, to: number, peak: number): number {
  let sum = 0
  for (let c = from; c < to; c++) {
    const gap = cells[c]! - peak
    if (gap > -NEGLIGIBLE) sum += Math.exp(gap / SCORE_UNIT)
  }
  return sum
}

/** The first of the best scores at `scores`, from class `from` to `to`, or `best` where none is better. */
function bestOf(cells: Int32Array, scores: number, from: number, to: number, best: number): number {
  if (best < 0) best = from
  let most = cells[scores + best]!
  for (let c = from; c < to; c++) {
    const score = cells[scores + c]!
    if (score > most) {
      most = score
      best = c
    }
  }
  return best
}
