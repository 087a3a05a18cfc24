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
    this.entryClass = bytes.subarray(at, at + entries)
    at += entries
    this.entryWeight = new Int8Array(bytes.buffer, bytes.byteOffset + at, entries)
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0)
    this.add(features, count, scores)
  }

  /** The same, on top of what `scores` holds. */
  add(features: Int32Array, count: number, scores: Float64Array): void {
    const { lengths, fingerprints, starts, entryClass, entryWeight, mask, shift } = this
    for (let k = 0; k < count; k++) {
      const feature = features[k]!
      const fingerprint = feature & 0xffff
      let slot = feature >>> shift
      let length = lengths[slot]!
      while (length !== 0 && fingerprints[slot] !== fingerprint) {
        slot = (slot + 1) & mask
        length = lengths[slot]!
      }
      const start = starts[slot]!
      for (let e = start; e < start + length; e++) scores[entryClass[e]!]! += entryWeight[e]!
    }
  }
}
