/**
 * The tagger's weights: one row of quantised weights a feature, found by hash. On disk stand the ascending keys, then
 * masks that tell which weights of each row are not zero, by byte of the mask, then those weights.
 */

import { ByteReader, ByteWriter } from './bytes.ts'
import { IntTable } from './int-table.ts'
import { LABELS } from './labels.ts'
import { readSortedKeys, writeSortedKeys } from './sorted-keys.ts'

const MAGIC = 'HSNM2\n'
const MASK_BYTES = Math.ceil(LABELS / 8)
/** Bits of a feature's hash that its key leaves out: two features in ten thousand meet on one key. */
export const KEY_SHIFT = 2

/** Under which key a feature's row stands in the table. */
export const keyOf = (feature: number): number => feature >>> KEY_SHIFT

export interface NameModel {
  /** From `keyOf` a feature to its row. */
  readonly table: IntTable
  /** `LABELS` weights a row, in units of `unit`. */
  readonly weights: Int8Array
  readonly unit: number
  /** Transition scores of the first and of the second pass. */
  readonly first: Float32Array
  readonly second: Float32Array
  /** Added to each label's score. */
  readonly bias: Float32Array
}

export interface ModelParts {
  /** The feature of each row. */
  readonly keys: Int32Array
  readonly weights: Int8Array
  readonly unit: number
  readonly first: Float32Array
  readonly second: Float32Array
  readonly bias: Float32Array
}

export function writeNameModel(model: ModelParts): Uint8Array {
  const out = new ByteWriter()
  out.text(MAGIC)
  out.varint(LABELS)
  for (const values of [model.first, model.second, model.bias]) for (const value of values) out.float(value)
  out.float(model.unit)
  // Of features that meet on one key the first in order is kept, whatever the order they were learnt in.
  const rows = new Map<number, number>()
  const order = [...model.keys.keys()].sort((a, b) => (model.keys[a]! >>> 0) - (model.keys[b]! >>> 0))
  for (const row of order) {
    const key = keyOf(model.keys[row]!)
    if (!rows.has(key)) rows.set(key, row)
  }
  const keys = [...rows.keys()]
  out.varint(keys.length)
  writeSortedKeys(out, keys)
  const ordered = keys.map(key => model.weights.subarray(rows.get(key)! * LABELS, (rows.get(key)! + 1) * LABELS))
  for (let byte = 0; byte < MASK_BYTES; byte++) {
    for (const weights of ordered) {
      let mask = 0
      for (let bit = 0; bit < 8; bit++) if (weights[byte * 8 + bit]) mask |= 1 << bit
      out.byte(mask)
    }
  }
  for (const weights of ordered) for (const weight of weights) if (weight !== 0) out.byte(weight & 255)
  return out.done()
}

/** @throws RangeError when the bytes are no model of this version */
export function readNameModel(bytes: Uint8Array): NameModel {
  const input = new ByteReader(bytes)
  if (input.text(MAGIC.length) !== MAGIC) throw new RangeError('the file does not start right')
  if (input.varint() !== LABELS) throw new RangeError('the labels are others')
  const floats = (length: number) => Float32Array.from({ length }, () => input.float())
  const first = floats((LABELS + 1) * LABELS)
  const second = floats((LABELS + 1) * LABELS)
  const bias = floats(LABELS)
  const unit = input.float()
  const rows = input.varint()
  const table = new IntTable(rows)
  for (const key of readSortedKeys(input, rows)) table.add(key)
  const masks = new Int32Array(rows)
  for (let byte = 0; byte < MASK_BYTES; byte++) {
    input.slice(rows).forEach((bits, row) => {
      masks[row]! |= bits << (byte * 8)
    })
  }
  const weights = new Int8Array(rows * LABELS)
  for (let row = 0; row < rows; row++)
    for (let label = 0; label < LABELS; label++)
      if (masks[row]! & (1 << label)) weights[row * LABELS + label] = (input.byte() << 24) >> 24
  if (!input.atEnd) throw new RangeError('the file is too long')
  return { table, weights, unit, first, second, bias }
}
