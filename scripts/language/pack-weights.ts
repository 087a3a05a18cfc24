/** Quantises and packs averaged weights into the bytes that `SparseModel` reads. */
import { SPARSE_HEADER_BYTES } from '../../src/language/sparse-model.ts'
import type { TrainingRows } from './training-rows.ts'

interface Row {
  readonly feature: number
  readonly classes: number[]
  readonly weights: number[]
}

/** The share of weights that may be cut off at the largest level. */
const CLIPPED_SHARE = 1e-5

function chooseQuantum(rows: TrainingRows): number {
  const sizes: number[] = []
  for (const { weights } of rows.speakingRows()) for (const [, weight] of weights) sizes.push(Math.abs(weight))
  const sorted = Float64Array.from(sizes).sort()
  return sorted[Math.floor((sorted.length - 1) * (1 - CLIPPED_SHARE))]! / 127
}

/** Keeps about `maximumEntries` of the largest weights, in 127 levels either side of nothing. */
export function packWeights(rows: TrainingRows, maximumEntries: number): Uint8Array {
  const quantum = chooseQuantum(rows)
  const histogram = new Float64Array(128)
  const level = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight / quantum)))
  for (const { weights } of rows.speakingRows()) for (const [, weight] of weights) histogram[Math.abs(level(weight))]!++
  let threshold = 128
  let kept = 0
  while (threshold > 1 && kept + histogram[threshold - 1]! <= maximumEntries) kept += histogram[--threshold]!
  const keptRows: Row[] = []
  for (const { feature, weights } of rows.speakingRows()) {
    const levels = weights.map(([target, weight]) => [target, level(weight)] as const)
    const large = levels.filter(([, weight]) => Math.abs(weight) >= threshold)
    if (large.length > 0)
      keptRows.push({ feature, classes: large.map(([target]) => target), weights: large.map(([, weight]) => weight) })
  }
  return pack(keptRows, kept)
}

function pack(rows: readonly Row[], entries: number): Uint8Array {
  const slotBits = Math.ceil(Math.log2(rows.length / 0.85))
  const slots = 2 ** slotBits
  const table = new Int32Array(slots).fill(-1)
  // In the order of their own slots, so that a row's place does not depend on the order of training.
  const order = rows.map((_, r) => r).sort((a, b) => (rows[a]!.feature >>> 0) - (rows[b]!.feature >>> 0))
  const fingerprintAt = new Uint16Array(slots)
  for (const r of order) {
    const { feature } = rows[r]!
    let slot = feature >>> (32 - slotBits)
    while (table[slot] !== -1) slot = (slot + 1) % slots
    table[slot] = r
    fingerprintAt[slot] = feature & 0xffff
  }
  const bytes = new Uint8Array(SPARSE_HEADER_BYTES + slots + rows.length * 2 + entries * 2)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, slotBits, true)
  view.setUint32(4, rows.length, true)
  view.setUint32(8, entries, true)
  let fingerprints = SPARSE_HEADER_BYTES + slots
  let classes = fingerprints + rows.length * 2
  let weights = classes + entries
  for (let slot = 0; slot < slots; slot++) {
    const r = table[slot]!
    if (r === -1) continue
    const row = rows[r]!
    bytes[SPARSE_HEADER_BYTES + slot] = row.classes.length
    view.setUint16(fingerprints, fingerprintAt[slot]!, true)
    fingerprints += 2
    row.classes.forEach((target, e) => {
      bytes[classes++] = target
      view.setInt8(weights++, row.weights[e]!)
    })
  }
  return bytes
}
