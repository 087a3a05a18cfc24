/** Sums the model's rows of many features with vector instructions; the kernel is the one that the parser runs on. */

import { startWasm, WASM_PAGE } from '../../util/start-wasm.ts'
import { LABELS } from './labels.ts'
import { KEY_SHIFT, type NameModel } from './model.ts'

export const KERNEL_PATH = 'model/language-kernel.wasm'
/** More features at once could be too much for sums of 16 bits. */
const MOST_AT_ONCE = 256
/** Numbers that the kernel sums in a row. */
const WIDTH = 24
/** Bytes from row to row: none crosses a line of a processor's cache. */
const STRIDE = 32
const START = 32

interface Exports {
  sumFoundRows(
    list: number,
    count: number,
    right: number,
    slots: number,
    bytes: number,
    shift: number,
    out: number,
  ): void
}

export class RowSums {
  /** Of the features that `add` summed last, one a label. */
  readonly sums = new Int32Array(LABELS)
  private readonly run: Exports
  private readonly list: Int32Array
  private readonly out: Int16Array
  private readonly slots: number
  private readonly slotBytes: number
  private readonly shift: number

  constructor(kernel: Uint8Array, { table, weights }: NameModel) {
    const rows = table.size
    const bits = Math.max(4, Math.ceil(Math.log2(rows * 2)))
    const out = START + 4 * MOST_AT_ONCE
    const first = out + STRIDE * 2
    this.slots = first + STRIDE * rows
    this.slotBytes = 8 << bits
    this.shift = 32 - bits
    const { memory, run } = startWasm(kernel, Math.ceil((this.slots + this.slotBytes) / WASM_PAGE))
    this.run = run as Exports
    this.list = new Int32Array(memory.buffer, START, MOST_AT_ONCE)
    this.out = new Int16Array(memory.buffer, out, WIDTH)
    const bytes = new Int8Array(memory.buffer)
    for (let row = 0, from = 0, to = first; row < rows; row++, to += STRIDE - LABELS)
      for (const end = from + LABELS; from < end; ) bytes[to++] = weights[from++]!
    const pairs = new Int32Array(memory.buffer, this.slots, this.slotBytes / 4)
    table.forEach((key, row) => {
      let at = (Math.imul(key, 0x9e3779b1) >>> this.shift) * 2
      while (pairs[at] !== 0) at = (at + 2) & (pairs.length - 1)
      pairs[at] = key
      pairs[at + 1] = first + STRIDE * row
    })
  }

  /** Fills `sums` with the sums of the rows of the first `count` features. */
  add(features: Int32Array, count: number): void {
    const { sums, list, out } = this
    sums.fill(0)
    for (let from = 0; from < count; from += MOST_AT_ONCE) {
      const some = Math.min(count - from, MOST_AT_ONCE)
      for (let k = 0; k < some; k++) list[k] = features[from + k]!
      this.run.sumFoundRows(START, some, KEY_SHIFT, this.slots, this.slotBytes, this.shift, START + 4 * MOST_AT_ONCE)
      for (let label = 0; label < LABELS; label++) sums[label]! += out[label]!
    }
  }
}
