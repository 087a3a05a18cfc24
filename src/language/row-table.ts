/** Rows of 16-bit integers in a kernel's memory, found by key. A row that falls on another's place takes it. */

import type { WordType } from './input.ts'
import type { Kernel } from './kernel.ts'

/** More tags than there are, plus one. */
export const TAGS = 64

/** The key of what a word with a tag, its own or a neighbour's, has a row for. */
export const taggedWord = ({ serial }: WordType, tag: number): number => serial * TAGS + tag

export class RowTable {
  /** Byte address of the row that `has` found or `take` made room for. */
  address = 0
  private readonly keys: Float64Array
  private readonly start: number
  private readonly bytes: number
  private readonly shift: number
  private place = 0

  /** Makes room for 2^`bits` rows of `width` integers, `width` being a multiple of 8. */
  constructor(kernel: Kernel, bits: number, width: number) {
    this.keys = new Float64Array(1 << bits).fill(-1)
    this.bytes = 2 * width
    this.shift = 32 - bits
    this.start = kernel.allocate((width / 2) << bits) * 4
  }

  /** Whether there is a row of this key, a whole number from 0; `address` tells where. */
  has(key: number): boolean {
    // Multiplicative hashing (Knuth).
    this.place = Math.imul(key, 0x9e3779b1) >>> this.shift
    this.address = this.start + this.place * this.bytes
    return this.keys[this.place] === key
  }

  /** Gives the key that `has` did not find its place, whose row is to be filled. */
  take(key: number): this {
    this.keys[this.place] = key
    return this
  }
}
