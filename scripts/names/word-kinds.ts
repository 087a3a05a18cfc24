/**
 * Learns from the gazetteers what kind of word each vector stands for (common word, given name, city, …), with a small
 * network of one hidden layer, so that words in no list get a kind too.
 */

import { DIMENSIONS, type Vectors } from './vectors.ts'

export const WORD_KINDS = ['common', 'given', 'family', 'city', 'country', 'demonym', 'organisation', 'title'] as const
export type WordKind = (typeof WORD_KINDS)[number]

const KINDS = WORD_KINDS.length
const HIDDEN = 64
const ROUNDS = 12
const SCALE = 3
/** Likelihoods from which each step counts. */
const STEPS = [0.05, 0.2, 0.5, 0.8]
/** Different combinations of steps that the table tells apart. */
const CODES = 255

export interface WordKindTable {
  /** By word: index into `steps`. */
  readonly kind: Uint8Array
  readonly steps: readonly (readonly number[])[]
}

export function learnWordKinds(
  vectors: Vectors,
  known: ReadonlyMap<string, ReadonlySet<WordKind>>,
  random: () => number,
): WordKindTable {
  const width = DIMENSIONS + 1
  const input = new Float32Array(width)
  const hidden = new Float32Array(HIDDEN + 1)
  const output = new Float64Array(KINDS)
  const toHidden = Float32Array.from({ length: HIDDEN * width }, () => (random() - 0.5) * 0.2)
  const toOutput = Float32Array.from({ length: KINDS * (HIDDEN + 1) }, () => (random() - 0.5) * 0.2)
  const run = (word: number) => {
    for (let d = 0; d < DIMENSIONS; d++) input[d] = vectors.values[word * DIMENSIONS + d]! * SCALE
    input[DIMENSIONS] = 1
    for (let h = 0; h < HIDDEN; h++) {
      let sum = 0
      for (let d = 0; d < width; d++) sum += toHidden[h * width + d]! * input[d]!
      hidden[h] = Math.max(sum, 0)
    }
    hidden[HIDDEN] = 1
    let top = Number.NEGATIVE_INFINITY
    for (let k = 0; k < KINDS; k++) {
      let sum = 0
      for (let h = 0; h <= HIDDEN; h++) sum += toOutput[k * (HIDDEN + 1) + h]! * hidden[h]!
      output[k] = sum
      top = Math.max(top, sum)
    }
    let total = 0
    for (let k = 0; k < KINDS; k++) total += output[k] = Math.exp(output[k]! - top)
    for (let k = 0; k < KINDS; k++) output[k] = output[k]! / total
  }
  const examples = vectors.words.flatMap((word, i) => {
    const kinds = known.get(word)
    return kinds ? [{ word: i, target: WORD_KINDS.map(kind => (kinds.has(kind) ? 1 / kinds.size : 0)) }] : []
  })
  const totals = WORD_KINDS.map((_, k) => examples.reduce((sum, { target }) => sum + target[k]!, 0))
  const weights = totals.map(total => Math.min(6, Math.sqrt(6000 / (total + 1))))
  const delta = new Float64Array(KINDS)
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = examples.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[examples[i], examples[j]] = [examples[j]!, examples[i]!]
    }
    const rate = 0.03 * (1 - round / ROUNDS)
    for (const { word, target } of examples) {
      run(word)
      const weight = target.reduce((sum, share, k) => sum + share * weights[k]!, 0)
      for (let k = 0; k < KINDS; k++) delta[k] = (output[k]! - target[k]!) * weight
      for (let h = 0; h < HIDDEN; h++) {
        if (hidden[h] === 0) continue
        let sum = 0
        for (let k = 0; k < KINDS; k++) sum += delta[k]! * toOutput[k * (HIDDEN + 1) + h]!
        for (let d = 0; d < width; d++) toHidden[h * width + d]! -= rate * sum * input[d]!
      }
      for (let k = 0; k < KINDS; k++)
        for (let h = 0; h <= HIDDEN; h++) toOutput[k * (HIDDEN + 1) + h]! -= rate * delta[k]! * hidden[h]!
    }
  }
  const codes = vectors.words.map((_, i) => {
    run(i)
    return Array.from(output, share => STEPS.filter(least => share >= least).length)
  })
  return codeBook(codes)
}

/** Keeps the most frequent combinations of steps; each other one becomes the nearest of these. */
function codeBook(codes: readonly (readonly number[])[]): WordKindTable {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code.join(''), (counts.get(code.join('')) ?? 0) + 1)
  const kept = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, CODES)
  const steps = kept.map(([code]) => [...code].map(Number))
  const indexOf = new Map(kept.map(([code], i) => [code, i]))
  const nearest = (code: readonly number[]) => {
    const key = code.join('')
    let index = indexOf.get(key)
    if (index === undefined) {
      const distances = steps.map(other => other.reduce((sum, step, k) => sum + Math.abs(step - code[k]!), 0))
      index = distances.indexOf(Math.min(...distances))
      indexOf.set(key, index)
    }
    return index
  }
  return { kind: Uint8Array.from(codes, nearest), steps }
}
