/**
 * Arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez & Satta 2011) with the label inside the transition; the root
 * stands after the last word. A network scores the transitions; the best allowed one is taken.
 */

import type { WordType } from './input.ts'
import type { Network } from './network.ts'
import { ParserState } from './parser-state.ts'

/** Transitions are shift, then right-arc with each label, then left-arc with each label. */
export const SHIFT = 0

export class Parser {
  private readonly state = new ParserState()
  private readonly network: Network
  private readonly scores: Float64Array
  private readonly labels: number

  constructor(network: Network) {
    this.network = network
    this.labels = network.shape.labels
    this.scores = new Float64Array(network.shape.classes)
  }

  /** Fills `heads` (-1 for the root) and `relations` (indices into the model's labels). */
  parse(words: readonly WordType[], tags: Int32Array, heads: Int32Array, relations: Int32Array): void {
    const { state, network } = this
    const n = words.length
    network.encode(words, tags)
    state.start(n)
    while (!state.finished()) {
      network.score(state, this.scores)
      state.apply(this.bestTransition(), this.labels)
    }
    for (let i = 0; i < n; i++) {
      heads[i] = state.heads[i] === n ? -1 : state.heads[i]!
      relations[i] = state.relations[i]!
    }
  }

  private bestTransition(): number {
    const { state, scores, labels } = this
    let best = state.canShift() ? SHIFT : -1
    if (state.canRight()) best = bestOf(scores, 1, 1 + labels, best)
    if (state.canLeft()) best = bestOf(scores, 1 + labels, 1 + 2 * labels, best)
    return best
  }
}

function bestOf(scores: Float64Array, from: number, to: number, best: number): number {
  for (let c = from; c < to; c++) if (best < 0 || scores[c]! > scores[best]!) best = c
  return best
}
