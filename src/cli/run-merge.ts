import { join } from 'node:path'
import { HearsayError } from '../errors.ts'
import type { ReadLimits } from '../read/limits.ts'
import type { Log } from './log.ts'
import { type GraphOptions, makeGraph } from './make-graph.ts'
import { readExtractions } from './read-extractions.ts'
import { writeFile } from './write-file.ts'

export interface MergeOptions extends GraphOptions {
  readonly limit: Pick<Partial<ReadLimits>, 'lineBytes'>
}

/** An extraction is several times as long as its article. */
const LINE_BYTES = 100_000_000

/** Makes a graph of the extractions on stdin; exit code 1 where some lines were none. */
export function runMerge(options: MergeOptions): Promise<void> {
  return makeGraph(options, async (_ontology, log) => {
    const failures: HearsayError[] = []
    const path = join(options.output, 'extractions.ndjson')
    await log.run('read', () => writeFile(path, linesOfStdin(options.limit.lineBytes ?? LINE_BYTES, failures, log)))
    return failures
  })
}

/** The extractions among the lines of stdin; the others are added to `failures`. */
async function* linesOfStdin(lineBytes: number, failures: HearsayError[], log: Log): AsyncGenerator<string> {
  let written = 0
  const onFailure = (failure: HearsayError) => {
    failures.push(failure)
    log.failure(failure)
  }
  for await (const extraction of readExtractions(process.stdin, 'stdin', lineBytes, onFailure)) {
    written++
    yield `${JSON.stringify(extraction)}\n`
  }
  if (written === 0) {
    throw new HearsayError('merge/nothing', 'stdin', 'gave no extraction', 'Pipe in what `hearsay extract` writes.')
  }
}
