import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDocuments } from '../../src/read/read-documents.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-read-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(inputs: string[], options = {}): Promise<string[]> {
  const lines: string[] = []
  for await (const result of readDocuments(inputs, options))
    lines.push('document' in result ? `${result.document.id}: ${result.document.text}` : result.failure.code)
  return lines
}

test('a folder is read as deep as it goes, in the order of its paths', async () => {
  await mkdir(join(folder, 'b'))
  await writeFile(join(folder, 'c.txt'), 'third')
  await writeFile(join(folder, 'b', 'x.txt'), 'second')
  await writeFile(join(folder, 'a.txt'), 'first')
  expect(await read([folder])).toEqual(['a: first', 'b/x: second', 'c: third'])
})

test('globs and files; a file named twice is read once', async () => {
  await writeFile(join(folder, 'a.txt'), 'first')
  await writeFile(join(folder, 'b.txt'), 'second')
  expect(await read([`${folder}/*.txt`, join(folder, 'b.txt')])).toEqual(['a: first', 'b: second'])
})

test('what cannot be read is named and the rest goes on', async () => {
  await writeFile(join(folder, 'binary.txt'), Buffer.from([1, 0, 0, 0, 2, 0, 0, 3]))
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'large.txt'), 'a'.repeat(200))
  await writeFile(join(folder, 'z.txt'), 'good')
  expect(await read([join(folder, 'missing.txt'), folder], { limits: { fileBytes: 100 } })).toEqual([
    'read/not-found',
    'read/binary',
    'read/empty',
    'read/too-large',
    'z: good',
  ])
})

test('sources.csv beside the files and above them; the nearest counts', async () => {
  await mkdir(join(folder, 'b'))
  await writeFile(join(folder, 'sources.csv'), 'file,outlet\na.txt,Upper\nb/x.txt,Upper\nb/y.txt,Upper\n')
  await writeFile(join(folder, 'b', 'sources.csv'), 'file,outlet\nx.txt,Lower\n')
  for (const name of ['a.txt', 'b/x.txt', 'b/y.txt']) await writeFile(join(folder, name), 'text')
  const outlets: unknown[] = []
  for await (const result of readDocuments([folder])) outlets.push('document' in result && result.document.outlet)
  expect(outlets).toEqual(['Upper', 'Lower', 'Upper'])
})

test('a table given by option; one that is broken is told once', async () => {
  await writeFile(join(folder, 'a.txt'), 'text')
  await writeFile(join(folder, 'b.txt'), 'text')
  await writeFile(join(folder, 'table'), 'outlet\nX\n')
  expect(await read([join(folder, 'a.txt'), join(folder, 'b.txt')], { sources: join(folder, 'table') })).toEqual([
    'read/sources',
    'a: text',
    'b: text',
  ])
})

test('NDJSON is read from disk line by line', async () => {
  await writeFile(join(folder, 'a.ndjson'), '{"id":"x","text":"A."}\n{"id":"x","text":"B."}\nno\n')
  expect(await read([folder])).toEqual(['x: A.', 'x-2: B.', 'read/malformed'])
})

test('two files of one name differ by a number', async () => {
  await writeFile(join(folder, 'a.md'), 'one')
  await writeFile(join(folder, 'a.txt'), 'two')
  expect(await read([folder])).toEqual(['a: one', 'a-2: two'])
})

test('folders hold parts of web pages and hidden files, which are passed over; links may go round', async () => {
  await mkdir(join(folder, 'p_files'))
  await writeFile(join(folder, 'p_files', 'x.css'), 'a')
  await writeFile(join(folder, '.hidden'), 'a')
  await writeFile(join(folder, 'z.txt'), 'text')
  await symlink(folder, join(folder, 'p_files', 'round'))
  expect(await read([folder])).toEqual(['z: text'])
})
