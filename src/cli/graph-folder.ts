import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDataFiles } from '../data-files.ts'
import { HearsayError } from '../errors.ts'
import { ArticlesBlock } from '../export/articles.ts'
import { writeGexf } from '../export/gexf.ts'
import { jsonChunks } from '../export/json.ts'
import { loadMergeResources, mergeFrom } from '../pipeline.ts'
import { judgementChunks, parseJudgements } from '../resolve/judgements.ts'
import type { GraphRecords } from '../types.ts'
import { openExtractionFile } from './extraction-file.ts'
import { FileWriter } from './file-writer.ts'
import { type Log, startLog } from './log.ts'
import { makePage } from './make-page.ts'
import { RecordFile } from './record-file.ts'
import { type Tally, tallyRecords } from './tally.ts'
import { type StagedFile, stageFile } from './write-file.ts'

export interface GraphFolderOptions {
  readonly ontology: readonly unknown[]
  /** File of decisions to honour; `judgements.json` of the folder when it is there. */
  readonly judgements?: string
  readonly gexfVersion: '1.2' | '1.3'
}

/** What became of a folder: what its graph says of itself, and what there is of everything. */
export interface GraphFolder {
  readonly graph: Pick<GraphRecords, 'attributes' | 'order' | 'size'>
  readonly tally: Tally
}

/**
 * Merges the `extractions.ndjson` of a folder and writes the graph, its tables and its page beside it. Texts, evidence
 * and what is known of nodes and edges stay on disk; memory holds names and who is linked with whom.
 */
export async function writeGraphFolder(
  folder: string,
  options: GraphFolderOptions,
  log: Log = startLog(),
): Promise<GraphFolder> {
  const given = await readJudgements(
    options.judgements ?? join(folder, 'judgements.json'),
    options.judgements !== undefined,
  )
  const resources = loadMergeResources(openDataFiles, options.ontology)
  const source = openExtractionFile(join(folder, 'extractions.ndjson'))
  const stored: RecordFile<unknown>[] = []
  const store = <Kept>(name: string) => {
    const file = new RecordFile<Kept>(folder, name)
    stored.push(file)
    return file
  }
  const tables = new Map<string, FileWriter>()
  const staged: StagedFile[] = []
  let whole = false
  try {
    for (const name of ['entities', 'statements', 'relations']) {
      tables.set(name, new FileWriter(join(folder, `${name}.ndjson`)))
    }
    const write = (table: string, record: unknown) => tables.get(table)!.write(`${JSON.stringify(record)}\n`)
    const articles = new ArticlesBlock()
    const tally = tallyRecords()
    const merged = mergeFrom(
      source,
      resources,
      given,
      {
        stores: { evidence: store('evidence'), nodes: store('nodes'), edges: store('edges') },
        onDocument: ({ document, statements, relations }, mentions) => {
          for (const statement of statements) write('statements', statement)
          for (const relation of relations) write('relations', relation)
          articles.add(document, statements, mentions)
          tally.addDocument(document, statements, relations)
        },
        onEntity: entity => {
          write('entities', entity)
          tally.addEntity(entity)
        },
      },
      log.run,
    )
    const { graph, judgements } = merged
    const files: [string, () => Iterable<string> | AsyncIterable<string>][] = [
      ['graph.json', () => jsonChunks(graph)],
      ['graph.gexf', () => writeGexf(graph, { version: options.gexfVersion })],
      ['judgements.json', () => judgementChunks(judgements)],
      ['index.html', () => makePage(staged[0]!.temporary, articles.toString(), log)],
    ]
    for (const [name, chunks] of files) {
      await log.run(`write ${name}`, async () => void staged.push(await stageFile(join(folder, name), chunks())))
    }
    for (const table of tables.values()) table.close()
    // All files are on disk: from here to the end is the only time in which old ones stand beside new ones.
    for (const file of [...staged, ...tables.values()]) await file.finish()
    whole = true
    return { graph, tally: tally.result() }
  } finally {
    if (!whole) for (const file of [...staged, ...tables.values()]) await file.abandon()
    for (const file of stored) file.close()
    source.close()
  }
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
