import { fromPlain } from '../../threads/plain-error.ts'
import { Stopped, WatchedPool } from '../../threads/watched-pool.ts'
import type { ReadResult } from '../decode-documents.ts'
import { asFailure, stopped } from '../failures.ts'
import type { ReadLimits } from '../limits.ts'
import type { Place, ReadBatch, ReadTask } from './read-task.ts'

/**
 * A thread that reads files, so that one that takes too long or fills the memory can be stopped: it comes as a failure
 * that names it, and the rest goes on.
 */
export class ReadingThread {
  readonly #limits: ReadLimits
  readonly #pool: WatchedPool<ReadTask, ReadBatch>
  #readings = 0

  constructor(limits: ReadLimits) {
    this.#limits = limits
    const fromSource = import.meta.url.endsWith('.ts')
    this.#pool = new WatchedPool({
      worker: new URL(fromSource ? './worker-from-source.mjs' : './worker.js', import.meta.url),
      threads: 1,
      waiting: 1,
      megabytes: limits.documentMegabytes,
    })
  }

  /** The documents of a file, given by its path or its bytes. */
  async *read(name: string, source: string | Uint8Array): AsyncGenerator<ReadResult> {
    const limits = this.#limits
    const reading = this.#readings++
    const stops: ReadTask['stopped'][number][] = []
    let from: Place = { files: 0, results: 0 }
    const ask = () =>
      this.#pool.run({ reading, name, source, limits, from, stopped: stops }, limits.documentSeconds).then(
        batch => ({ batch }),
        (error: unknown) => ({ error }),
      )
    for (let next = ask(); ; ) {
      const answer = await next
      if ('batch' in answer) {
        const { results, place, atEnd } = answer.batch
        from = place
        if (!atEnd) next = ask()
        for (const result of results) yield 'failed' in result ? { failure: fromPlain(result.failed) } : result
        if (atEnd) return
        continue
      }
      const { error } = answer
      const file = error instanceof Stopped ? error.place - 1 : -1
      if (!(error instanceof Stopped) || file < 0 || stops.some(stop => stop.file === file)) {
        yield { failure: error instanceof Stopped ? stopped(name, error.reason, limits) : asFailure(name, error) }
        return
      }
      stops.push({ file, reason: error.reason })
      // Its failure comes after the results that it has given.
      if (from.files === file + 1) from = { files: from.files, results: 0 }
      next = ask()
    }
  }

  async end(): Promise<void> {
    await this.#pool.end()
  }
}
