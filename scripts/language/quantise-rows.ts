/** Codebooks for parts of rows: k-means of weighted points (Lloyd 1982), over a sample where there are many. */
import { CODEWORDS } from '../../src/language/network-file.ts'

const ROUNDS = 12
const LARGEST_SAMPLE = 12_000

/** Rows of a table, of which columns `from` to `end` are coded. */
export interface RowParts {
  readonly cells: Float32Array
  readonly columns: number
  readonly rows: readonly number[]
  readonly from: number
  readonly end: number
  /** By row of the table: how much its error counts. */
  readonly weights: ArrayLike<number>
}

/** The nearest codeword for the part of each row. */
export function encodeRows({ cells, columns, rows, from, end }: RowParts, book: Float32Array): Uint8Array {
  const width = end - from
  return Uint8Array.from(rows, row => {
    const at = row * columns + from
    let best = 0
    let least = Infinity
    for (let code = 0; code < CODEWORDS; code++) {
      let distance = 0
      for (let d = 0; d < width; d++) distance += (cells[at + d]! - book[code * width + d]!) ** 2
      if (distance < least) {
        least = distance
        best = code
      }
    }
    return best
  })
}

/** Learns `CODEWORDS` codewords, one after another. */
export function learnBook(parts: RowParts, random: () => number): Float32Array {
  const { cells, columns, rows, from, end, weights } = parts
  const width = end - from
  const pick = () => rows[Math.floor(random() * rows.length)]!
  const few = rows.length <= LARGEST_SAMPLE
  const sample = few ? rows : Array.from({ length: LARGEST_SAMPLE }, pick)
  const book = new Float32Array(CODEWORDS * width)
  const place = (code: number, row: number) =>
    book.set(cells.subarray(row * columns + from, row * columns + end), code * width)
  for (let code = 0; code < CODEWORDS; code++)
    place(code, rows.length <= CODEWORDS ? rows[code % rows.length]! : pick())
  for (let round = 0; round < ROUNDS; round++) {
    const codes = encodeRows({ ...parts, rows: sample }, book)
    const sums = new Float64Array(CODEWORDS * width)
    const total = new Float64Array(CODEWORDS)
    sample.forEach((row, i) => {
      const code = codes[i]!
      const weight = weights[row]!
      total[code]! += weight
      for (let d = 0; d < width; d++) sums[code * width + d]! += weight * cells[row * columns + from + d]!
    })
    for (let code = 0; code < CODEWORDS; code++) {
      // A codeword that nothing is near to goes to try its luck elsewhere.
      if (total[code] === 0) place(code, pick())
      else for (let d = 0; d < width; d++) book[code * width + d] = sums[code * width + d]! / total[code]!
    }
  }
  return book
}
