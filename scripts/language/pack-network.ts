/**
 * Writes a trained network in the coarse form that `src/language/network-file.ts` reads. In two steps, so that the
 * matrices can be trained on with the tables as they will be read.
 */

import {
  CODED_TABLES,
  CODEWORDS,
  floatsOf,
  groupCount,
  groupsOf,
  readParameter,
} from '../../src/language/network-file.ts'
import type { Network, Parameter } from './network.ts'
import { encodeRows, learnBook } from './quantise-rows.ts'

/** How often training met each row of a table. */
export type RowUses = Readonly<Record<string, ArrayLike<number>>>

/** Columns that a codeword spans: for rows that training knows well, and for the rest. */
const FINE_SPAN = 3
const COARSE_SPAN = 16
/** Rows met less often are among the rest. */
const MINIMUM_USES: Readonly<Record<string, number>> = { word: 3, suffix: 1, prefix: 1 }
/** Distance of a matrix's levels in standard deviations: as coarse as parses bear, for gzip's sake. */
const FINENESS = 0.1
const LARGEST_INTEGER = 127

/** Codes the tables of which a word needs a single row, and sets their weights to what a reader will make of them.
 *
 * @param random for the first guesses at codebooks
 * @returns bytes by table
 */
export function codeTables(
  network: Network,
  uses: RowUses,
  wordGroups: readonly number[],
  random: () => number,
): ReadonlyMap<string, Uint8Array> {
  const coded = new Map<string, Uint8Array>()
  for (const parameter of network.parameters) {
    const { name, at, rows, columns } = parameter
    if (!CODED_TABLES.has(name)) continue
    const cells = network.kernel.floats.slice(at, at + rows * columns)
    const groups = groupsOf(parameter, wordGroups)
    const bytes = concatenate(packTable(parameter, cells, uses[name]!, groups, random))
    network.kernel.floats.set(floatsOf(readParameter(parameter, groups, bytes)), at)
    coded.set(name, bytes)
  }
  return coded
}

/** @param coded what `codeTables` gave */
export function packNetwork(network: Network, coded: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return concatenate(
    network.parameters.flatMap(
      ({ name, at, rows, columns }) =>
        coded.get(name) ?? packMatrix(network.kernel.floats.subarray(at, at + rows * columns)),
    ),
  )
}

function packTable(
  { name, rows, columns }: Parameter,
  cells: Float32Array,
  uses: ArrayLike<number>,
  groups: readonly number[],
  random: () => number,
): Uint8Array[] {
  // A mean and a codeword together must not pass the largest integer.
  const scale = Math.fround((1.5 * largestOf(cells)) / LARGEST_INTEGER)
  const means = toIntegers(meansOf(cells, groups, columns), scale)
  groups.forEach((group, row) => {
    for (let c = 0; c < columns; c++) cells[row * columns + c]! -= means[group * columns + c]! * scale
  })
  // A row that nothing in training met holds noise, unless it was made of a vector.
  const spans = [FINE_SPAN, name === 'word' ? COARSE_SPAN : 0]
  const grades = Uint8Array.from({ length: rows }, (_, row) => (uses[row]! >= MINIMUM_USES[name]! ? 0 : 1))
  const weights = Float64Array.from({ length: rows }, (_, row) => Math.log(2 + uses[row]!))
  const chunks = [floatBytes(scale), toBytes(means), grades, Uint8Array.of(spans.length, ...spans)]
  spans.forEach((span, grade) => {
    if (span === 0) return
    const members = [...grades.keys()].filter(row => grades[row] === grade)
    const books = new Float32Array(CODEWORDS * columns)
    const codes: Uint8Array[] = []
    for (let from = 0; from < columns; from += span) {
      const end = Math.min(from + span, columns)
      const parts = { cells, columns, rows: members, from, end, weights }
      const book = learnBook(parts, random)
      codes.push(encodeRows(parts, book))
      for (let code = 0; code < CODEWORDS; code++)
        books.set(book.subarray(code * (end - from), (code + 1) * (end - from)), code * columns + from)
    }
    chunks.push(toBytes(toIntegers(books, scale)), ...codes)
  })
  return chunks
}

function meansOf(cells: Float32Array, groups: readonly number[], columns: number): Float32Array {
  const count = groupCount(groups)
  const sums = new Float64Array(count * columns)
  const members = new Float64Array(count)
  groups.forEach((group, row) => {
    members[group]!++
    for (let c = 0; c < columns; c++) sums[group * columns + c]! += cells[row * columns + c]!
  })
  return Float32Array.from(sums, (sum, cell) => sum / Math.max(1, members[Math.floor(cell / columns)]!))
}

/** The scale is the least that reaches the largest value, or `FINENESS` standard deviations. */
function packMatrix(cells: Float32Array): Uint8Array[] {
  const spread = Math.sqrt(cells.reduce((sum, value) => sum + value * value, 0) / cells.length)
  const scale = Math.fround(Math.max(largestOf(cells) / LARGEST_INTEGER, FINENESS * spread))
  return [floatBytes(scale), toBytes(toIntegers(cells, scale))]
}

function largestOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}

function toIntegers(values: Float32Array, scale: number): Int8Array {
  const limit = (value: number) => Math.max(-LARGEST_INTEGER, Math.min(LARGEST_INTEGER, value))
  return Int8Array.from(values, value => (scale === 0 ? 0 : limit(Math.round(value / scale))))
}

function toBytes(integers: Int8Array): Uint8Array {
  return new Uint8Array(integers.buffer, integers.byteOffset, integers.length)
}

function floatBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setFloat32(0, value, true)
  return bytes
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
