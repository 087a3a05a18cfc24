import { join } from 'node:path'
import { openExtractionCache } from '../cache/extraction-cache.ts'
import { fingerprint } from '../cache/fingerprint.ts'
import { HearsayError } from '../errors.ts'
import { extractAll } from '../pool/extract-all.ts'
import type { ReadLimits } from '../read/limits.ts'
import { readDocuments } from '../read/read-documents.ts'
import { writeGraphFolder } from './graph-folder.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { tellFailure } from './options.ts'
import { startProgress } from './progress.ts'
import { removeLeftovers } from './remove-leftovers.ts'
import { summary } from './summary.ts'
import { writeFile } from './write-file.ts'

export interface BuildOptions {
  readonly output: string
  readonly sources?: string
  readonly ontology?: string
  readonly judgements?: string
  readonly workers?: number
  readonly gexfVersion: '1.2' | '1.3'
  readonly limit: Partial<ReadLimits>
  readonly cache: boolean
  readonly quiet?: boolean
}

/** Reads articles and writes their graph into a folder; exit code 1 where some inputs failed. */
export async function runBuild(inputs: readonly string[], options: BuildOptions): Promise<void> {
  const started = performance.now()
  await removeLeftovers(options.output)
  const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
  const failures = await extractInto(join(options.output, 'extractions.ndjson'), inputs, options, ontology)
  const merged = await writeGraphFolder(options.output, { ...options, ontology })
  if (!options.quiet) {
    process.stdout.write(summary(merged, options.output, (performance.now() - started) / 1000, failures))
  }
  if (failures > 0) process.exitCode = 1
}

/** Writes one extraction per line; the number of inputs that failed comes back. */
async function extractInto(
  path: string,
  inputs: readonly string[],
  options: BuildOptions,
  ontology: readonly unknown[],
): Promise<number> {
  let failures = 0
  const cache = options.cache ? openExtractionCache(join(options.output, '.cache'), fingerprint(ontology)) : undefined
  const progress = startProgress('Reading', options.quiet ? false : undefined)
  async function* lines(): AsyncGenerator<string> {
    let written = 0
    const documents = readDocuments(inputs, {
      limits: options.limit,
      ...(options.sources ? { sources: options.sources } : {}),
    })
    for await (const output of extractAll(documents, {
      ontology,
      ...(options.workers ? { workers: options.workers } : {}),
      ...(cache ? { cache } : {}),
    })) {
      if ('failure' in output) {
        failures++
        tellFailure(output.failure)
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
    await writeFile(path, lines())
    await cache?.prune()
  } finally {
    progress.end()
    await cache?.close()
  }
  return failures
}
