import { toPlain } from '../../threads/plain-error.ts'
import type { Step } from '../../threads/watched-work.ts'
import { decodeDocuments, type ReadResult } from '../decode-documents.ts'
import { asFailure, stopped } from '../failures.ts'
import { readBytes } from '../read-bytes.ts'
import type { Place, ReadBatch, ReadTask } from './read-task.ts'

/** A batch ends when it has taken so long or holds so much: who asks for it has work for other threads. */
const BATCH_MILLISECONDS = 20
const BATCH_CHARACTERS = 2_000_000

/** A file that is being read, from the place that the task names. */
export class OpenReading {
  readonly #task: ReadTask
  readonly #results: AsyncGenerator<ReadResult>
  /** Of the last result that came, given or not. */
  #place: Place = { files: 0, results: 0 }
  #given: Place
  #step: Step = () => undefined

  constructor(task: ReadTask) {
    this.#task = task
    this.#given = task.from
    this.#results = this.#decode()
  }

  isAt({ files, results }: Place): boolean {
    return this.#given.files === files && this.#given.results === results
  }

  async next(step: Step): Promise<ReadBatch> {
    this.#step = step
    step(this.#place.files)
    const results: ReadBatch['results'][number][] = []
    const started = performance.now()
    let characters = 0
    while (performance.now() - started < BATCH_MILLISECONDS && characters < BATCH_CHARACTERS) {
      const next = await this.#results.next()
      if (next.done) return { results, place: this.#given, atEnd: true }
      step(this.#place.files)
      const { place, isNew } = this.#count()
      if (!isNew) continue
      this.#given = place
      if ('failure' in next.value) results.push({ failed: toPlain(next.value.failure) })
      else {
        results.push(next.value)
        characters += next.value.document.text.length
      }
    }
    return { results, place: this.#given, atEnd: false }
  }

  async *#decode(): AsyncGenerator<ReadResult> {
    const { name, source, limits } = this.#task
    try {
      const bytes = typeof source === 'string' ? await readBytes({ path: source, name }, limits) : source
      yield* decodeDocuments(name, bytes, limits, inner => this.#mayRead(inner))
    } catch (cause) {
      yield { failure: asFailure(typeof source === 'string' ? source : name, cause) }
    }
  }

  #mayRead(name: string): boolean {
    const file = this.#place.files
    this.#place = { files: file + 1, results: 0 }
    this.#step(this.#place.files)
    const found = this.#task.stopped.find(each => each.file === file)
    if (found) throw stopped(name, found.reason, this.#task.limits)
    // The last that was begun may not have been read to its end.
    return this.#place.files >= this.#task.from.files
  }

  #count(): { place: Place; isNew: boolean } {
    const { from } = this.#task
    const place = { files: this.#place.files, results: this.#place.results + 1 }
    this.#place = place
    return {
      place,
      isNew: place.files > from.files || (place.files === from.files && place.results > from.results),
    }
  }
}
