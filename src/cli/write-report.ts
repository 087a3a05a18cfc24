import { join } from 'node:path'
import type { HearsayError } from '../errors.ts'
import type { GraphFolder } from './graph-folder.ts'
import { writeFile } from './write-file.ts'

/** Writes `report.json`: what was read, and what failed and why. The same input gives the same bytes. */
export async function writeReport(
  folder: string,
  { tally, graph }: GraphFolder,
  failures: readonly HearsayError[],
): Promise<void> {
  const failed = failures.map(({ code, subject, message }) => ({ code, subject, message }))
  const originals = new Map(graph.attributes.documents.map(({ id, copy_of }) => [id, copy_of]))
  const read = tally.documents.map(({ id, outlet, published, title, characters }) => ({
    id,
    outlet: outlet ?? null,
    published: published ?? null,
    title: title ?? null,
    characters,
    copy_of: originals.get(id) ?? null,
  }))
  await writeFile(join(folder, 'report.json'), [
    `{"counts":${JSON.stringify({ ...graph.attributes.counts, failures: failed.length })},\n`,
    ...list('failures', failed),
    ',\n',
    ...list('documents', read),
    '}\n',
  ])
}

/** One record a line, so that two reports can be compared line by line. */
function* list(name: string, records: readonly object[]): Generator<string> {
  yield `${JSON.stringify(name)}:[`
  let separator = '\n'
  for (const record of records) {
    yield `${separator}${JSON.stringify(record)}`
    separator = ',\n'
  }
  yield records.length > 0 ? '\n]' : ']'
}
