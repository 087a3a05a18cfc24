/**
 * The network's weights as bytes: row by row, 8 bits a weight for tables of which a word needs a single row, 16 bits for
 * matrices. Each parameter stands as its rows' scales (float32, one a row) and then its integers, padded to four bytes.
 */

import { type Network, type NetworkShape, type ParameterSize, parametersOf } from './network.ts'

const EIGHT_BITS: ReadonlySet<string> = new Set(['word', 'suffix', 'prefix', 'shape', 'tag', 'tables'])
const pad = (bytes: number) => (bytes + 3) & ~3
const bytesPerWeight = (parameter: ParameterSize) => (EIGHT_BITS.has(parameter.name) ? 1 : 2)

function byteLength(parameter: ParameterSize): number {
  return 4 * parameter.rows + pad(parameter.rows * parameter.columns * bytesPerWeight(parameter))
}

export function writeNetwork(network: Network): Uint8Array {
  const total = network.parameters.reduce((sum, parameter) => sum + byteLength(parameter), 0)
  const bytes = new Uint8Array(total)
  let at = 0
  for (const parameter of network.parameters) {
    const { rows, columns } = parameter
    const small = bytesPerWeight(parameter) === 1
    const limit = small ? 127 : 32767
    const scales = new Float32Array(bytes.buffer, at, rows)
    const weights = small
      ? new Int8Array(bytes.buffer, at + 4 * rows, rows * columns)
      : new Int16Array(bytes.buffer, at + 4 * rows, rows * columns)
    for (let row = 0; row < rows; row++) {
      const from = parameter.at + row * columns
      const values = network.kernel.floats.subarray(from, from + columns)
      const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
      const scale = largest / limit
      scales[row] = scale
      if (scale > 0)
        values.forEach((value, c) => {
          weights[row * columns + c] = Math.round(value / scale)
        })
    }
    at += byteLength(parameter)
  }
  return bytes
}

/** Weights as they stand in the file: each is its integer times its row's scale. */
export interface StoredWeights {
  readonly rows: number
  readonly columns: number
  readonly scales: Float32Array
  readonly integers: Int8Array | Int16Array
}

/** @throws RangeError when the bytes are not those of a network of this shape. */
export function readNetwork(shape: NetworkShape, bytes: Uint8Array): ReadonlyMap<string, StoredWeights> {
  const parameters = parametersOf(shape)
  const total = parameters.reduce((sum, parameter) => sum + byteLength(parameter), 0)
  if (total !== bytes.length) throw new RangeError(`the network has ${bytes.length} bytes instead of ${total}`)
  // Typed arrays need an aligned start.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const weights = new Map<string, StoredWeights>()
  let at = byteOffset
  for (const parameter of parameters) {
    const { name, rows, columns } = parameter
    const OfWidth = bytesPerWeight(parameter) === 1 ? Int8Array : Int16Array
    const integers = new OfWidth(buffer as ArrayBuffer, at + 4 * rows, rows * columns)
    weights.set(name, { rows, columns, scales: new Float32Array(buffer, at, rows), integers })
    at += byteLength(parameter)
  }
  return weights
}

/** The weights themselves, row by row. */
export function floatsOf({ rows, columns, scales, integers }: StoredWeights): Float32Array {
  const floats = new Float32Array(rows * columns)
  for (let row = 0, cell = 0; row < rows; row++) {
    const scale = scales[row]!
    for (const end = cell + columns; cell < end; cell++) floats[cell] = integers[cell]! * scale
  }
  return floats
}
