import { join } from 'node:path'
import { HearsayError } from '../errors.ts'
import { writeGraphFolder } from './graph-folder.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { tellFailure } from './options.ts'
import { readExtractions } from './read-extractions.ts'
import { removeLeftovers } from './remove-leftovers.ts'
import { summary } from './summary.ts'
import { writeFile } from './write-file.ts'

export interface MergeOptions {
  readonly output: string
  readonly ontology?: string
  readonly judgements?: string
  readonly gexfVersion: '1.2' | '1.3'
  readonly quiet?: boolean
}

/** Makes a graph of the extractions on stdin; exit code 1 where some lines were none. */
export async function runMerge(options: MergeOptions): Promise<void> {
  const started = performance.now()
  await removeLeftovers(options.output)
  const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
  let failures = 0
  async function* lines(): AsyncGenerator<string> {
    let written = 0
    const onFailure = (failure: HearsayError) => {
      failures++
      tellFailure(failure)
    }
    for await (const extraction of readExtractions(process.stdin, 'stdin', onFailure)) {
      written++
      yield `${JSON.stringify(extraction)}\n`
    }
    if (written === 0) {
      throw new HearsayError('merge/nothing', 'stdin', 'gave no extraction', 'Pipe in what `hearsay extract` writes.')
    }
  }
  await writeFile(join(options.output, 'extractions.ndjson'), lines())
  const merged = await writeGraphFolder(options.output, { ...options, ontology })
  if (!options.quiet) {
    process.stdout.write(summary(merged, options.output, (performance.now() - started) / 1000, failures))
  }
  if (failures > 0) process.exitCode = 1
}
