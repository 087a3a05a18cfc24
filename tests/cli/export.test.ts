import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { register } from '../../src/cli/export.ts'
import { FORMATS } from '../../src/export/formats.ts'
import { run, storyFolder } from './run.ts'

const { folder, remove } = storyFolder()
afterAll(remove)

it('writes GEXF beside the graph unless told otherwise', async () => {
  await run(register, 'export', '-g', folder)
  expect(readFileSync(join(folder, 'graph.gexf'), 'utf8')).toContain('version="1.3"')
  await run(register, 'export', '-g', folder, '--gexf-version', '1.2')
  expect(readFileSync(join(folder, 'graph.gexf'), 'utf8')).toContain('version="1.2"')
})

it('writes every format, under names that tell them apart', async () => {
  const output = join(folder, 'all', 'story')
  await run(
    register,
    'export',
    '-g',
    join(folder, 'graph.json'),
    '-f',
    ...FORMATS.map(({ name }) => name),
    '-o',
    output,
  )
  expect(readdirSync(join(folder, 'all')).sort()).toEqual(
    FORMATS.flatMap(({ files }) => files.map(({ suffix }) => `story${suffix}`)).sort(),
  )
})

it('takes the name of a file as it is, and writes to stdout', async () => {
  await run(register, 'export', '-g', folder, '-f', 'turtle', '-o', join(folder, 'story.turtle'))
  expect(existsSync(join(folder, 'story.turtle'))).toBe(true)
  expect((await run(register, 'export', '-g', folder, '-f', 'dot', '-o', '-')).out).toMatch(/^digraph hearsay/)
})

it('refuses a format it does not know', async () => {
  await expect(run(register, 'export', '-g', folder, '-f', 'xls')).rejects.toThrow(/choices/)
})
