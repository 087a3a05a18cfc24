import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decoder, START } from '../../../src/entities/names/crf.ts'
import { canEnd, canFollow, canStart, LABELS, OUTSIDE } from '../../../src/entities/names/labels.ts'

const weights = (length: number) =>
  fc
    .array(fc.integer({ min: -40, max: 40 }), { minLength: length, maxLength: length })
    .map(values => Float32Array.from(values))

/** All label sequences that may be given. */
function sequences(length: number): number[][] {
  let found: number[][] = [[]]
  for (let i = 0; i < length; i++) {
    found = found.flatMap(labels =>
      Array.from({ length: LABELS }, (_, label) => label)
        .filter(label => (i === 0 ? canStart(label) : canFollow(labels[i - 1]!, label)))
        .map(label => [...labels, label]),
    )
  }
  return found.filter(labels => canEnd(labels[length - 1]!))
}

function total(labels: readonly number[], scores: Float32Array, transitions: Float32Array, bias: Float32Array): number {
  return labels.reduce(
    (sum, label, i) =>
      sum +
      scores[i * LABELS + label]! +
      bias[label]! +
      transitions[(i === 0 ? START : labels[i - 1]!) * LABELS + label]!,
    transitions[labels.at(-1)! * LABELS + OUTSIDE]!,
  )
}

describe('Decoder', () => {
  it('finds a sequence of the highest score', () => {
    const all = sequences(3)
    fc.assert(
      fc.property(weights(3 * LABELS), weights((LABELS + 1) * LABELS), weights(LABELS), (scores, transitions, bias) => {
        const labels = new Uint8Array(3)
        new Decoder(transitions, bias).decode(scores, 0, 3, labels)
        const best = Math.max(...all.map(sequence => total(sequence, scores, transitions, bias)))
        expect(total([...labels], scores, transitions, bias)).toBe(best)
      }),
      { numRuns: 30 },
    )
  })

  it('tells by how much the best labels beat the best that differ at a token', () => {
    const all = sequences(3)
    fc.assert(
      fc.property(weights(3 * LABELS), weights((LABELS + 1) * LABELS), weights(LABELS), (scores, transitions, bias) => {
        const labels = new Uint8Array(3)
        const margins = new Float32Array(3)
        const decoder = new Decoder(transitions, bias)
        decoder.decode(scores, 0, 3, labels)
        decoder.margins(scores, 0, 3, labels, margins)
        const best = total([...labels], scores, transitions, bias)
        labels.forEach((label, i) => {
          const others = all.filter(sequence => sequence[i] !== label)
          const next = Math.max(...others.map(sequence => total(sequence, scores, transitions, bias)))
          expect(margins[i]).toBe(best - next)
        })
      }),
      { numRuns: 10 },
    )
  })

  it('leaves tokens outside of the stretch alone', () => {
    const labels = Uint8Array.of(9, 9, 9, 9)
    new Decoder(new Float32Array((LABELS + 1) * LABELS), new Float32Array(LABELS)).decode(
      new Float32Array(4 * LABELS),
      1,
      3,
      labels,
    )
    expect([labels[0], labels[3]]).toEqual([9, 9])
  })
})
