import { availableParallelism } from 'node:os'
import { pMapIterable } from 'p-map'
import { openDataFiles } from '../data-files.ts'
import type { HearsayError } from '../errors.ts'
import { loadResources, type Resources } from '../pipeline.ts'
import { fromPlain, type PlainError } from '../threads/plain-error.ts'
import { Stopped, WatchedPool } from '../threads/watched-pool.ts'
import type { Document } from '../types.ts'
import { type ExtractedLine, extractLine, type Spent } from './extract-line.ts'
import { settleBeforeCompiling } from './settle-before-compiling.ts'

/** What `readDocuments` yields: a document, or why an input gave none. */
export type Input = { readonly document: Document } | { readonly failure: HearsayError }
/** One line of `extractions.ndjson` without its line end, or why there is none. */
export type Output = { readonly line: string } | { readonly failure: HearsayError }

export interface ExtractAllOptions {
  /** Threads, this one among them; the machine's cores by default. */
  readonly workers?: number
  /** Ontology rows of the user's own. */
  readonly ontology?: readonly unknown[]
  /**
   * Longest that a document may take for each million characters of its text, in seconds; 60 by default, 0 for as long as it
   * wants. One that takes longer is stopped and comes as a failure.
   */
  readonly documentSeconds?: number
  /** Asked before a document is read, told after. */
  readonly cache?: {
    readonly get: (document: Document) => string | undefined
    readonly put: (document: Document, line: string) => Promise<void>
  }
  /** Told of each document that is read anew: milliseconds by stage, on whichever thread. */
  readonly onSpent?: (spent: Spent) => void
}

/** With fewer documents all are done before a second thread would have loaded its models. */
const FEW = 8
/** Documents that wait at every other thread, so that none stands still while this one reads a document itself. */
const WAITING = 12
/** What this thread reads itself cannot be stopped; a text of up to so many characters is done in a second or two. */
const SHORT = 50_000
const DOCUMENT_SECONDS = 60

/** Extracts documents on all cores; one output per input, in order. */
export async function* extractAll(
  inputs: AsyncIterable<Input>,
  {
    workers = availableParallelism(),
    ontology = [],
    documentSeconds = DOCUMENT_SECONDS,
    cache,
    onSpent,
  }: ExtractAllOptions = {},
): AsyncGenerator<Output> {
  settleBeforeCompiling()
  const extractor = startExtractor(workers, ontology, documentSeconds)
  const extractInput = async (input: Input): Promise<Output> => {
    if ('failure' in input) return input
    const kept = cache?.get(input.document)
    if (kept !== undefined) return { line: kept }
    const result = await extractor.run(input.document)
    if ('failed' in result) return { failure: fromPlain(result.failed) }
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
 * enough wait for them. For long documents, which it must be possible to stop, another thread stands in for this one.
 */
function startExtractor(workers: number, ontology: readonly unknown[], documentSeconds: number) {
  let resources: Resources | undefined
  let pool: Extractors | undefined
  let standIn: Extractors | undefined
  let ready = false
  let runs = 0
  let waiting = 0
  /** Until the other threads have loaded their models, which the first answer tells, this one works alone. */
  const openPool = () => {
    if (pool !== undefined) return
    pool = startThreads(workers - 1, ontology)
    const opened = () => {
      ready = true
    }
    pool.run({ id: '', text: '' }, 0).then(opened, opened)
  }
  const runHere = (document: Document): ExtractedLine => {
    resources ??= loadResources(openDataFiles, ontology)
    return extractLine(document, resources)
  }
  const runIn = async (extractors: Extractors, document: Document): Promise<ExtractedLine> => {
    const seconds = documentSeconds * Math.max(1, Math.ceil(document.text.length / 1_000_000))
    try {
      return await extractors.run(document, seconds)
    } catch (error) {
      if (error instanceof Stopped) return { failed: stopped(document.id, error.reason, seconds) }
      throw error
    }
  }
  return {
    run: async (document: Document): Promise<ExtractedLine> => {
      const short = document.text.length <= SHORT
      if (short && workers === 1) return runHere(document)
      if (workers > 1 && (!short || ++runs === FEW)) openPool()
      // Lets results of the other threads in, and more documents, that it may be seen how many there are.
      await new Promise(resolve => setImmediate(resolve))
      // A long document waits for them rather than for one stand-in.
      if (pool === undefined || (short && !ready) || waiting >= WAITING * (workers - 1))
        return short ? runHere(document) : runIn((standIn ??= startThreads(1, ontology)), document)
      waiting++
      try {
        return await runIn(pool, document)
      } finally {
        waiting--
      }
    },
    end: async () => {
      await Promise.all([pool?.end(), standIn?.end()])
    },
  }
}

type Extractors = WatchedPool<Document, ExtractedLine>

function stopped(id: string, reason: Stopped['reason'], seconds: number): PlainError {
  return reason === 'time'
    ? {
        code: 'extract/too-slow',
        subject: id,
        problem: `took longer than ${seconds} s to extract and was stopped`,
        hint: 'Split it, or raise the limit documentSeconds.',
      }
    : {
        code: 'extract/too-much-memory',
        subject: id,
        problem: 'filled the memory that a thread may have and was stopped',
        hint: 'Split it, or give Node more memory: NODE_OPTIONS=--max-old-space-size=8000.',
      }
}

function startThreads(threads: number, ontology: readonly unknown[]): Extractors {
  const fromSource = import.meta.url.endsWith('.ts')
  return new WatchedPool({
    worker: new URL(fromSource ? './worker-from-source.mjs' : './worker.js', import.meta.url),
    threads,
    waiting: WAITING,
    workerData: { ontology },
  })
}
