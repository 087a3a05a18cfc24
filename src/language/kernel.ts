/**
 * Matrix arithmetic on 128-bit vectors, in a WebAssembly memory of its own. The module is 1.5 kB, written by
 * scripts/language/build-kernel.ts, which documents the three functions.
 */

interface KernelExports {
  multiplyAdd(a: number, lda: number, b: number, c: number, m: number, k: number, n: number): void
  sumRows(list: number, count: number, out: number, n: number, rectify: number): void
  addRectified(x: number, y: number, out: number, n: number): void
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

  /** out[n] = x[n] + max(y[n], 0) */
  addRectified(x: number, y: number, out: number, n: number): void {
    this.run.addRectified(x * 4, y * 4, out * 4, n)
  }
}
