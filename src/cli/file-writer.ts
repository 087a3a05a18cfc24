import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { asWriteFailure, type StagedFile, temporaryName } from './write-file.ts'

/** Characters gathered before they go to disk. */
const BUFFERED = 1 << 20

/**
 * A file that is written piece by piece while something else is read; it gets its final name at the end.
 *
 * @throws HearsayError `write/failed` where the place cannot be written, from every method
 */
export class FileWriter implements StagedFile {
  readonly #path: string
  readonly temporary: string
  readonly #file: number
  #pieces: string[] = []
  #buffered = 0
  #open = true

  constructor(path: string) {
    this.#path = path
    this.temporary = temporaryName(path)
    this.#file = this.#try(() => {
      mkdirSync(dirname(path), { recursive: true })
      return openSync(this.temporary, 'w')
    })
  }

  write(text: string): void {
    this.#pieces.push(text)
    this.#buffered += text.length
    if (this.#buffered > BUFFERED) this.#flush()
  }

  /** Brings everything to disk; the file still waits for its name. */
  close(): void {
    this.#flush()
    this.#try(() => {
      fsyncSync(this.#file)
      closeSync(this.#file)
    })
    this.#open = false
  }

  /** Gives the file its final name. */
  finish(): void {
    if (this.#open) this.close()
    this.#try(() => {
      renameSync(this.temporary, this.#path)
    })
  }

  /** Leaves nothing behind. */
  abandon(): void {
    if (this.#open) closeSync(this.#file)
    rmSync(this.temporary, { force: true })
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pieces.join(''))
    this.#pieces = []
    this.#buffered = 0
    this.#try(() => {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written)
    })
  }

  #try<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw asWriteFailure(this.#path, error)
    }
  }
}
