import type { HearsayError } from '../errors.ts'
import { writeGraphFolder } from './graph-folder.ts'
import { type Log, type LogOptions, logged } from './log.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { removeLeftovers } from './remove-leftovers.ts'
import { summary } from './summary.ts'
import { writeReport } from './write-report.ts'

/** What every command that ends in a graph folder takes. */
export interface GraphOptions extends LogOptions {
  readonly output: string
  readonly ontology?: string
  readonly judgements?: string
  readonly gexfVersion: '1.2' | '1.3'
  readonly quiet?: boolean
}

/**
 * Makes a graph folder: has `extractions.ndjson` written, makes the graph of it, reports and sums up. Exit code 1 where
 * some inputs failed.
 *
 * @param writeExtractions writes the file into the output folder and gives the inputs that failed
 */
export function makeGraph(
  options: GraphOptions,
  writeExtractions: (ontology: readonly unknown[], log: Log) => Promise<readonly HearsayError[]>,
): Promise<void> {
  return logged(options, async log => {
    const started = performance.now()
    await removeLeftovers(options.output)
    const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
    const failures = await writeExtractions(ontology, log)
    const merged = await writeGraphFolder(options.output, { ...options, ontology }, log)
    await writeReport(options.output, merged, failures)
    const seconds = (performance.now() - started) / 1000
    log.timing('all', seconds)
    if (!options.quiet) process.stdout.write(summary(merged, options.output, seconds, failures.length))
    if (failures.length > 0) process.exitCode = 1
  })
}
