import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
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
