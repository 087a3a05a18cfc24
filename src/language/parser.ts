/**
 * Arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez & Satta 2011) with the label inside the transition; the root
 * stands after the last word. Trained with the dynamic oracle of Goldberg & Nivre 2013.
 */

import type { WordType } from './input.ts'
import { extractFeatures, MAX_FEATURES } from './parser-features.ts'
import { ParserState } from './parser-state.ts'
import type { Scorer } from './scorer.ts'

export const SHIFT = 0

/** Classes are shift, then right-arc with each label, then left-arc with each label. */
export class Parser {
  readonly state = new ParserState()
  readonly features = new Int32Array(MAX_FEATURES)
  readonly scores: Float64Array
  readonly labels: number
  private readonly scorer: Scorer

  constructor(scorer: Scorer, labels: number) {
    this.scorer = scorer
    this.labels = labels
    this.scores = new Float64Array(scorer.classes)
  }

  /** Fills `heads` (-1 for the root) and `relations` (indices into the model's labels). */
  parse(words: readonly WordType[], tags: Int32Array, heads: Int32Array, relations: Int32Array): void {
    const { state } = this
    const n = words.length
    state.start(words, tags)
    while (!state.finished()) {
      this.scoreState()
      this.apply(this.bestClass())
    }
    for (let i = 0; i < n; i++) {
      heads[i] = state.heads[i] === n ? -1 : state.heads[i]!
      relations[i] = state.relations[i]!
    }
  }

  scoreState(): number {
    const count = extractFeatures(this.state, this.features)
    this.scorer.score(this.features, count, this.scores)
    return count
  }

  /** The best class that is allowed in this state. */
  bestClass(): number {
    const { state } = this
    let best = state.canShift() ? SHIFT : -1
    if (state.canRight()) best = this.better(best, this.bestRight())
    if (state.canLeft()) best = this.better(best, this.bestLeft())
    return best
  }

  bestRight(): number {
    return this.bestOf(1, 1 + this.labels)
  }

  bestLeft(): number {
    return this.bestOf(1 + this.labels, 1 + 2 * this.labels)
  }

  apply(transition: number): void {
    const { state, labels } = this
    if (transition === SHIFT) state.shift()
    else if (transition <= labels) state.right(transition - 1)
    else state.left(transition - 1 - labels)
  }

  private better(a: number, b: number): number {
    return a < 0 || this.scores[b]! > this.scores[a]! ? b : a
  }

  private bestOf(from: number, to: number): number {
    const { scores } = this
    let best = from
    for (let c = from + 1; c < to; c++) if (scores[c]! > scores[best]!) best = c
    return best
  }
}
