/**
 * What word vectors say about words, in a small table: clusters at three grains, and a kind (common word, given name,
 * city, …) in steps of likelihood. Words stand as hashes; made by scripts/train-names.ts.
 */

import { ByteReader, ByteWriter } from './bytes.ts'
import { hashString } from './hash.ts'
import { IntTable } from './int-table.ts'
import { readSortedKeys, writeSortedKeys } from './sorted-keys.ts'

const MAGIC = 'HSNW2\n'
/** Bits of a word's hash that its key leaves out: three unknown words in a thousand are taken for a known one. */
const KEY_SHIFT = 6

const keyOf = (word: string): number => hashString(word) >>> KEY_SHIFT

export interface WordClasses {
  /** Position of the word's row, or -1. */
  find(word: string): number
  /** By row; 0 is for unknown words, so ids start at 1. */
  readonly fine: Uint16Array
  readonly middleOf: Uint8Array
  readonly topOf: Uint8Array
  readonly kind: Uint8Array
  /** By kind: the steps of likelihood (0–4) of each class of words. */
  readonly steps: readonly (readonly number[])[]
}

export interface WordClassTable {
  readonly words: readonly string[]
  readonly fine: ArrayLike<number>
  readonly kind: ArrayLike<number>
  readonly middleOf: ArrayLike<number>
  readonly topOf: ArrayLike<number>
  readonly steps: readonly (readonly number[])[]
}

export function writeWordClasses(table: WordClassTable): Uint8Array {
  const out = new ByteWriter()
  out.text(MAGIC)
  out.varint(table.middleOf.length)
  for (let i = 0; i < table.middleOf.length; i++) {
    out.byte(table.middleOf[i]!)
    out.byte(table.topOf[i]!)
  }
  out.varint(table.steps.length)
  out.varint(table.steps[0]!.length)
  for (const steps of table.steps) for (const step of steps) out.byte(step)
  const rows = new Map<number, number>()
  table.words.forEach((word, i) => {
    const key = keyOf(word)
    if (!rows.has(key)) rows.set(key, i)
  })
  const keys = [...rows.keys()].sort((a, b) => a - b)
  out.varint(keys.length)
  writeSortedKeys(out, keys)
  const ordered = keys.map(key => rows.get(key)!)
  for (const row of ordered) out.byte(table.fine[row]! & 255)
  for (const row of ordered) out.byte(table.fine[row]! >> 8)
  for (const row of ordered) out.byte(table.kind[row]!)
  return out.done()
}

/** @throws RangeError when the bytes are not such a table */
export function readWordClasses(bytes: Uint8Array): WordClasses {
  const input = new ByteReader(bytes)
  if (input.text(MAGIC.length) !== MAGIC) throw new RangeError('the file does not start right')
  const clusters = input.varint()
  const middleOf = new Uint8Array(clusters)
  const topOf = new Uint8Array(clusters)
  for (let i = 0; i < clusters; i++) {
    middleOf[i] = input.byte()
    topOf[i] = input.byte()
  }
  const kinds = input.varint()
  const classes = input.varint()
  const steps = Array.from({ length: kinds }, () => Array.from({ length: classes }, () => input.byte()))
  const count = input.varint()
  const table = new IntTable(count)
  for (const key of readSortedKeys(input, count)) table.add(key)
  const fine = Uint16Array.from(input.slice(count))
  input.slice(count).forEach((high, i) => {
    fine[i]! |= high << 8
  })
  const kind = input.slice(count)
  if (!input.atEnd) throw new RangeError('the file is too long')
  return { find: word => table.find(keyOf(word)), fine, middleOf, topOf, kind, steps }
}
