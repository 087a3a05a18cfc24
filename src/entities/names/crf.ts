/**
 * Linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over the open tokens of a sentence:
 * emission scores from hashed features, transitions between labels, decoding by Viterbi.
 */

import { canEnd, canFollow, canStart, LABELS, OUTSIDE } from './labels.ts'

/** Stands for the position before the first token in transitions. */
export const START = LABELS
const NEVER = -1e9

/** Labels that may stand before each label. */
const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, next) =>
  Array.from({ length: LABELS }, (_, label) => label).filter(label => canFollow(label, next)),
)

export class Decoder {
  private best = new Float64Array(0)
  private back = new Int8Array(0)
  private ahead = new Float64Array(LABELS)
  private beyond = new Float64Array(LABELS)
  private readonly transitions: Float32Array
  private readonly bias: Float32Array

  /**
   * @param transitions `(LABELS + 1) * LABELS` scores, from × to, the last row from the start
   * @param bias added to every label's score: trades precision for recall
   */
  constructor(transitions: Float32Array, bias: Float32Array) {
    this.transitions = transitions
    this.bias = bias
  }

  /**
   * Writes the best labels of a stretch of tokens into `labels`, from index `from` to `to`; `scores` holds `LABELS`
   * numbers a token. Outside of the stretch all tokens are taken to be outside of names.
   */
  decode(scores: Float32Array, from: number, to: number, labels: Uint8Array): void {
    const count = to - from
    if (this.best.length < count * LABELS) {
      this.best = new Float64Array(count * LABELS * 2)
      this.back = new Int8Array(count * LABELS * 2)
    }
    const { best, back, transitions, bias } = this
    const opening = (from === 0 ? START : OUTSIDE) * LABELS
    for (let label = 0; label < LABELS; label++) {
      best[label] = canStart(label)
        ? scores[from * LABELS + label]! + bias[label]! + transitions[opening + label]!
        : NEVER
    }
    for (let i = 1; i < count; i++) {
      const row = i * LABELS
      const last = row - LABELS
      for (let label = 0; label < LABELS; label++) {
        let top = -1
        let score = NEVER * 2
        for (const before of BEFORE[label]!) {
          const value = best[last + before]! + transitions[before * LABELS + label]!
          if (value > score) {
            score = value
            top = before
          }
        }
        best[row + label] = score + scores[(from + i) * LABELS + label]! + bias[label]!
        back[row + label] = top
      }
    }
    const end = (count - 1) * LABELS
    let label = OUTSIDE
    let score = NEVER * 2
    for (let k = 0; k < LABELS; k++) {
      if (!canEnd(k)) continue
      const value = best[end + k]! + transitions[k * LABELS + OUTSIDE]!
      if (value > score) {
        score = value
        label = k
      }
    }
    for (let i = count - 1; i >= 0; i--) {
      labels[from + i] = label
      label = back[i * LABELS + label]!
    }
  }

  /**
   * Of the stretch that was decoded last: by how much the best labels beat the best that differ at each token. The least
   * margin of a name's tokens is its own, since whoever reads the name otherwise differs at one of them.
   */
  margins(scores: Float32Array, from: number, to: number, labels: Uint8Array, margins: Float32Array): void {
    const { best, transitions, bias } = this
    const last = (to - from - 1) * LABELS
    for (let k = 0; k < LABELS; k++) this.ahead[k] = canEnd(k) ? transitions[k * LABELS + OUTSIDE]! : NEVER
    const top = best[last + labels[to - 1]!]! + this.ahead[labels[to - 1]!]!
    for (let i = to - 1; i >= from; i--) {
      const row = (i - from) * LABELS
      let other = NEVER * 2
      for (let k = 0; k < LABELS; k++) {
        if (k !== labels[i]) other = Math.max(other, best[row + k]! + this.ahead[k]!)
      }
      margins[i] = top - other
      if (i === from) break
      const { ahead, beyond } = this
      for (let k = 0; k < LABELS; k++) ahead[k] = ahead[k]! + scores[i * LABELS + k]! + bias[k]!
      beyond.fill(NEVER * 2)
      for (let next = 0; next < LABELS; next++) {
        for (const label of BEFORE[next]!) {
          const value = transitions[label * LABELS + next]! + ahead[next]!
          if (value > beyond[label]!) beyond[label] = value
        }
      }
      this.ahead = beyond
      this.beyond = ahead
    }
  }
}
