import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDocuments } from '../../src/read/read-documents.ts'
import { column, endlessPdf, pdfFile } from './pdf-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-endless-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const WORDS = 'Minister Ana Lopez of Spain accused France of breaking the truce.'
/** Enough for a busy machine to load what reads PDF. */
const SECONDS = 4
const PDF = pdfFile([column(50, 700, [WORDS])])
const PAGE = Buffer.from(`<p>${WORDS}</p>`)

async function outcome(path: string, limits: { documentSeconds: number; documentMegabytes?: number }) {
  const results: string[] = []
  for await (const result of readDocuments([path], { limits }))
    results.push('document' in result ? result.document.id : result.failure.message)
  return results
}

const tooSlow = (name: string) =>
  `${name}: took longer than ${SECONDS} s to read and was stopped. Save it in another format, or raise the limit documentSeconds`

it('stops a file that never ends, names it, and reads the others in their order', async () => {
  const path = join(folder, 'files')
  mkdirSync(path)
  for (const [name, bytes] of Object.entries({
    'a.pdf': PDF,
    'b.pdf': endlessPdf(),
    'c.html': PAGE,
    'd.txt': Buffer.from(WORDS),
    'e.pdf': endlessPdf(),
    'f.pdf': PDF,
  }))
    writeFileSync(join(path, name), bytes)
  expect(await outcome(path, { documentSeconds: SECONDS })).toEqual([
    'a',
    tooSlow('b.pdf'),
    'c',
    'd',
    tooSlow('e.pdf'),
    'f',
  ])
}, 60_000)

it('goes on behind a file that never ends within an archive, and gives nothing twice', async () => {
  const path = join(folder, 'all.zip')
  const inner = zipSync({ '1.html': PAGE, '2.pdf': endlessPdf(), '3.txt': Buffer.from(WORDS) })
  writeFileSync(
    path,
    zipSync({
      'a.pdf': PDF,
      'b.csv': Buffer.from(`text\n${WORDS}\n${WORDS}\n`),
      'c.txt': new Uint8Array(0),
      'd.pdf': endlessPdf(),
      'e.zip': inner,
      'f.html': PAGE,
      'g.pdf': endlessPdf(),
    }),
  )
  expect(await outcome(path, { documentSeconds: SECONDS })).toEqual([
    'all.zip/a',
    'all.zip/b#1',
    'all.zip/b#2',
    'all.zip/c.txt: holds no text. Leave it out, or save the article again',
    tooSlow('all.zip/d.pdf'),
    'all.zip/e.zip/1',
    tooSlow('all.zip/e.zip/2.pdf'),
    'all.zip/e.zip/3',
    'all.zip/f',
    tooSlow('all.zip/g.pdf'),
  ])
}, 120_000)

it('stops a file that fills the memory that reading may take', async () => {
  const path = join(folder, 'large')
  mkdirSync(path)
  writeFileSync(join(path, 'a.html'), `<div>${'<p>a</p>'.repeat(1_500_000)}</div>`)
  writeFileSync(join(path, 'b.html'), PAGE)
  const [first, ...rest] = await outcome(path, { documentSeconds: 60, documentMegabytes: 40 })
  expect(first).toContain('a.html: needed more than 40 MB of memory to be read and was stopped')
  expect(rest).toEqual(['b'])
}, 60_000)
