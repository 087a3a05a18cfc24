/**
 * Ascending keys as the gaps between them: first the low byte of every gap, then what is left of each as a varint. Bytes
 * of a kind stand together because gzip then makes them smaller.
 */

import type { ByteReader, ByteWriter } from './bytes.ts'

/** @param keys whole numbers below 2³², ascending */
export function writeSortedKeys(out: ByteWriter, keys: readonly number[]): void {
  const gaps = keys.map((key, i) => key - (i > 0 ? keys[i - 1]! : 0))
  for (const gap of gaps) out.byte(gap % 256)
  for (const gap of gaps) out.varint(Math.floor(gap / 256))
}

export function readSortedKeys(input: ByteReader, count: number): Float64Array {
  const low = input.slice(count)
  const keys = new Float64Array(count)
  let key = 0
  for (let i = 0; i < count; i++) keys[i] = key += low[i]! + input.varint() * 256
  return keys
}
