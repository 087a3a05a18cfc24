import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordStore } from '../graph/record-store.ts'
import { asWriteFailure, temporaryName } from './write-file.ts'

/** Bytes gathered before they go to disk. */
const BUFFERED = 1 << 20

/**
 * Keeps records as JSON in a temporary file while a graph is made: some ten bytes of memory a record.
 *
 * @throws HearsayError `write/failed` where the folder cannot be written
 */
export class RecordFile<Kept> implements RecordStore<Kept> {
  readonly #path: string
  readonly #file: number
  /** Where each record starts; the next one is where it ends. */
  #starts = new Float64Array(1024)
  #count = 0
  #pending: Buffer[] = []
  #pendingBytes = 0

  /**
   * @param folder where the file stands until {@link close}
   * @param name of what it holds
   */
  constructor(folder: string, name: string) {
    this.#path = temporaryName(join(folder, name))
    try {
      this.#file = openSync(this.#path, 'w+')
    } catch (error) {
      throw asWriteFailure(this.#path, error)
    }
  }

  add(record: Kept): number {
    const bytes = Buffer.from(JSON.stringify(record))
    if (this.#count + 1 === this.#starts.length) {
      const longer = new Float64Array(this.#starts.length * 2)
      longer.set(this.#starts)
      this.#starts = longer
    }
    this.#starts[this.#count + 1] = this.#starts[this.#count]! + bytes.length
    this.#pending.push(bytes)
    this.#pendingBytes += bytes.length
    if (this.#pendingBytes > BUFFERED) this.#flush()
    return this.#count++
  }

  get(number: number): Kept {
    return JSON.parse(this.json(number)) as Kept
  }

  json(number: number): string {
    if (this.#pending.length > 0) this.#flush()
    const start = this.#starts[number]!
    const bytes = Buffer.allocUnsafe(this.#starts[number + 1]! - start)
    for (let read = 0; read < bytes.length; ) {
      const more = readSync(this.#file, bytes, read, bytes.length - read, start + read)
      if (more === 0) throw new Error(`${this.#path} has been cut short`)
      read += more
    }
    return bytes.toString()
  }

  close(): void {
    closeSync(this.#file)
    rmSync(this.#path, { force: true })
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#pending)
    this.#pending = []
    this.#pendingBytes = 0
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written)
    } catch (error) {
      throw asWriteFailure(this.#path, error)
    }
  }
}
