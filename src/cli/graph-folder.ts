import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDataFiles } from '../data-files.ts'
import { HearsayError } from '../errors.ts'
import { writeGexf } from '../export/gexf.ts'
import { jsonChunks } from '../export/json.ts'
import { loadMergeResources, type Merged, merge } from '../pipeline.ts'
import { parseJudgements, writeJudgements } from '../resolve/judgements.ts'
import { type Log, startLog } from './log.ts'
import { makePage } from './make-page.ts'
import { readOwnExtractions } from './read-extractions.ts'
import { writeFile } from './write-file.ts'

export interface GraphFolderOptions {
  readonly ontology: readonly unknown[]
  /** File of decisions to honour; `judgements.json` of the folder when it is there. */
  readonly judgements?: string
  readonly gexfVersion: '1.2' | '1.3'
}

/** Merges the `extractions.ndjson` of a folder and writes the graph, its tables and its page beside it. */
export async function writeGraphFolder(
  folder: string,
  options: GraphFolderOptions,
  log: Log = startLog(),
): Promise<Merged> {
  const given = await readJudgements(
    options.judgements ?? join(folder, 'judgements.json'),
    options.judgements !== undefined,
  )
  const resources = loadMergeResources(openDataFiles, options.ontology)
  const extractions = readOwnExtractions(join(folder, 'extractions.ndjson'))
  const merged = await merge(extractions, resources, given, log.run)
  const { corpus, graph, judgements } = merged
  const files: [string, () => Iterable<string> | Promise<Iterable<string>>][] = [
    ['graph.json', () => jsonChunks(graph)],
    ['graph.gexf', () => writeGexf(graph, { version: options.gexfVersion })],
    ['entities.ndjson', () => lines(corpus.entities)],
    ['statements.ndjson', () => lines(corpus.statements)],
    ['relations.ndjson', () => lines(corpus.relations)],
    ['judgements.json', () => [writeJudgements(judgements)]],
    ['index.html', async () => [await makePage(join(folder, 'graph.json'), corpus, log)]],
  ]
  for (const [name, chunks] of files) {
    await log.run(`write ${name}`, async () => writeFile(join(folder, name), await chunks()))
  }
  return merged
}

function* lines(records: Iterable<unknown>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`
}

export async function readJudgements(path: string, required: boolean) {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (!required && (error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new HearsayError(
      'judgements/unreadable',
      path,
      `cannot be read (${(error as Error).message})`,
      'Check the path given with --judgements.',
      { cause: error },
    )
  }
  return parseJudgements(text, path)
}
