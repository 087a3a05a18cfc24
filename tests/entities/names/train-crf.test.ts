import { describe, expect, it } from 'vitest'
import { type Sequence, trainCrf } from '../../../scripts/names/train-crf.ts'
import { Decoder } from '../../../src/entities/names/crf.ts'
import { LABELS, NAME_TYPES, readSpans, writeLabels } from '../../../src/entities/names/labels.ts'
import { seededRandom } from '../../../src/util/seeded-random.ts'

/** One feature a token; words 1 and 2 together are a person, word 3 is a place, 0 is nothing. */
const WORDS = [
  [0, 1, 2, 0, 3],
  [3, 0, 1, 2],
  [1, 2, 0],
]

function sequence(words: readonly number[], allowAll = false): Sequence {
  const labels: number[] = words.map(() => 0)
  words.forEach((word, i) => {
    if (word === 1) writeLabels({ from: i, to: i + 2, type: NAME_TYPES.indexOf('person') }, labels)
    if (word === 3) writeLabels({ from: i, to: i + 1, type: NAME_TYPES.indexOf('place') }, labels)
  })
  const offsets = Int32Array.from({ length: words.length + 1 }, (_, i) => i)
  return {
    length: words.length,
    rows: Int32Array.from(words),
    offsets,
    kept: offsets,
    allowed: Int32Array.from(labels, label => (allowAll ? (1 << LABELS) - 1 : 1 << label)),
    opens: true,
    weight: 1,
  }
}

const train = (sequences: readonly Sequence[]) =>
  trainCrf(sequences, 4, { rounds: 60, drop: 0, noise: 0, rate: 0.2, decay: 0, random: seededRandom(1) })

function decode(words: readonly number[], { rows, transitions }: ReturnType<typeof train>) {
  const scores = new Float32Array(words.length * LABELS)
  words.forEach((word, i) => {
    scores.set(rows.subarray(word * LABELS, (word + 1) * LABELS), i * LABELS)
  })
  const labels = new Uint8Array(words.length)
  new Decoder(transitions, new Float32Array(LABELS)).decode(scores, 0, words.length, labels)
  return readSpans(labels, labels.length)
}

describe('trainCrf', () => {
  it('learns names from examples', () => {
    expect(decode([3, 1, 2, 0], train(WORDS.map(words => sequence(words))))).toEqual([
      { from: 0, to: 1, type: NAME_TYPES.indexOf('place') },
      { from: 1, to: 3, type: NAME_TYPES.indexOf('person') },
    ])
  })

  it('learns nothing from tokens that allow every label', () => {
    const { rows } = train(WORDS.map(words => sequence(words, true)))
    expect(Math.max(...rows.map(Math.abs))).toBeLessThan(1e-3)
  })

  it('gives the same weights for the same seed', () => {
    const examples = WORDS.map(words => sequence(words))
    expect(train(examples)).toEqual(train(examples))
  })
})
