import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { pMapIterable } from 'p-map'
import { Tinypool } from 'tinypool'
import { openDataFiles } from '../data-files.ts'
import type { HearsayError } from '../errors.ts'
import { loadResources, type Resources } from '../pipeline.ts'
import type { Document } from '../types.ts'
import { type ExtractedLine, extractLine, failureOf, type Spent } from './extract-line.ts'

/** What `readDocuments` yields: a document, or why an input gave none. */
export type Input = { readonly document: Document } | { readonly failure: HearsayError }
/** One line of `extractions.ndjson` without its line end, or why there is none. */
export type Output = { readonly line: string } | { readonly failure: HearsayError }

export interface ExtractAllOptions {
  /** Threads, this one among them; the machine's cores by default. */
  readonly workers?: number
  /** Ontology rows of the user's own. */
  readonly ontology?: readonly unknown[]
  /** Asked before a document is read, told after. */
  readonly cache?: {
    readonly get: (document: Document) => string | undefined
    readonly put: (document: Document, line: string) => Promise<void>
  }
  /** Told of each document that is read anew: milliseconds by stage, on whichever thread. */
  readonly onSpent?: (spent: Spent) => void
}

/** So many documents are done before a second thread would have loaded its models. */
const FEW = 8
/** Documents that wait at every other thread, so that none stands still while this one reads a document itself. */
const WAITING = 6

/** Extracts documents on all cores; one output per input, in order. */
export async function* extractAll(
  inputs: AsyncIterable<Input>,
  { workers = availableParallelism(), ontology = [], cache, onSpent }: ExtractAllOptions = {},
): AsyncGenerator<Output> {
  const extractor = startExtractor(workers, ontology)
  const extractInput = async (input: Input): Promise<Output> => {
    if ('failure' in input) return input
    const kept = cache?.get(input.document)
    if (kept !== undefined) return { line: kept }
    const result = await extractor.run(input.document)
    if ('failed' in result) return { failure: failureOf(result) }
    await cache?.put(input.document, result.line)
    onSpent?.(result.spent)
    return { line: result.line }
  }
  try {
    yield* pMapIterable(inputs, extractInput, {
      concurrency: 2 + WAITING * (workers - 1),
      backpressure: workers * 16,
    })
  } finally {
    await extractor.end()
  }
}

/**
 * Works in this thread alone while there is little to do; then other threads help, and this one takes a document when
 * enough wait for them.
 */
function startExtractor(workers: number, ontology: readonly unknown[]) {
  let resources: Resources | undefined
  let pool: Tinypool | undefined
  let runs = 0
  let waiting = 0
  const runHere = (document: Document): ExtractedLine => {
    resources ??= loadResources(openDataFiles, ontology)
    return extractLine(document, resources)
  }
  return {
    run: async (document: Document): Promise<ExtractedLine> => {
      if (workers === 1 || runs++ < FEW) return runHere(document)
      // Lets results of the other threads in.
      await new Promise(resolve => setImmediate(resolve))
      if (waiting >= WAITING * (workers - 1)) return runHere(document)
      pool ??= startPool(workers - 1, ontology)
      waiting++
      try {
        return await pool.run(document)
      } finally {
        waiting--
      }
    },
    end: async () => pool?.destroy(),
  }
}

function startPool(threads: number, ontology: readonly unknown[]): Tinypool {
  const fromSource = import.meta.url.endsWith('.ts')
  return new Tinypool({
    filename: fileURLToPath(new URL(fromSource ? './worker-from-source.mjs' : './worker.js', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: WAITING,
    workerData: { ontology },
  })
}
