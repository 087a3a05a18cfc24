/**
 * Matrix arithmetic on 128-bit vectors, in a WebAssembly memory of its own. The module is 4 kB, written by
 * scripts/language/build-kernel.ts, which documents its functions.
 */

import { startWasm, WASM_PAGE, type WasmMemory } from '../util/start-wasm.ts'

interface KernelExports {
  multiplyAdd(a: number, lda: number, b: number, c: number, m: number, k: number, n: number): void
  sumRows(list: number, count: number, out: number, n: number, rectify: number): void
  multiplyIntegers(
    a: number,
    lda: number,
    b: number,
    s: number,
    lds: number,
    c: number,
    ldc: number,
    m: number,
    k: number,
    n: number,
  ): void
  sumScaledRows(list: number, count: number, out: number, short: number, n: number, scale: number): void
  addRectified(x: number, y: number, out: number, short: number, n: number, unit: number, scale: number): void
  sumIntegerRows(list: number, count: number, out: number, n: number, shift: number): void
  sumWholeRows(list: number, count: number, out: number, n: number): void
  sumShortRows(list: number, count: number, out: number, n: number): void
}

/** Addresses here count 32-bit cells, not bytes. */
export class Kernel {
  floats: Float32Array
  integers: Int32Array
  shorts: Int16Array
  private readonly memory: WasmMemory
  private readonly run: KernelExports
  private used = 4

  constructor(bytes: Uint8Array) {
    const { memory, run } = startWasm(bytes)
    this.memory = memory
    this.run = run as KernelExports
    this.floats = new Float32Array(this.memory.buffer)
    this.integers = new Int32Array(this.memory.buffer)
    this.shorts = new Int16Array(this.memory.buffer)
  }

  /** Reserves zeroed cells, aligned to vectors; they are never given back. */
  allocate(cells: number): number {
    const at = this.used
    this.used += (cells + 3) & ~3
    const missing = this.used * 4 - this.memory.buffer.byteLength
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / WASM_PAGE))
      this.floats = new Float32Array(this.memory.buffer)
      this.integers = new Int32Array(this.memory.buffer)
      this.shorts = new Int16Array(this.memory.buffer)
    }
    return at
  }

  /** C[m×n] += A[m×k]·B[k×n]; rows of A are `stride` cells apart; n is a multiple of 4. */
  multiplyAdd(a: number, stride: number, b: number, c: number, m: number, k: number, n: number): void {
    this.run.multiplyAdd(a * 4, stride * 4, b * 4, c * 4, m, k, n)
  }

  /** out[n] = the sum of `count` rows whose byte addresses stand at `list`, negative sums as 0 if `rectify`. */
  sumRows(list: number, count: number, out: number, n: number, rectify: boolean): void {
    this.run.sumRows(list * 4, count, out * 4, n, rectify ? 1 : 0)
  }

  /**
   * C[m×n] = S[m×n] + A[m×k]·B[k×n] for A and B of 16 bits and S and C of 32, k being even. Rows of A, S and C are
   * `aStride`, `sStride` and `cStride` cells apart; B was laid out by `packIntegers`.
   */
  multiplyIntegers(
    a: number,
    aStride: number,
    b: number,
    s: number,
    sStride: number,
    c: number,
    cStride: number,
    m: number,
    k: number,
    n: number,
  ): void {
    this.run.multiplyIntegers(a * 4, aStride * 4, b * 4, s * 4, sStride * 4, c * 4, cStride * 4, m, k / 2, n)
  }

  /**
   * out[n] = the sum of `count` rows of 8 bits, each times its float: pairs of a byte address and a float stand at
   * `list`. short[n] = the same in 16 bits, times `unit` and rounded. n is a multiple of 8.
   */
  sumScaledRows(list: number, count: number, out: number, short: number, n: number, unit: number): void {
    this.run.sumScaledRows(list * 4, count, out * 4, short * 4, n, unit)
  }

  /** out[n] = x[n] + max(y[n], 0)·sumUnit, y being integers; short[n] = the same in 16 bits, times `unit` and rounded. */
  addRectified(x: number, y: number, out: number, short: number, n: number, sumUnit: number, unit: number): void {
    this.run.addRectified(x * 4, y * 4, out * 4, short * 4, n, sumUnit, unit)
  }

  /** Like `sumRows` for integers, rectified, shifted right and in 16 bits; n is a multiple of 8. */
  sumIntegerRows(list: number, count: number, out: number, n: number, shift: number): void {
    this.run.sumIntegerRows(list * 4, count, out * 4, n, shift)
  }

  /** out[n] = the sum of `count` rows of integers whose byte addresses stand at `list`; n is a multiple of 4. */
  sumWholeRows(list: number, count: number, out: number, n: number): void {
    this.run.sumWholeRows(list * 4, count, out * 4, n)
  }

  /** out[n] = the sum of `count` rows of 16 bits whose byte addresses stand at `list`; n is a multiple of 8. */
  sumShortRows(list: number, count: number, out: number, n: number): void {
    this.run.sumShortRows(list * 4, count, out * 4, n)
  }

  /**
   * Copies a matrix [k×n], k even and n a multiple of 4, as 16-bit integers in the order in which `multiplyIntegers`
   * reads them: panels of 16 columns, the last ones of 4, and in a panel two elements of each column side by side.
   *
   * @param values the matrix's rows, `stride` elements apart
   * @returns where the copy stands
   */
  packIntegers(values: Float32Array, stride: number, k: number, n: number, scale: number): number {
    const packed = this.allocate((k * n) / 2)
    const { shorts } = this
    let at = packed * 2
    for (let from = 0; from < n; ) {
      const width = n - from < 16 ? 4 : 16
      for (let row = 0; row < k; row += 2)
        for (let column = from; column < from + width; column++)
          for (let pair = row; pair < row + 2; pair++)
            shorts[at++] = Math.max(-32767, Math.min(32767, Math.round(values[pair * stride + column]! * scale)))
      from += width
    }
    return packed
  }

  /** Copies floats as 32-bit integers; returns where the copy stands. */
  copyIntegers(values: Float32Array, scale: number): number {
    const copy = this.allocate(values.length)
    for (let i = 0; i < values.length; i++) this.integers[copy + i] = Math.round(values[i]! * scale)
    return copy
  }

  /** Copies bytes as they are; returns where the copy stands. */
  copyBytes(values: Int8Array): number {
    const copy = this.allocate(Math.ceil(values.length / 4))
    new Int8Array(this.memory.buffer, copy * 4, values.length).set(values)
    return copy
  }
}
