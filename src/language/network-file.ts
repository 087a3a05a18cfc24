/**
 * The network's weights as bytes: row by row, 8 bits a weight for tables of which a word needs a single row, 16 bits for
 * matrices. Each parameter stands as its rows' scales (float32, one a row) and then its integers, padded to four bytes.
 */

import { Kernel } from './kernel.ts'
import { Network, type NetworkShape, type Parameter } from './network.ts'

const EIGHT_BITS: ReadonlySet<string> = new Set(['word', 'suffix', 'prefix', 'shape', 'tag', 'tables'])
const pad = (bytes: number) => (bytes + 3) & ~3
const bytesPerWeight = (parameter: Parameter) => (EIGHT_BITS.has(parameter.name) ? 1 : 2)

function byteLength(parameter: Parameter): number {
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

/** @throws RangeError when the bytes are not those of a network of this shape. */
export function readNetwork(kernelBytes: Uint8Array, shape: NetworkShape, bytes: Uint8Array): Network {
  const network = new Network(new Kernel(kernelBytes), shape)
  const total = network.parameters.reduce((sum, parameter) => sum + byteLength(parameter), 0)
  if (total !== bytes.length) throw new RangeError(`the network has ${bytes.length} bytes instead of ${total}`)
  // Typed arrays need an aligned start.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const { floats } = network.kernel
  let at = aligned.byteOffset
  for (const parameter of network.parameters) {
    const { rows, columns } = parameter
    const scales = new Float32Array(aligned.buffer, at, rows)
    const start = at + 4 * rows
    const weights =
      bytesPerWeight(parameter) === 1
        ? new Int8Array(aligned.buffer, start, rows * columns)
        : new Int16Array(aligned.buffer, start, rows * columns)
    let cell = 0
    for (let row = 0; row < rows; row++) {
      const scale = scales[row]!
      const end = cell + columns
      const to = parameter.at
      for (; cell < end; cell++) floats[to + cell] = weights[cell]! * scale
    }
    at += byteLength(parameter)
  }
  return network
}
