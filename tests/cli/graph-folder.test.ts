import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openExtractionFile } from '../../src/cli/extraction-file.ts'
import { FileWriter } from '../../src/cli/file-writer.ts'
import { writeGraphFolder } from '../../src/cli/graph-folder.ts'
import { readGraphOf } from '../../src/cli/open-folder.ts'
import { RecordFile } from '../../src/cli/record-file.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { writeGexf } from '../../src/export/gexf.ts'
import { jsonChunks } from '../../src/export/json.ts'
import { loadMergeResources, merge } from '../../src/pipeline.ts'
import type { EdgeEvidence, Extraction } from '../../src/types.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lines = (records: readonly unknown[]) => records.map(record => `${JSON.stringify(record)}\n`).join('')
const samples = () =>
  readFileSync('graph-out/extractions.ndjson', 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Extraction)

it('gives from disk what merging in memory gives, whatever the order of the lines', async () => {
  const extractions = samples()
  const copy = { ...extractions[0]!, id: 'zz-copy' }
  const all = [...extractions, copy]
  writeFileSync(join(folder, 'extractions.ndjson'), lines(all.toReversed()))
  const { tally, graph: summary } = await writeGraphFolder(folder, { ontology: [], gexfVersion: '1.3' })
  const { corpus, graph } = await merge(all, loadMergeResources(openDataFiles))
  const written = (name: string) => readFileSync(join(folder, name), 'utf8')
  expect(written('graph.json')).toBe([...jsonChunks(graph)].join(''))
  expect(written('entities.ndjson')).toBe(lines(corpus.entities))
  expect(written('statements.ndjson')).toBe(lines(corpus.statements))
  expect(written('relations.ndjson')).toBe(lines(corpus.relations))
  expect(written('graph.gexf')).toBe([...writeGexf(graph)].join(''))
  expect(summary).toMatchObject({ order: graph.order, size: graph.size })
  expect(tally.documents).toHaveLength(all.length)
  expect(tally.statements).toBe(corpus.statements.length)
  expect(graph.getAttribute('documents').find(({ id }) => id === 'zz-copy')?.copy_of).toBe(extractions[0]!.id)
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
  // Below and above the size at which a file is read line by line.
  for (const limit of [1e9, 1]) expect((await readGraphOf(folder, limit)).export()).toEqual(graph.export())
})

it('leaves no temporary file where a line is none of ours, and names the line', async () => {
  writeFileSync(join(folder, 'extractions.ndjson'), `${lines(samples())}{"id":"half\n`)
  await expect(writeGraphFolder(folder, { ontology: [], gexfVersion: '1.3' })).rejects.toThrow(
    /extractions\.ndjson, line 6: is not JSON/,
  )
  expect(readdirSync(folder)).toEqual(['extractions.ndjson'])
})

it('says what to do where a folder holds no extractions', async () => {
  await expect(writeGraphFolder(folder, { ontology: [], gexfVersion: '1.3' })).rejects.toThrow(
    /extractions\.ndjson: cannot be read .*Build the folder anew/,
  )
})

it('reads extractions by the order of their ids, with and without a last line end', () => {
  const path = join(folder, 'extractions.ndjson')
  writeFileSync(path, '{"id":"b\\"ä","n":1}\n\n{"n":2,"id":"a"}\n{"id":"c","n":3}')
  const source = openExtractionFile(path)
  expect(Array.from({ length: source.size }, (_, place) => source.read(place))).toEqual([
    { n: 2, id: 'a' },
    { id: 'b"ä', n: 1 },
    { id: 'c', n: 3 },
  ])
  source.close()
})

it('keeps records out of memory and gives them back', () => {
  const store = new RecordFile<EdgeEvidence>(folder, 'evidence')
  const pieces = Array.from({ length: 3000 }, (_, i) => ({ id: `é${i}`, text: '“x”'.repeat(i % 400) }) as EdgeEvidence)
  const numbers = pieces.map(piece => store.add(piece))
  expect(numbers.map(number => store.get(number))).toEqual(pieces)
  expect(JSON.parse(store.json(numbers[7]!))).toEqual(pieces[7])
  store.close()
  expect(readdirSync(folder)).toEqual([])
})

it('gives a file its name only when it is whole, and leaves nothing of one that is given up', () => {
  const path = join(folder, 'a', 'b.ndjson')
  const writer = new FileWriter(path)
  writer.write('ä'.repeat(2_000_000))
  expect(readdirSync(join(folder, 'a'))).toEqual([`b.ndjson.${process.pid}.tmp`])
  writer.finish()
  expect(readFileSync(path, 'utf8')).toHaveLength(2_000_000)
  const other = new FileWriter(path)
  other.write('x')
  other.abandon()
  expect(readdirSync(join(folder, 'a'))).toEqual(['b.ndjson'])
})

it('names the file that cannot be written', () => {
  mkdirSync(join(folder, `a.${process.pid}.tmp`))
  expect(() => new FileWriter(join(folder, 'a'))).toThrow(/a: cannot be written .* -o/)
})
