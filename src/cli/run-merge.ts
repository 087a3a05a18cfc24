import { join } from 'node:path'
import { HearsayError } from '../errors.ts'
import { writeGraphFolder } from './graph-folder.ts'
import { type Log, type LogOptions, logged } from './log.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { readExtractions } from './read-extractions.ts'
import { removeLeftovers } from './remove-leftovers.ts'
import { summary } from './summary.ts'
import { writeFile } from './write-file.ts'
import { writeReport } from './write-report.ts'

export interface MergeOptions extends LogOptions {
  readonly output: string
  readonly ontology?: string
  readonly judgements?: string
  readonly gexfVersion: '1.2' | '1.3'
  readonly quiet?: boolean
}

/** Makes a graph of the extractions on stdin; exit code 1 where some lines were none. */
export function runMerge(options: MergeOptions): Promise<void> {
  return logged(options, async log => {
    const started = performance.now()
    await removeLeftovers(options.output)
    const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
    const failures: HearsayError[] = []
    const path = join(options.output, 'extractions.ndjson')
    await log.run('read', () => writeFile(path, linesOfStdin(failures, log)))
    const merged = await writeGraphFolder(options.output, { ...options, ontology }, log)
    await writeReport(options.output, merged, failures)
    const seconds = (performance.now() - started) / 1000
    log.timing('all', seconds)
    if (!options.quiet) process.stdout.write(summary(merged, options.output, seconds, failures.length))
    if (failures.length > 0) process.exitCode = 1
  })
}

/** The extractions among the lines of stdin; the others are added to `failures`. */
async function* linesOfStdin(failures: HearsayError[], log: Log): AsyncGenerator<string> {
  let written = 0
  const onFailure = (failure: HearsayError) => {
    failures.push(failure)
    log.failure(failure)
  }
  for await (const extraction of readExtractions(process.stdin, 'stdin', onFailure)) {
    written++
    yield `${JSON.stringify(extraction)}\n`
  }
  if (written === 0) {
    throw new HearsayError('merge/nothing', 'stdin', 'gave no extraction', 'Pipe in what `hearsay extract` writes.')
  }
}
