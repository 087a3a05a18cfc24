/**
 * The tagger's weights: one row of quantised weights a feature, found by hash. On disk a row holds only its weights
 * that are not zero; keys ascend and are stored as gaps.
 */

import { ByteReader, ByteWriter } from './bytes.ts'
import { IntTable } from './int-table.ts'
import { LABELS } from './labels.ts'

const MAGIC = 'HSNM1\n'
const MASK_BYTES = Math.ceil(LABELS / 8)

export interface NameModel {
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
  const order = [...model.keys.keys()].sort((a, b) => (model.keys[a]! >>> 0) - (model.keys[b]! >>> 0))
  out.varint(order.length)
  let last = 0
  for (const row of order) {
    const key = model.keys[row]! >>> 0
    out.varint(key - last)
    last = key
    const weights = model.weights.subarray(row * LABELS, (row + 1) * LABELS)
    for (let byte = 0; byte < MASK_BYTES; byte++) {
      let mask = 0
      for (let bit = 0; bit < 8; bit++) if (weights[byte * 8 + bit]) mask |= 1 << bit
      out.byte(mask)
    }
    for (const weight of weights) if (weight !== 0) out.byte(weight & 255)
  }
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
  const weights = new Int8Array(rows * LABELS)
  let key = 0
  for (let row = 0; row < rows; row++) {
    key += input.varint()
    table.add(key | 0)
    let mask = 0
    for (let byte = 0; byte < MASK_BYTES; byte++) mask |= input.byte() << (byte * 8)
    for (let label = 0; label < LABELS; label++) {
      if (mask & (1 << label)) weights[row * LABELS + label] = (input.byte() << 24) >> 24
    }
  }
  if (!input.atEnd) throw new RangeError('the file is too long')
  return { table, weights, unit, first, second, bias }
}
