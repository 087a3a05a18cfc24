/** Where the sentences of a batch stand among the rows of the network's layers. */
import type { Kernel } from '../../src/language/kernel.ts'
import type { ParsedSentence } from './oracle.ts'

export interface Batch {
  readonly sentences: readonly ParsedSentence[]
  /** Row of each sentence's first word; rows of padding stand before, between and after the sentences. */
  readonly offsets: readonly number[]
  /** 1 for rows that hold a word. */
  readonly isWord: Uint8Array
  readonly rows: number
}

export function layOut(sentences: readonly ParsedSentence[], padding: number): Batch {
  const offsets: number[] = []
  let rows = padding
  for (const { words } of sentences) {
    offsets.push(rows)
    rows += words.length + padding
  }
  const isWord = new Uint8Array(rows)
  sentences.forEach(({ words }, s) => {
    isWord.fill(1, offsets[s]!, offsets[s]! + words.length)
  })
  return { sentences, offsets, isWord, rows }
}

/** Writes the transpose of a matrix at `from` to `to`. */
export function transpose({ floats }: Kernel, from: number, rows: number, columns: number, to: number): void {
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) floats[to + c * rows + r] = floats[from + r * columns + c]!
}

/** Dropout: nothing with the given probability, else what keeps the sum's size. */
export function fillMask(mask: Float32Array, cells: number, dropout: number, random: () => number): void {
  const keep = 1 / (1 - dropout)
  for (let i = 0; i < cells; i++) mask[i] = random() < dropout ? 0 : keep
}
