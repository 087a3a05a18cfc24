import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { register as path } from '../../src/cli/path.ts'
import { register as query } from '../../src/cli/query.ts'
import { register as relations } from '../../src/cli/relations.ts'
import { register as show } from '../../src/cli/show.ts'
import { run, storyFolder } from './run.ts'

const { folder, remove } = storyFolder()
afterAll(remove)

describe('relations', () => {
  it('are a table with the evidence', async () => {
    const { out } = await run(relations, 'relations', '-g', folder, '--predicate', 'accused')
    expect(out.split('\n').map(line => line.replace(/ {2,}/g, ' | ').trim())).toEqual([
      'SUBJECT | RELATION | OBJECT | MODALITY | CLAIMED BY | SOURCE | DATE | EVIDENCE',
      "Dockers' Union | accused | Calder Lines | actual | the article | The Tidewater Gazette | 2031-03-02 | The Dockers' Union accused Calder Lines of breaking the Merrow Accord.",
      '| possible | Ines Varga | Radio Meridian | 2031-03-05 | Ines Varga accused Veldania.',
      'Ines Varga | accused | Veldania | actual | the article | Radio Meridian | 2031-03-05 | Ines Varga accused Veldania.',
      '',
    ])
  })

  it('are JSON and CSV when asked for', async () => {
    const json = JSON.parse((await run(relations, 'relations', '-g', folder, '--subject', 'Veldania', '--json')).out)
    expect(json).toMatchObject([
      { predicate: 'negotiated_with' },
      { predicate: 'supported', evidence: [{ doc: 'harbour/talks' }] },
    ])
    const csv = parse((await run(relations, 'relations', '-g', folder, '--predicate', 'accused', '--csv')).out, {
      columns: true,
    })
    expect(csv.map((row: unknown) => (row as Record<string, string>).subject)).toEqual([
      "Dockers' Union",
      "Dockers' Union",
      'Ines Varga',
    ])
  })

  it('answer to every option', async () => {
    const count = async (...options: string[]) =>
      JSON.parse((await run(relations, 'relations', '-g', folder, '--json', ...options)).out).length
    expect(await count('--object', 'Calder Lines', '--outlet', 'Radio Meridian')).toBe(2)
    expect(await count('--actor', 'Veldania', '--category', 'diplomacy', 'static')).toBe(3)
    expect(await count('--from', '2031-03-01', '--until', '2031-03-04')).toBe(2)
    expect(await count('--negated')).toBe(1)
    expect(await count('--no-negated')).toBe(6)
    expect(await count('--asserted-by', 'Brandt')).toBe(1)
    expect(await count('--own-voice')).toBe(5)
    expect(await count('--modality', 'planned', 'possible')).toBe(2)
    expect(await count('--limit', '2')).toBe(2)
  })

  it('that are none say so beside an empty output', async () => {
    const { out, err } = await run(relations, 'relations', '-g', folder, '--predicate', 'praised')
    expect(out).toBe('')
    expect(err).toContain('nothing in the graph')
  })

  it('know predicates and categories however they are written, and refuse others with a proposal', async () => {
    const ask = async (...options: string[]) =>
      (await run(relations, 'relations', '-g', folder, '--json', ...options)).out
    expect(await ask('--predicate', 'Negotiated with')).toBe(await ask('--predicate', 'negotiated_with'))
    expect(JSON.parse(await ask('--predicate', 'besieged'))).toEqual([])
    await expect(ask('--predicate', 'acused')).rejects.toThrow(
      /^acused: is no predicate\. Perhaps you mean accused\. This graph has accused, .*supported/,
    )
    await expect(ask('--predicate', 'accused', 'support')).rejects.toThrow('Perhaps you mean supported.')
    await expect(ask('--predicate', 'nonsense')).rejects.toThrow(
      /^nonsense: is no predicate\. This graph has accused, /,
    )
    await expect(ask('--predicate', '__proto__')).rejects.toThrow('__proto__: is no predicate')
    await expect(ask('--category', 'diplomatic')).rejects.toThrow(
      /^diplomatic: is no category\. Perhaps you mean diplomacy\. This graph has /,
    )
    await expect(ask('--modality', 'perhaps')).rejects.toThrow(
      'Allowed choices are actual, planned, possible, demanded',
    )
    await expect(run(path, 'path', 'Varga', 'Veldania', '-g', folder, '--category', 'nonsense')).rejects.toThrow(
      'nonsense: is no category',
    )
  })

  it('refuse a day that is none', async () => {
    await expect(run(relations, 'relations', '-g', folder, '--from', '2031-02-30')).rejects.toThrow(/Give a day/)
  })
})

describe('show', () => {
  it('tells names, claims and statements', async () => {
    const { out } = await run(show, 'show', 'varga', '-g', folder)
    expect(out).toMatch(/^name\s+Ines Varga$/m)
    expect(out).toMatch(/^also\s+Varga$/m)
    expect(out).toMatch(/^Claims: 1$/m)
    expect(out).toMatch(/^Says: 1$/m)
    expect(out).toContain('They tore it up')
  })

  it('gives all as JSON', async () => {
    const card = JSON.parse((await run(show, 'show', 'Calder', '-g', folder, '--json')).out)
    expect(card).toMatchObject({
      key: 'g:calder-lines',
      relations: expect.any(Array),
      statementsAbout: [{ id: 's1' }, { id: 's2' }],
    })
  })

  it('knows who takes part in no claim', async () => {
    const { out } = await run(show, 'show', 'Port Merrow', '-g', folder)
    expect(out).toMatch(/^claims\s+takes part in none$/m)
  })

  it('of nobody is an error with a proposal', async () => {
    await expect(run(show, 'show', 'Veldanya', '-g', folder)).rejects.toThrow(/Perhaps you mean Veldania/)
  })
})

describe('path', () => {
  it('shows the way and the evidence on each step', async () => {
    const { out } = await run(path, 'path', 'Brandt', 'the union', '-g', folder, '--limit', '1')
    expect(out).toContain("Otto Brandt — Calder Lines — Dockers' Union")
    expect(out).toContain('We support Calder Lines')
    expect(out).toContain('not attacked')
  })

  it('is CSV, a row a piece of evidence', async () => {
    const rows = parse((await run(path, 'path', 'Brandt', 'the union', '-g', folder, '--limit', '1', '--csv')).out, {
      columns: true,
    })
    expect(rows.map((row: unknown) => (row as Record<string, string>).step)).toEqual(['1', '2', '2', '2'])
  })
})

describe('query', () => {
  const file = join(folder, 'q.rq')

  it('asks a file, with all prefixes declared', async () => {
    writeFileSync(file, 'SELECT ?who ?whom { ?a h:accused ?b. ?a rdfs:label ?who. ?b rdfs:label ?whom } ORDER BY ?who')
    const { out } = await run(query, 'query', file, '-g', folder, '--csv')
    expect(out).toBe("who,whom\nDockers' Union,Calder Lines\nInes Varga,Veldania\n")
  })

  it('names the file and the place of a mistake', async () => {
    writeFileSync(file, 'SELECT ?who\n{ ?a h:accused')
    await expect(run(query, 'query', file, '-g', folder)).rejects.toThrow(/q\.rq: .*2:/)
    await expect(run(query, 'query', join(folder, 'none.rq'), '-g', folder)).rejects.toThrow(/cannot be read/)
  })
})

it('a folder without a graph is an error that says what to do', async () => {
  await expect(run(show, 'show', 'x', '-g', join(folder, 'nowhere'))).rejects.toThrow(/hearsay build/)
})
