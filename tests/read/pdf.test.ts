import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { decode } from './decode.ts'
import { column, pdfFile } from './pdf-file.ts'

const WIDE = [
  'The council approved the budget on Monday after a debate of six hours, in which the mayor',
  'and the opposition traded accusations about the state of the roads and the cost of the har-',
  'bour. A long-term plan is still missing, and nobody on the council wants to write the long-',
  'term plan before the vote.',
]
const SECOND = [
  'The vote was close, and the mayor had to wait until midnight for the result, which her party',
  'greeted with applause in the main hall of the old building.',
]

test('printed lines become paragraphs, parted words are whole again', async () => {
  const file = pdfFile(
    [[...column(72, 700, WIDE), ...column(72, 640, SECOND)]],
    '',
    '/Title (Council approves budget) /CreationDate (D:20250208122313Z)',
  )
  const { documents } = await decode('a.pdf', file)
  expect(documents).toEqual([
    {
      id: 'a',
      title: 'Council approves budget',
      text: `${WIDE.join(' ').replace('har- bour', 'harbour').replace('long- term', 'long-term')}\n\n${SECOND.join(' ')}`,
    },
  ])
})

test('paragraphs run on over pages; running heads and page numbers go', async () => {
  const pages = [0, 1, 2].map(page => [
    { x: 72, y: 800, text: 'The Herald, 3 May 2021' },
    ...column(
      72,
      700,
      page === 2 ? ['in three', 'days, they said.'] : [`It went on for a long time ${page}`, 'and went on'],
    ),
    { x: 300, y: 40, text: String(page + 1) },
  ])
  expect((await decode('a.pdf', pdfFile(pages))).documents[0]!.text).toBe(
    'The Herald, 3 May 2021\n\nIt went on for a long time 0 and went on\n\nIt went on for a long time 1 and went on in three days, they said.',
  )
})

test('what a browser prints around a page goes, its address is kept', async () => {
  const file = pdfFile([
    [
      ...column(72, 700, WIDE),
      { x: 30, y: 820, text: '03/05/2021, 10:12 Council approves budget' },
      { x: 30, y: 20, text: 'https://herald.example/budget 1/1' },
    ],
  ])
  const { documents } = await decode('a.pdf', file)
  expect(documents[0]!.url).toBe('https://herald.example/budget')
  expect(documents[0]!.text).not.toMatch(/herald|10:12/)
})

test('columns: short last lines and indents part paragraphs, the column break does not', async () => {
  const left = [
    'It was the longest debate of the',
    'year, and nobody left before it',
    'was over.',
    'Never again, he said.',
    'The opposition smiled and then',
  ]
  const right = ['left for the station, where the', 'last train was waiting.']
  const { documents } = await decode('a.pdf', pdfFile([[...column(72, 700, left), ...column(320, 700, right)]]))
  expect(documents[0]!.text.split('\n\n')).toEqual([left.slice(0, 3).join(' '), left[3], [left[4], ...right].join(' ')])
})

test('a scan, an encrypted file and a broken one say so', async () => {
  expect((await decode('a.pdf', pdfFile([[], []]))).failures).toEqual(['read/no-text-layer a.pdf'])
  const secret = 'x'.repeat(32)
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (${secret}) /U (${secret}) >> /ID [(0123456789abcdef) (0123456789abcdef)]`
  expect((await decode('a.pdf', pdfFile([column(72, 700, WIDE)], lock))).failures).toEqual(['read/encrypted a.pdf'])
  expect((await decode('a.pdf', '%PDF-1.4\nnothing')).failures).toEqual(['read/damaged a.pdf'])
})

test('more pages than the limit are refused', async () => {
  const file = pdfFile([column(72, 700, WIDE), column(72, 700, WIDE)])
  expect((await decode('a.pdf', file, { pages: 1 })).failures).toEqual(['read/too-large a.pdf'])
})

test('promises that pdf.js drops do not end the process', async () => {
  // A file of this test's own making, found by fuzzing: an array without end among its pages.
  const program = `import { readDocuments } from './src/read/read-documents.ts'
for await (const result of readDocuments(['tests/read/fixtures/dropped-promise.pdf'])) console.log('failure' in result)
await new Promise(resolve => setTimeout(resolve, 200))`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    program,
  ])
  expect(stdout.trim()).toBe('true')
})
