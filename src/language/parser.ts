/**
 * Arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez & Satta 2011) with the label inside the transition; the root
 * stands after the last word. A network scores the transitions; the best allowed one is taken.
 */

import type { WordType } from './input.ts'
import type { NetworkRunner } from './network-runner.ts'
import { ParserState } from './parser-state.ts'

/** Transitions are shift, then right-arc with each label, then left-arc with each label. */
export const SHIFT = 0

export class Parser {
  private readonly state = new ParserState()
  private readonly network: NetworkRunner
  private readonly scores: Float64Array
  private readonly labels: number

  constructor(network: NetworkRunner) {
    this.network = network
    this.labels = network.network.shape.labels
    this.scores = new Float64Array(network.network.shape.classes)
  }

  /** Fills `heads` (-1 for the root) and `relations` (indices into the model's labels). */
  parse(words: readonly WordType[], tags: Int32Array, heads: Int32Array, relations: Int32Array): void {
    this.run(words, tags, heads, relations, false)
  }

  /** The same; returns the log-probability of the transitions made, each among those allowed. */
  parseScored(words: readonly WordType[], tags: Int32Array, heads: Int32Array, relations: Int32Array): number {
    return this.run(words, tags, heads, relations, true)
  }

  private run(
    words: readonly WordType[],
    tags: Int32Array,
    heads: Int32Array,
    relations: Int32Array,
    scored: boolean,
  ): number {
    const { state, network } = this
    const n = words.length
    let likelihood = 0
    network.encode(words, tags)
    state.start(n)
    while (!state.finished()) {
      network.score(state, this.scores)
      const best = this.bestTransition()
      if (scored) likelihood -= this.logTotal(best)
      state.apply(best, this.labels)
    }
    for (let i = 0; i < n; i++) {
      heads[i] = state.heads[i] === n ? -1 : state.heads[i]!
      relations[i] = state.relations[i]!
    }
    return likelihood
  }

  private bestTransition(): number {
    const { state, scores, labels } = this
    let best = state.canShift() ? SHIFT : -1
    if (state.canRight()) best = bestOf(scores, 1, 1 + labels, best)
    if (state.canLeft()) best = bestOf(scores, 1 + labels, 1 + 2 * labels, best)
    return best
  }

  /** Logarithm of the sum of exp(score) over the allowed transitions, less the score of `best`. */
  private logTotal(best: number): number {
    const { state, scores, labels } = this
    const peak = scores[best]!
    let total = state.canShift() ? Math.exp(scores[SHIFT]! - peak) : 0
    if (state.canRight()) total += sumExp(scores, 1, 1 + labels, peak)
    if (state.canLeft()) total += sumExp(scores, 1 + labels, 1 + 2 * labels, peak)
    return Math.log(total)
  }
}

function sumExp(scores: Float64Array, from: number, to: number, peak: number): number {
  let sum = 0
  for (let c = from; c < to; c++) sum += Math.exp(scores[c]! - peak)
  return sum
}

function bestOf(scores: Float64Array, from: number, to: number, best: number): number {
  for (let c = from; c < to; c++) if (best < 0 || scores[c]! > scores[best]!) best = c
  return best
}
