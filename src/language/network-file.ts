/**
 * The network's weights as bytes, written by scripts/language/pack-network.ts: whole numbers of eight bits, and for each
 * parameter a scale (float32, little-endian) that they are multiplied by. Parameters follow each other in the order of
 * `parametersOf`.
 *
 * A matrix is its scale and its numbers. A table, of which a word needs a single row, is coded by product quantisation
 * (Jégou, Douze & Schmid 2011): a row is the mean of its group, if the table has groups, plus codewords side by side, each
 * from a book of 256. Rows of one grade share books; a grade tells how many columns a codeword spans, 0 for rows that are
 * no more than the mean. A table's bytes: scale · means (groups × columns) · grade of each row (uint8) · count of grades
 * (uint8) · span of each grade (uint8) · per grade with a span its books side by side (256 × columns) and its codes
 * (uint8), span by span.
 */

import { type NetworkShape, type ParameterSize, parametersOf } from './network-shape.ts'

export const CODEWORDS = 256
export const CODED_TABLES: ReadonlySet<string> = new Set(['word', 'suffix', 'prefix'])

/** Groups of a table's rows, by row; empty for a table without groups. */
export function groupsOf({ name }: ParameterSize, wordGroups: readonly number[]): readonly number[] {
  return name === 'word' ? wordGroups : []
}

export function groupCount(groups: readonly number[]): number {
  return groups.reduce((most, group) => Math.max(most, group + 1), 0)
}

/** A parameter's weights, row by row: each is its integer times the scale. */
export interface StoredWeights {
  readonly rows: number
  readonly columns: number
  readonly scale: number
  readonly integers: Int8Array
}

/** Reads section after section. */
class Source {
  private at = 0
  private readonly all: Uint8Array

  constructor(all: Uint8Array) {
    this.all = all
  }

  bytes(count: number): Uint8Array {
    const found = this.all.subarray(this.at, (this.at += count))
    if (found.length < count) throw new RangeError('the network ends too early')
    return found
  }

  integers(count: number): Int8Array {
    const bytes = this.bytes(count)
    return new Int8Array(bytes.buffer, bytes.byteOffset, count)
  }

  float(): number {
    const four = this.bytes(4)
    return new DataView(four.buffer, four.byteOffset).getFloat32(0, true)
  }

  get atEnd(): boolean {
    return this.at === this.all.length
  }
}

/**
 * @param wordGroups the group of each row of the vocabulary
 * @throws RangeError when the bytes are not those of a network of this shape
 */
export function readNetwork(
  shape: NetworkShape,
  wordGroups: readonly number[],
  bytes: Uint8Array,
): ReadonlyMap<string, StoredWeights> {
  const source = new Source(bytes)
  const weights = new Map<string, StoredWeights>()
  for (const size of parametersOf(shape)) weights.set(size.name, read(source, size, groupsOf(size, wordGroups)))
  if (!source.atEnd) throw new RangeError('the network is too long')
  return weights
}

/** Reads one parameter's bytes. */
export function readParameter(size: ParameterSize, groups: readonly number[], bytes: Uint8Array): StoredWeights {
  return read(new Source(bytes), size, groups)
}

function read(source: Source, size: ParameterSize, groups: readonly number[]): StoredWeights {
  const { name, rows, columns } = size
  const scale = source.float()
  const integers = CODED_TABLES.has(name) ? readTable(source, size, groups) : source.integers(rows * columns)
  return { rows, columns, scale, integers }
}

function readTable(source: Source, { rows, columns }: ParameterSize, groups: readonly number[]): Int8Array {
  const table = new Int8Array(rows * columns)
  const means = source.integers(groupCount(groups) * columns)
  for (let row = 0; row < groups.length; row++) {
    const mean = groups[row]! * columns
    for (let c = 0; c < columns; c++) table[row * columns + c] = means[mean + c]!
  }
  const grades = source.bytes(rows)
  const spans = source.bytes(source.bytes(1)[0]!)
  spans.forEach((span, grade) => {
    if (span === 0) return
    const count = grades.reduce((sum, each) => (each === grade ? sum + 1 : sum), 0)
    const books = source.integers(CODEWORDS * columns)
    const codes = source.bytes(count * Math.ceil(columns / span))
    for (let row = 0, member = 0; row < rows; row++) {
      if (grades[row] !== grade) continue
      for (let from = 0, at = member++; from < columns; from += span, at += count) {
        const codeword = codes[at]! * columns
        const end = Math.min(from + span, columns)
        for (let c = from; c < end; c++) table[row * columns + c]! += books[codeword + c]!
      }
    }
  })
  return table
}

/** The weights themselves, row by row. */
export function floatsOf({ scale, integers }: StoredWeights): Float32Array {
  const floats = new Float32Array(integers.length)
  for (let i = 0; i < integers.length; i++) floats[i] = integers[i]! * scale
  return floats
}
