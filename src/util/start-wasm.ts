/** Starts a WebAssembly module that takes its memory from outside. */

export interface WasmMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** What is used of WebAssembly: the language version's own library does not describe it. */
declare const WebAssembly: {
  Memory: new (limits: { initial: number }) => WasmMemory
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: object }
}

/** Bytes by which memory grows. */
export const WASM_PAGE = 65536

/** @param bytes a module that imports `env.memory` */
export function startWasm(bytes: Uint8Array, pages = 1): { readonly memory: WasmMemory; readonly run: object } {
  const memory = new WebAssembly.Memory({ initial: pages })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } })
  return { memory, run: exports }
}
