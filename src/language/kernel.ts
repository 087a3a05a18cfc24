/**
 * Matrix arithmetic on 128-bit vectors, in a WebAssembly memory of its own. The module is 3 kB, written by
 * scripts/language/build-kernel.ts, which documents its functions.
 */

interface KernelExports {
  multiplyAdd(a: number, lda: number, b: number, c: number, m: number, k: number, n: number): void
  sumRows(list: number, count: number, out: number, n: number, rectify: number): void
  multiplyAddIntegers(a: number, lda: number, b: number, c: number, m: number, k: number, n: number): void
  quantise(x: number, out: number, n: number, scale: number): void
  addRectifiedIntegers(x: number, y: number, n: number, unit: number): void
  sumIntegerRows(list: number, count: number, out: number, n: number, shift: number): void
}

interface WasmMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** What this file uses of WebAssembly: the language version's own library does not describe it. */
declare const WebAssembly: {
  Memory: new (limits: { initial: number }) => WasmMemory
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: object }
}

const PAGE = 65536

/** Addresses here count 32-bit cells, not bytes. */
export class Kernel {
  floats: Float32Array
  integers: Int32Array
  private readonly memory: WasmMemory
  private readonly run: KernelExports
  private used = 4

  constructor(bytes: Uint8Array) {
    this.memory = new WebAssembly.Memory({ initial: 1 })
    this.run = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: this.memory } })
      .exports as KernelExports
    this.floats = new Float32Array(this.memory.buffer)
    this.integers = new Int32Array(this.memory.buffer)
  }

  /** Reserves zeroed cells, aligned to vectors; they are never given back. */
  allocate(cells: number): number {
    const at = this.used
    this.used += (cells + 3) & ~3
    const missing = this.used * 4 - this.memory.buffer.byteLength
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / PAGE))
      this.floats = new Float32Array(this.memory.buffer)
      this.integers = new Int32Array(this.memory.buffer)
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
   * C[m×n] += A[m×k]·B[k×n] for A and B of 16 bits and C of 32; rows of A are `stride` cells apart; k is even. B holds
   * rows 0 and 1 column by column, then rows 2 and 3, and so on: `packIntegers` lays it out.
   */
  multiplyAddIntegers(a: number, stride: number, b: number, c: number, m: number, k: number, n: number): void {
    this.run.multiplyAddIntegers(a * 4, stride * 4, b * 4, c * 4, m, k / 2, n)
  }

  /** out[n] = x[n]·scale, rounded, in 16 bits; n is a multiple of 8. */
  quantise(x: number, out: number, n: number, scale: number): void {
    this.run.quantise(x * 4, out * 4, n, scale)
  }

  /** x[n] += max(y[n], 0)·unit, y being integers */
  addRectifiedIntegers(x: number, y: number, n: number, unit: number): void {
    this.run.addRectifiedIntegers(x * 4, y * 4, n, unit)
  }

  /** Like `sumRows` for integers, rectified, shifted right and in 16 bits; n is a multiple of 8. */
  sumIntegerRows(list: number, count: number, out: number, n: number, shift: number): void {
    this.run.sumIntegerRows(list * 4, count, out * 4, n, shift)
  }

  /** Copies a float matrix [k×n], k even, as 16-bit integers for `multiplyAddIntegers`; returns where the copy stands. */
  packIntegers(at: number, k: number, n: number, scale: number): number {
    const packed = this.allocate((k * n) / 2)
    const shorts = new Int16Array(this.memory.buffer)
    const limit = (value: number) => Math.max(-32767, Math.min(32767, Math.round(value)))
    for (let row = 0; row < k; row++)
      for (let column = 0; column < n; column++)
        shorts[packed * 2 + ((row >> 1) * n + column) * 2 + (row & 1)] = limit(
          this.floats[at + row * n + column]! * scale,
        )
    return packed
  }

  /** Copies floats as 32-bit integers; returns where the copy stands. */
  copyIntegers(at: number, cells: number, scale: number): number {
    const copy = this.allocate(cells)
    for (let i = 0; i < cells; i++) this.integers[copy + i] = Math.round(this.floats[at + i]! * scale)
    return copy
  }
}
