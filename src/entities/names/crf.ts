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
}
