/**
 * Trains a linear-chain CRF on its log-likelihood with AdaGrad (Duchi, Hazan & Singer 2011). Tokens may allow several
 * labels (marginal likelihood, Tsuboi et al. 2008); the word's own features are dropped at random, so that the
 * context learns to do without.
 */

import { START } from '../../src/entities/names/crf.ts'
import { canEnd, canFollow, canStart, LABELS, OUTSIDE } from '../../src/entities/names/labels.ts'

/** A stretch of open tokens. */
export interface Sequence {
  readonly length: number
  /** Feature rows of all tokens, those of token `i` from `offsets[i]` to `offsets[i + 1]`. */
  readonly rows: Int32Array
  readonly offsets: Int32Array
  /** Where the rows of token `i` go on after those that may be dropped. */
  readonly kept: Int32Array
  readonly allowed: Int32Array
  /** Whether the stretch begins its sentence. */
  readonly opens: boolean
  readonly weight: number
  /** Scores that are given and not learnt, `LABELS` a token. */
  readonly base?: Float32Array
}

export interface Weights {
  readonly rows: Float32Array
  readonly transitions: Float32Array
}

export interface TrainOptions {
  readonly rounds: number
  /** Share of tokens that lose the features of their own word. */
  readonly drop: number
  /** Share of all features that are left out at random (Wang & Manning 2013), against reliance on the training domain. */
  readonly noise: number
  readonly rate: number
  /** Pull of every weight towards zero, at each update. */
  readonly decay: number
  readonly random: () => number
  readonly log?: (line: string) => void
  /** Transitions to begin with. */
  readonly transitions?: Float32Array
}

const SMALL = 1e-4
const INITIAL_SQUARES = 0.1
const FOLLOWS = Array.from({ length: LABELS }, (_, label) =>
  Array.from({ length: LABELS }, (_, next) => next).filter(next => canFollow(label, next)),
)

export function trainCrf(sequences: readonly Sequence[], rowCount: number, options: TrainOptions): Weights {
  const weights = new Float32Array(rowCount * LABELS)
  const squares = new Float32Array(rowCount * LABELS)
  const transitions = Float32Array.from(options.transitions ?? new Float32Array((LABELS + 1) * LABELS))
  const transitionSquares = new Float32Array(transitions.length)
  const { random, rate, noise, decay } = options
  const grow = 1 / (1 - noise)
  let active = new Int32Array(1 << 12)
  let ends = new Int32Array(1)
  const order = sequences.map((_, i) => i)
  const longest = sequences.reduce((most, sequence) => Math.max(most, sequence.length), 0)
  const lattice = new Lattice(longest)
  const gradient = new Float64Array(LABELS)
  for (let round = 0; round < options.rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const swap = order[i]!
      order[i] = order[j]!
      order[j] = swap
    }
    let loss = 0
    let tokens = 0
    for (const at of order) {
      const sequence = sequences[at]!
      const { length, rows, offsets, kept } = sequence
      tokens += length
      if (active.length < rows.length) active = new Int32Array(rows.length * 2)
      if (ends.length < length) ends = new Int32Array(length * 2)
      let count = 0
      for (let i = 0; i < length; i++) {
        for (let k = random() < options.drop ? kept[i]! : offsets[i]!; k < offsets[i + 1]!; k++) {
          if (noise === 0 || random() >= noise) active[count++] = rows[k]!
        }
        ends[i] = count
      }
      lattice.fill(sequence, active, ends, grow, weights, transitions)
      loss += lattice.run(sequence)
      for (let i = 0; i < length; i++) {
        let any = false
        for (let label = 0; label < LABELS; label++) {
          let g = lattice.difference[i * LABELS + label]! * sequence.weight * grow
          if (g < SMALL && g > -SMALL) g = 0
          else any = true
          gradient[label] = g
        }
        if (!any) continue
        for (let k = i === 0 ? 0 : ends[i - 1]!; k < ends[i]!; k++) {
          const row = active[k]! * LABELS
          for (let label = 0; label < LABELS; label++) {
            if (gradient[label] === 0) continue
            const g = gradient[label]! + decay * weights[row + label]!
            const sum = squares[row + label]! + g * g
            squares[row + label] = sum
            weights[row + label]! -= (rate * g) / Math.sqrt(sum + INITIAL_SQUARES)
          }
        }
      }
      for (let k = 0; k < transitions.length; k++) {
        const g = lattice.transitionDifference[k]! * sequence.weight
        if (g === 0) continue
        transitionSquares[k]! += g * g
        transitions[k]! -= (rate * g) / Math.sqrt(transitionSquares[k]! + 1)
      }
    }
    options.log?.(`round ${round + 1}: loss ${(loss / tokens).toFixed(4)} a token`)
  }
  return { rows: weights, transitions }
}

/** Forward–backward over a stretch, free and constrained to the allowed labels. */
class Lattice {
  /** Expected counts of labels, free minus constrained, `LABELS` a token. */
  readonly difference: Float64Array
  readonly transitionDifference = new Float64Array((LABELS + 1) * LABELS)
  private readonly scores: Float64Array
  private readonly allowedScores: Float64Array
  private readonly forward: Float64Array
  private readonly backward: Float64Array
  private readonly moves = new Float64Array((LABELS + 1) * LABELS)

  constructor(longest: number) {
    const size = longest * LABELS
    this.difference = new Float64Array(size)
    this.scores = new Float64Array(size)
    this.allowedScores = new Float64Array(size)
    this.forward = new Float64Array(size)
    this.backward = new Float64Array(size)
  }

  /** Sums the features' weights and exponentiates. */
  fill(
    sequence: Sequence,
    active: Int32Array,
    ends: Int32Array,
    grow: number,
    weights: Float32Array,
    transitions: Float32Array,
  ): void {
    const { scores, allowedScores } = this
    for (let i = 0; i < sequence.length; i++) {
      const at = i * LABELS
      for (let label = 0; label < LABELS; label++) scores[at + label] = 0
      for (let k = i === 0 ? 0 : ends[i - 1]!; k < ends[i]!; k++) {
        const row = active[k]! * LABELS
        for (let label = 0; label < LABELS; label++) scores[at + label]! += weights[row + label]!
      }
      for (let label = 0; label < LABELS; label++) {
        scores[at + label] = scores[at + label]! * grow + (sequence.base?.[at + label] ?? 0)
      }
      let top = Number.NEGATIVE_INFINITY
      for (let label = 0; label < LABELS; label++) top = Math.max(top, scores[at + label]!)
      for (let label = 0; label < LABELS; label++) {
        scores[at + label] = Math.exp(scores[at + label]! - top)
        allowedScores[at + label] = sequence.allowed[i]! & (1 << label) ? scores[at + label]! : 0
      }
    }
    for (let k = 0; k < this.moves.length; k++) this.moves[k] = Math.exp(transitions[k]!)
  }

  /** Fills the differences; returns the loss. */
  run(sequence: Sequence): number {
    this.difference.fill(0, 0, sequence.length * LABELS)
    this.transitionDifference.fill(0)
    return this.pass(sequence, this.scores, 1) - this.pass(sequence, this.allowedScores, -1)
  }

  /** Adds `sign` times the expected counts; returns the logarithm of the sum over all labellings. */
  private pass({ length, opens }: Sequence, scores: Float64Array, sign: number): number {
    const { forward, backward, moves, difference, transitionDifference } = this
    const opening = (opens ? START : OUTSIDE) * LABELS
    let log = 0
    for (let label = 0; label < LABELS; label++) {
      forward[label] = canStart(label) ? scores[label]! * moves[opening + label]! : 0
    }
    log += scale(forward, 0)
    for (let i = 1; i < length; i++) {
      const at = i * LABELS
      forward.fill(0, at, at + LABELS)
      for (let label = 0; label < LABELS; label++) {
        const value = forward[at - LABELS + label]!
        if (value === 0) continue
        for (const next of FOLLOWS[label]!) forward[at + next]! += value * moves[label * LABELS + next]!
      }
      for (let label = 0; label < LABELS; label++) forward[at + label]! *= scores[at + label]!
      log += scale(forward, at)
    }
    const last = (length - 1) * LABELS
    let end = 0
    for (let label = 0; label < LABELS; label++) {
      backward[last + label] = canEnd(label) ? moves[label * LABELS + OUTSIDE]! : 0
      end += forward[last + label]! * backward[last + label]!
    }
    log += Math.log(end)
    scale(backward, last)
    for (let i = length - 2; i >= 0; i--) {
      const at = i * LABELS
      for (let label = 0; label < LABELS; label++) {
        let sum = 0
        for (const next of FOLLOWS[label]!) {
          sum += moves[label * LABELS + next]! * scores[at + LABELS + next]! * backward[at + LABELS + next]!
        }
        backward[at + label] = sum
      }
      scale(backward, at)
    }
    for (let i = 0; i < length; i++) {
      const at = i * LABELS
      let total = 0
      for (let label = 0; label < LABELS; label++) total += forward[at + label]! * backward[at + label]!
      for (let label = 0; label < LABELS; label++) {
        const share = (forward[at + label]! * backward[at + label]!) / total
        difference[at + label]! += sign * share
        if (i === 0) transitionDifference[opening + label]! += sign * share
        if (i === length - 1) transitionDifference[label * LABELS + OUTSIDE]! += sign * share
      }
      if (i > 0) this.countMoves(at, scores, sign)
    }
    return log
  }

  private countMoves(at: number, scores: Float64Array, sign: number): void {
    const { forward, backward, moves, transitionDifference } = this
    let total = 0
    for (let label = 0; label < LABELS; label++) {
      const value = forward[at - LABELS + label]!
      if (value < 1e-9) continue
      for (const next of FOLLOWS[label]!) {
        total += value * moves[label * LABELS + next]! * scores[at + next]! * backward[at + next]!
      }
    }
    for (let label = 0; label < LABELS; label++) {
      const value = (sign * forward[at - LABELS + label]!) / total
      if (value < 1e-9 && value > -1e-9) continue
      for (const next of FOLLOWS[label]!) {
        const key = label * LABELS + next
        transitionDifference[key]! += value * moves[key]! * scores[at + next]! * backward[at + next]!
      }
    }
  }
}

/** Scales the `LABELS` values from `at` to sum to 1; returns the logarithm of the sum. */
function scale(values: Float64Array, at: number): number {
  let sum = 0
  for (let label = 0; label < LABELS; label++) sum += values[at + label]!
  for (let label = 0; label < LABELS; label++) values[at + label]! /= sum
  return Math.log(sum)
}
