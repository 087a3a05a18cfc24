import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Run, runCli } from '../support/run-cli.ts'

const GRAPH_FILES = [
  'entities.ndjson',
  'extractions.ndjson',
  'graph.gexf',
  'graph.json',
  'index.html',
  'judgements.json',
  'relations.ndjson',
  'report.json',
  'statements.ndjson',
]

let scratch: string
let run: Run
const visibleFiles = (folder: string) =>
  readdirSync(folder)
    .filter(name => !name.startsWith('.'))
    .sort()
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'hearsay-cli-'))
  run = await runCli(['build', 'seeds', '-o', join(scratch, 'built')])
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('hearsay build', () => {
  it('writes every file of a graph folder and nothing else', () => {
    expect(run.stderr).toBe('')
    expect(run.code).toBe(0)
    expect(visibleFiles(join(scratch, 'built'))).toEqual(GRAPH_FILES)
  })

  it('says what it made and where to look', () => {
    expect(run.stdout).toMatch(/^documents {3}5$/m)
    expect(run.stdout).toMatch(/^entities +\d+: .*person \d+/m)
    expect(run.stdout).toMatch(/^relations +\d+: [a-z_]+ \d+/m)
    expect(run.stdout).toContain(join(scratch, 'built', 'index.html'))
  })

  it.each(GRAPH_FILES)('gives the committed %s of the sample articles, byte for byte', name => {
    // The page holds the viewer too, which its own tests look after.
    const part = (text: string) => (name === 'index.html' ? text.length > 0 : text)
    expect(part(read(scratch, 'built', name))).toEqual(part(read('graph-out', name)))
  })

  it('gives the same files from threads, from its own pipe and from its own decisions', async () => {
    const again = await runCli(['build', 'seeds', '-o', join(scratch, 'built'), '--workers', '1', '-q'])
    expect(again).toEqual({ code: 0, stdout: '', stderr: '' })

    const documents = read('graph-out', 'extractions.ndjson')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
      .map(({ id, document }) => JSON.stringify({ id, ...document }))
    const extracted = await runCli(['extract'], `${documents.join('\n')}\n`)
    expect(extracted.stdout).toBe(read('graph-out', 'extractions.ndjson'))
    const merged = await runCli(['merge', '-o', join(scratch, 'merged')], extracted.stdout)
    expect(merged.code).toBe(0)
    for (const name of GRAPH_FILES.filter(file => file !== 'index.html')) {
      expect(read(scratch, 'built', name)).toBe(read('graph-out', name))
      expect(read(scratch, 'merged', name)).toBe(read('graph-out', name))
    }
  })

  it('names an input that fails, builds the rest and exits with 1', async () => {
    writeFileSync(join(scratch, 'good.txt'), 'France accused Spain of lying, minister Ana Lopez said on Tuesday.\n')
    writeFileSync(join(scratch, 'empty.txt'), '')
    const { code, stdout, stderr } = await runCli([
      'build',
      join(scratch, 'good.txt'),
      join(scratch, 'empty.txt'),
      join(scratch, 'missing.txt'),
      '-o',
      join(scratch, 'partly'),
    ])
    expect(code).toBe(1)
    expect(stderr).toMatch(/empty\.txt: holds no text/)
    expect(stderr).toMatch(/missing\.txt: /)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stdout).toMatch(/^documents {3}1, 2 failed \(named above and in report\.json\)/m)
    const report = JSON.parse(read(scratch, 'partly', 'report.json'))
    expect(report.counts).toMatchObject({ documents: 1, failures: 2 })
    expect(report.failures.map(({ subject }: { subject: string }) => subject.split('/').at(-1))).toEqual([
      'empty.txt',
      'missing.txt',
    ])
    for (const { code, message } of report.failures) {
      expect(code).toMatch(/^read\//)
      expect(stderr).toContain(`hearsay: ${message}\n`)
    }
    expect(report.documents).toEqual([
      { id: 'good', outlet: null, published: null, title: null, characters: 67, copy_of: null },
    ])
  })

  it('tells the time of each stage, for eyes or as JSON with the failures', async () => {
    const inputs = [join(scratch, 'good.txt'), join(scratch, 'empty.txt')]
    const verbose = await runCli(['build', ...inputs, '-o', join(scratch, 'logged'), '-q', '--verbose'])
    expect(verbose.stderr).toMatch(/^hearsay: +\d+\.\d{3} s {2}read, extract$/m)
    expect(verbose.stderr).toMatch(/^hearsay: empty\.txt: holds no text/m)
    const json = await runCli(['build', ...inputs, '-o', join(scratch, 'logged'), '-q', '--log-json', '--no-cache'])
    const events = json.stderr
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(events[0]).toMatchObject({ event: 'failure', code: 'read/empty', subject: 'empty.txt' })
    expect(events.filter(({ event }) => event === 'stage').map(({ stage }) => stage)).toEqual([
      ...['clean', 'language', 'entities', 'statements', 'relations'].map(name => `${name}, all threads together`),
      'read, extract',
      'resolve',
      'assemble',
      'graph',
      ...['graph.json', 'graph.gexf', 'judgements.json', 'index.html'].map(name => `write ${name}`),
      'all',
    ])
  })

  it('tells in JSON too that nothing could be done', async () => {
    const { code, stderr } = await runCli([
      'build',
      join(scratch, 'nowhere.txt'),
      '-o',
      join(scratch, 'no'),
      '--log-json',
    ])
    expect(code).toBe(2)
    expect(
      stderr
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).code)
        .at(-1),
    ).toBe('build/nothing')
  })

  it('refuses what is too large, by a limit that can be raised', async () => {
    const input = join(scratch, 'good.txt')
    const small = await runCli(['build', input, '-o', join(scratch, 'limited'), '--limit', 'fileBytes=20'])
    expect(small.code).toBe(2)
    expect(small.stderr).toMatch(/good\.txt: .*fileBytes/)
    const large = await runCli(['build', input, '-o', join(scratch, 'limited'), '--limit', 'fileBytes=2000'])
    expect(large.code).toBe(0)
  })

  it('leaves an earlier graph alone when nothing could be read, and exits with 2', async () => {
    const before = read(scratch, 'built', 'graph.json')
    const { code, stderr } = await runCli(['build', join(scratch, 'empty.txt'), '-o', join(scratch, 'built')])
    expect(code).toBe(2)
    expect(stderr).toContain('gave no article')
    expect(read(scratch, 'built', 'graph.json')).toBe(before)
    expect(visibleFiles(join(scratch, 'built'))).toEqual(GRAPH_FILES)
  })
})
