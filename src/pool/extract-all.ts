import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { pMapIterable } from 'p-map'
import { Tinypool } from 'tinypool'
import { openDataFiles } from '../data-files.ts'
import type { HearsayError } from '../errors.ts'
import { loadResources } from '../pipeline.ts'
import type { Document } from '../types.ts'
import { type ExtractedLine, extractLine, failureOf } from './extract-line.ts'

/** What `readDocuments` yields: a document, or why an input gave none. */
export type Input = { readonly document: Document } | { readonly failure: HearsayError }
/** One line of `extractions.ndjson` without its line end, or why there is none. */
export type Output = { readonly line: string } | { readonly failure: HearsayError }

export interface ExtractAllOptions {
  /** Threads; the machine's cores by default. */
  readonly workers?: number
  /** Ontology rows of the user's own. */
  readonly ontology?: readonly unknown[]
}

/** Up to this many documents are done before a second thread would have loaded its models. */
const FEW = 8

/** Extracts documents on all cores; one output per input, in order. */
export async function* extractAll(
  inputs: AsyncIterable<Input>,
  options: ExtractAllOptions = {},
): AsyncGenerator<Output> {
  const workers = options.workers ?? availableParallelism()
  const ontology = options.ontology ?? []
  const stream = inputs[Symbol.asyncIterator]()
  const first: Input[] = []
  let ended = false
  while (!ended && first.length < FEW) {
    const next = await stream.next()
    if (next.done) ended = true
    else first.push(next.value)
  }
  if (workers === 1 || ended) {
    // Loaded here even when nothing follows: a faulty ontology must be said whatever the input.
    const resources = loadResources(openDataFiles, ontology)
    for await (const input of resume(first, stream)) {
      yield 'failure' in input ? input : outputOf(extractLine(input.document, resources))
    }
    return
  }
  const pool = startPool(workers, ontology)
  try {
    yield* pMapIterable(
      resume(first, stream),
      async (input): Promise<Output> =>
        'failure' in input ? input : outputOf((await pool.run(input.document)) as ExtractedLine),
      { concurrency: workers * 2, backpressure: workers * 8 },
    )
  } finally {
    await pool.destroy()
  }
}

async function* resume(first: readonly Input[], rest: AsyncIterator<Input>): AsyncGenerator<Input> {
  yield* first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

function outputOf(result: ExtractedLine): Output {
  return 'line' in result ? result : { failure: failureOf(result) }
}

function startPool(workers: number, ontology: readonly unknown[]): Tinypool {
  const fromSource = import.meta.url.endsWith('.ts')
  return new Tinypool({
    filename: fileURLToPath(new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    workerData: { ontology },
    // From source every thread needs the TypeScript loader that `tsx` or the test runner gave to the main one.
    ...(fromSource ? { execArgv: ['--import', 'tsx'] } : {}),
  })
}
