/**
 * A trained linear model: quantised weights in sparse rows, found through a hash table with 16-bit fingerprints.
 *
 * Bytes, little-endian: `slotBits, rows, entries` (uint32 each) · per slot the row's length (uint8, 0 = empty) · per
 * row its fingerprint (uint16) · per entry its class (uint8) · per entry its weight (int8). Rows stand in slot order;
 * a row's slot is the first empty one at or after the hash's upper bits (linear probing).
 */

import type { Scorer } from './scorer.ts'

export const SPARSE_HEADER_BYTES = 12

export class SparseModel implements Scorer {
  readonly classes: number
  private readonly shift: number
  private readonly mask: number
  private readonly lengths: Uint8Array
  private readonly fingerprints: Uint16Array
  private readonly chains: Int32Array
  private readonly starts: Uint32Array
  private readonly entryClass: Uint8Array
  private readonly entryWeight: Int8Array

  constructor(bytes: Uint8Array, classes: number) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const slotBits = view.getUint32(0, true)
    const rows = view.getUint32(4, true)
    const entries = view.getUint32(8, true)
    const slots = 2 ** slotBits
    if (slotBits > 24 || bytes.byteLength !== SPARSE_HEADER_BYTES + slots + rows * 2 + entries * 2) {
      throw new RangeError('the weights have the wrong length')
    }
    this.classes = classes
    this.shift = 32 - slotBits
    this.mask = slots - 1
    let at = SPARSE_HEADER_BYTES
    this.lengths = bytes.subarray(at, at + slots)
    at += slots
    this.fingerprints = new Uint16Array(slots)
    this.starts = new Uint32Array(slots)
    let start = 0
    for (let slot = 0; slot < slots; slot++) {
      const length = this.lengths[slot]!
      if (length === 0) continue
      this.fingerprints[slot] = bytes[at]! | (bytes[at + 1]! << 8)
      at += 2
      this.starts[slot] = start
      start += length
    }
    this.chains = kindsInChains(this.lengths, this.fingerprints)
    this.entryClass = bytes.subarray(at, at + entries)
    at += entries
    this.entryWeight = new Int8Array(bytes.buffer, bytes.byteOffset + at, entries)
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0)
    this.add(features, count, scores, 0)
  }

  /** The same, on top of what stands in `scores` from `from` on. */
  add(features: Int32Array, count: number, scores: Float64Array | Int16Array, from: number): void {
    const { lengths, fingerprints, chains, starts, entryClass, entryWeight, mask, shift } = this
    for (let k = 0; k < count; k++) {
      const feature = features[k]!
      let slot = feature >>> shift
      if ((chains[slot]! & (1 << (feature & 31))) === 0) continue
      const fingerprint = feature & 0xffff
      let length = lengths[slot]!
      while (length !== 0 && fingerprints[slot] !== fingerprint) {
        slot = (slot + 1) & mask
        length = lengths[slot]!
      }
      const start = starts[slot]!
      for (let e = start; e < start + length; e++) scores[from + entryClass[e]!]! += entryWeight[e]!
    }
  }
}

/**
 * By slot: which of 32 kinds of fingerprints stand in it and in those behind it up to the next empty one. Most features
 * have no row, and this tells of most of them.
 */
function kindsInChains(lengths: Uint8Array, fingerprints: Uint16Array): Int32Array {
  const chains = new Int32Array(lengths.length)
  let kinds = 0
  // Twice around, for chains that go on at the table's start.
  for (let round = 0; round < 2; round++) {
    for (let slot = lengths.length - 1; slot >= 0; slot--) {
      kinds = lengths[slot] === 0 ? 0 : kinds | (1 << (fingerprints[slot]! & 31))
      chains[slot] = kinds
    }
  }
  return chains
}
