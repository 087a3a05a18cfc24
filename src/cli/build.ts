import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { openExtractionCache } from '../cache/extraction-cache.ts'
import { fingerprint } from '../cache/fingerprint.ts'
import { HearsayError } from '../errors.ts'
import { extractAll } from '../pool/extract-all.ts'
import type { ReadLimits } from '../read/limits.ts'
import { readDocuments } from '../read/read-documents.ts'
import { writeGraphFolder } from './graph-folder.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { collectLimit, parseWorkers, tellFailure } from './options.ts'
import { startProgress } from './progress.ts'
import { removeLeftovers } from './remove-leftovers.ts'
import { summary } from './summary.ts'
import { writeFile } from './write-file.ts'

interface BuildOptions {
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

export function register(program: Command): void {
  program
    .command('build')
    .summary('articles to a graph')
    .description('Reads articles (files, folders, globs, "-" for stdin) and writes the graph, its tables and its page.')
    .argument('[inputs...]', 'what to read', ['seeds'])
    .option('-o, --output <folder>', 'where the graph goes', 'graph-out')
    .option('--sources <file>', 'table of file, outlet, published, url, title (default: sources.csv beside the inputs)')
    .option('--ontology <folder>', 'add the predicates of this folder')
    .option('--judgements <file>', 'who is who, decided before (default: judgements.json of the output folder)')
    .option('--workers <n>', 'threads (default: the cores of this machine)', parseWorkers)
    .addOption(new Option('--gexf-version <v>', 'for old readers').choices(['1.3', '1.2']).default('1.3'))
    .option('--limit <name=number>', 'raise a limit of docs/input.md, such as fileBytes=50000000', collectLimit, {})
    .option('--no-cache', 'read every article again, also those that an earlier build has read')
    .option('-q, --quiet', 'no summary')
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay build                               the sample articles into graph-out/
  $ hearsay build articles/ -o graph-out
  $ hearsay build 'news/**/*.html' more.ndjson --sources outlets.csv`,
    )
    .action(async (inputs: string[], options: BuildOptions) => {
      const started = performance.now()
      await removeLeftovers(options.output)
      const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
      const failures = await extractInto(join(options.output, 'extractions.ndjson'), inputs, options, ontology)
      const merged = await writeGraphFolder(options.output, { ...options, ontology })
      if (!options.quiet) {
        process.stdout.write(summary(merged, options.output, (performance.now() - started) / 1000, failures))
      }
      if (failures > 0) process.exitCode = 1
    })
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
