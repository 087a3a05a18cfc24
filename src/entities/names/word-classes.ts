/**
 * What word vectors say about words, in a small table: clusters at three grains, and a kind (common word, given name,
 * city, …) in steps of likelihood. Words stand as hashes; made by scripts/train-names.ts.
 */

import { ByteReader, ByteWriter } from './bytes.ts'
import { hashString } from './hash.ts'
import { IntTable } from './int-table.ts'

const MAGIC = 'HSNW1\n'

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
    const key = hashString(word) >>> 0
    if (!rows.has(key)) rows.set(key, i)
  })
  const keys = [...rows.keys()].sort((a, b) => a - b)
  out.varint(keys.length)
  let last = 0
  for (const key of keys) {
    const row = rows.get(key)!
    out.varint(key - last)
    out.varint(table.fine[row]!)
    out.byte(table.kind[row]!)
    last = key
  }
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
  const fine = new Uint16Array(count)
  const kind = new Uint8Array(count)
  let key = 0
  for (let i = 0; i < count; i++) {
    key += input.varint()
    table.add(key | 0)
    fine[i] = input.varint()
    kind[i] = input.byte()
  }
  if (!input.atEnd) throw new RangeError('the file is too long')
  return { find: word => table.find(hashString(word)), fine, middleOf, topOf, kind, steps }
}
