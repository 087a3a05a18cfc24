import { join } from 'node:path'
import { openExtractionCache } from '../cache/extraction-cache.ts'
import { fingerprint } from '../cache/fingerprint.ts'
import { HearsayError } from '../errors.ts'
import { extractAll } from '../pool/extract-all.ts'
import type { Spent } from '../pool/extract-line.ts'
import type { ReadLimits } from '../read/limits.ts'
import { readDocuments } from '../read/read-documents.ts'
import type { Log } from './log.ts'
import { type GraphOptions, makeGraph } from './make-graph.ts'
import { startProgress } from './progress.ts'
import { writeFile } from './write-file.ts'

export interface BuildOptions extends GraphOptions {
  readonly sources?: string
  readonly workers?: number
  readonly limit: Partial<ReadLimits>
  readonly cache: boolean
}

/** Reads articles and writes their graph into a folder; exit code 1 where some inputs failed. */
export function runBuild(inputs: readonly string[], options: BuildOptions): Promise<void> {
  return makeGraph(options, (ontology, log) =>
    log.run('read, extract', () => extractInto(inputs, options, ontology, log)),
  )
}

/** Writes one extraction per line into the output folder; why inputs failed comes back, in their order. */
async function extractInto(
  inputs: readonly string[],
  options: BuildOptions,
  ontology: readonly unknown[],
  log: Log,
): Promise<HearsayError[]> {
  const failures: HearsayError[] = []
  const cache = options.cache
    ? openExtractionCache(join(options.output, '.cache'), fingerprint(ontology), log.warning)
    : undefined
  const progress = startProgress('Reading', options.quiet || options.logJson ? false : undefined)
  const spent = new Map<string, number>()
  const onSpent = (times: Spent) => {
    for (const [stage, milliseconds] of Object.entries(times))
      spent.set(stage, (spent.get(stage) ?? 0) + milliseconds / 1000)
  }
  async function* lines(): AsyncGenerator<string> {
    let written = 0
    const documents = readDocuments(inputs, {
      limits: options.limit,
      ...(options.sources ? { sources: options.sources } : {}),
    })
    for await (const output of extractAll(documents, {
      ontology,
      onSpent,
      ...(options.limit.documentSeconds === undefined ? {} : { documentSeconds: options.limit.documentSeconds }),
      ...(options.workers ? { workers: options.workers } : {}),
      ...(cache ? { cache } : {}),
    })) {
      if ('failure' in output) {
        failures.push(output.failure)
        log.failure(output.failure)
        continue
      }
      written++
      progress.step()
      yield `${output.line}\n`
    }
    if (written === 0) {
      throw new HearsayError(
        'build/nothing',
        inputs.join(', '),
        'gave no article',
        'Name files or folders that hold articles.',
      )
    }
  }
  try {
    await writeFile(join(options.output, 'extractions.ndjson'), lines())
    await cache?.prune()
  } finally {
    progress.end()
    await cache?.close()
  }
  for (const [stage, seconds] of spent) log.timing(`${stage}, all threads together`, seconds)
  return failures
}
