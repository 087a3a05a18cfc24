import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseJudgements } from '../../src/resolve/judgements.ts'
import type { ResolvedEntity } from '../../src/types.ts'
import { runCli } from '../support/run-cli.ts'

let folder: string
const entities = (): ResolvedEntity[] =>
  readFileSync(join(folder, 'entities.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as ResolvedEntity)
const judgements = () => parseJudgements(readFileSync(join(folder, 'judgements.json'), 'utf8'), 'judgements.json')
const hearsay = (...args: string[]) => runCli(['entities', ...args, '-g', folder])

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-entities-'))
  await runCli(['build', 'seeds', '-o', folder, '-q'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('hearsay entities', () => {
  it('lists the most mentioned first, of one type when asked', async () => {
    const { stdout, code } = await hearsay('list', '--type', 'person', '--limit', '3')
    expect(code).toBe(0)
    const lines = stdout.trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines.every(line => line.startsWith('p:'))).toBe(true)
    expect(lines[0]).toContain('Vitaly Churkin')
  })

  it('explains why names are one', async () => {
    const { stdout } = await hearsay('explain', 'Vitaly Churkin')
    expect(stdout).toContain('called:')
    expect(stdout).toContain('Churkin')
  })

  it('merges and splits by hand, and remembers it', async () => {
    const merged = await hearsay('merge', 'Iran', 'Turkey', '--why', 'a test')
    expect(merged.stderr).toBe('')
    expect(entities().filter(entity => ['Iran', 'Turkey'].includes(entity.name))).toHaveLength(1)
    expect(judgements()[0]).toMatchObject({ verdict: 'same', by: 'person', why: 'a test', score: null })
    await hearsay('split', 'Iran', 'Turkey')
    expect(entities().filter(entity => ['Iran', 'Turkey'].includes(entity.name))).toHaveLength(2)
    expect(judgements().filter(each => each.by === 'person')).toHaveLength(1)
  })

  it('renames, retypes and drops by hand, lists it, and takes the last word', async () => {
    const edges = () => JSON.parse(readFileSync(join(folder, 'graph.json'), 'utf8')).edges as { key: string }[]
    const before = edges()
      .find(({ key }) => /^s:turkey\|/.test(key))!
      .key.split('|')
    const target = entities().find(({ id }) => id === before[2])!
    expect((await hearsay('drop', 'Turkey', before[1]!, target.id, '--why', 'misread')).stderr).toBe('')
    expect(edges().map(({ key }) => key)).not.toContain(before.join('|'))
    const misspelt = await hearsay('drop', 'Turkey', 'acused', target.id)
    expect(misspelt.code).toBe(2)
    expect(misspelt.stderr).toContain('acused: is no predicate. Perhaps you mean accused.')
    await hearsay('retype', 'Turkey', 'place')
    await hearsay('rename', 'Turkey', 'Turkiye')
    const renamed = await hearsay('rename', 'Turkiye', 'Republic of Türkiye', '--why', 'its own name')
    expect(renamed.stdout).toBe('Turkiye is called Republic of Türkiye now.\n')
    expect(entities().find(({ id }) => id === 'l:republic-of-turkiye')).toMatchObject({
      type: 'place',
      name: 'Republic of Türkiye',
    })
    const { stdout } = await hearsay('decisions')
    expect(stdout).toContain('s:turkey is called Republic of Türkiye  a person: its own name')
    expect(stdout).toContain('s:turkey is a place  a person: by hand')
    expect(stdout).toMatch(/wrong: s:turkey .+ {2}a person: misread/)
    expect(stdout).not.toContain('Turkiye is called')
    expect((await hearsay('explain', 'Republic of Türkiye')).stdout).toContain('corrected:')
    expect((await hearsay('retype', 'Iran', 'ship')).code).toBe(2)
    writeFileSync(join(folder, 'judgements.json'), '{"judgements":[]}')
    await hearsay('merge', 'Iran', 'Turkey')
    await hearsay('split', 'Iran', 'Turkey')
  })

  it('keeps the words and codes of predicates that the build was given', async () => {
    const own = mkdtempSync(join(tmpdir(), 'hearsay-ontology-'))
    const row = JSON.parse(readFileSync('src/data/ontology/accused.json', 'utf8'))
    writeFileSync(join(own, 'accused.json'), JSON.stringify({ ...row, label: 'pointed a finger at' }))
    const labels = () =>
      readFileSync(join(folder, 'graph.json'), 'utf8').match(/"label":"(accused|pointed a finger at)"/g)
    await hearsay('merge', 'Iran', 'Turkey', '--ontology', own)
    expect(new Set(labels())).toEqual(new Set(['"label":"pointed a finger at"']))
    await hearsay('split', 'Iran', 'Turkey')
    expect(new Set(labels())).toEqual(new Set(['"label":"accused"']))
    rmSync(own, { recursive: true })
  })

  it('leaves no decision behind when the ontology cannot be read', async () => {
    const before = judgements()
    const { code, stderr } = await hearsay('merge', 'Iran', 'Turkey', '--ontology', join(folder, 'nowhere'))
    expect(code).toBe(2)
    expect(stderr).toContain('nowhere')
    expect(judgements()).toEqual(before)
  })

  it('says what it does not know', async () => {
    const { stderr, code } = await hearsay('explain', 'Nobody At All')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^hearsay: Nobody At All: names nothing/)
  })
})
