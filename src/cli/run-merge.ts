import { join } from 'node:path'
import { HearsayError } from '../errors.ts'
import type { Log } from './log.ts'
import { type GraphOptions, makeGraph } from './make-graph.ts'
import { readExtractions } from './read-extractions.ts'
import { writeFile } from './write-file.ts'

/** Makes a graph of the extractions on stdin; exit code 1 where some lines were none. */
export function runMerge(options: GraphOptions): Promise<void> {
  return makeGraph(options, async (_ontology, log) => {
    const failures: HearsayError[] = []
    const path = join(options.output, 'extractions.ndjson')
    await log.run('read', () => writeFile(path, linesOfStdin(failures, log)))
    return failures
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
