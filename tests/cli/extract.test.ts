import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../support/run-cli.ts'

const articles = Array.from({ length: 12 }, (_, i) => ({
  id: `a${i}`,
  text: `Minister Ana Lopez of Spain accused France of breaking the deal on day ${i}. "It is over," she said.`,
}))

describe('hearsay extract', () => {
  it('gives one line out per line in, in order, on many threads as on one', async () => {
    const input = articles.map(article => JSON.stringify(article)).join('\n')
    const two = await runCli(['extract', '--workers', '2'], input)
    const one = await runCli(['extract', '--workers', '1'], input)
    expect(two.stderr).toBe('')
    const ids = two.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).id)
    expect(ids).toEqual(articles.map(article => article.id))
    expect(one.stdout).toBe(two.stdout)
  })

  it('keeps the place of a line that fails, names it and goes on', async () => {
    const input = ['{"id":"a","text":"Rome fell."}', '{oops', '{"id":"b"}', '{"id":7,"text":"Troy fell."}'].join('\n')
    const { code, stdout, stderr } = await runCli(['extract'], input)
    const records = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(code).toBe(1)
    expect(records.map(record => record.error?.code ?? record.id)).toEqual([
      'a',
      'ndjson/invalid',
      'document/invalid',
      '7',
    ])
    expect(stderr).toContain('stdin, line 2: is not JSON')
    expect(stderr).toContain('stdin, line 3: text')
  })

  it('keeps what it was told of a document', async () => {
    const document = {
      id: 'x',
      text: 'Rome fell.',
      outlet: 'The Daily',
      published: '2020-01-02',
      url: 'https://example.org/x',
    }
    const { stdout } = await runCli(['extract'], JSON.stringify(document))
    const { id, ...rest } = document
    expect(JSON.parse(stdout)).toMatchObject({ id, document: rest })
  })
})

describe('hearsay merge', () => {
  it('passes over lines that are no extraction and says which', async () => {
    const { stdout } = await runCli(['extract'], JSON.stringify(articles[0]))
    const good = JSON.parse(stdout)
    const lines = [
      stdout.trim(),
      '{"id":"a1"}',
      JSON.stringify({
        ...good,
        id: 'far',
        mentions: [{ start: 0, end: 1e6, type: 'person', kind: 'name', entity: good.entities[0].id }],
      }),
      JSON.stringify({
        ...good,
        id: 'who',
        relations: [],
        mentions: [{ start: 0, end: 1, type: 'person', kind: 'name', entity: 'nobody' }],
      }),
      stdout.trim(),
    ]
    const {
      code,
      stdout: said,
      stderr,
    } = await runCli(['merge', '-o', `${process.env.TMPDIR ?? '/tmp'}/hearsay-merge-${process.pid}`], lines.join('\n'))
    expect(code).toBe(1)
    expect(said).toMatch(/^documents {3}1, 4 failed/m)
    expect(stderr).toContain('line 2: document')
    expect(stderr).toContain('line 3: has the offsets 0–1000000 outside its text')
    expect(stderr).toContain('line 4: speaks of an entity "nobody"')
    expect(stderr).toContain('line 5: repeats the document "a0"')
  })
})

describe('a mistake on the command line', () => {
  it.each([
    [['build', '--workers', 'many']],
    [['build', '--gexf-version', '2.0']],
    [['build', '--limit', 'fileBytes=large']],
    [['build', '--limit', 'size=1']],
    [['nonsense']],
    [['extract', '--ontology', 'no/such/folder']],
  ])('%j ends with 2 and a line that helps, not a trace', async parameters => {
    const { code, stderr } = await runCli(parameters)
    expect(code).toBe(2)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stderr.length).toBeGreaterThan(20)
  })
})

describe('limits of what is piped in', () => {
  const huge = `{"id":"huge","text":"${'Rome fell. '.repeat(400)}"}`
  const small = JSON.stringify(articles[0])

  it('refuses a line that is too long, on the way in and on the way to the graph, unless the limit is raised', async () => {
    const extracted = await runCli(['extract', '--limit', 'lineBytes=1000'], [huge, small].join('\n'))
    expect(extracted.code).toBe(1)
    expect(extracted.stderr).toBe(
      `hearsay: stdin, line 1: is too large (${huge.length} bytes, the limit is 1000 bytes). Split it, or raise the limit lineBytes\n`,
    )
    const lines = extracted.stdout.trim().split('\n')
    expect(lines.map(line => JSON.parse(line).error?.code ?? JSON.parse(line).id)).toEqual(['read/too-large', 'a0'])
    const raised = await runCli(['extract', '--limit', 'lineBytes=10000'], [huge, small].join('\n'))
    expect(raised).toMatchObject({ code: 0, stderr: '' })
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-limits-'))
    const merged = await runCli(['merge', '-q', '-o', folder, '--limit', 'lineBytes=3000'], raised.stdout)
    rmSync(folder, { recursive: true })
    expect(merged.code).toBe(1)
    expect(merged.stderr).toMatch(/^hearsay: stdin, line 1: is too large \(\d+ bytes, the limit is 3000 bytes\)/)
  })

  it('names the limits that there are', async () => {
    const { code, stderr } = await runCli(['merge', '--limit', 'pages=3'], '')
    expect(code).toBe(2)
    expect(stderr).toContain('the names are lineBytes.')
  })
})
