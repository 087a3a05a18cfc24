import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

mkdirSync('.cache', { recursive: true })
const scratch = mkdtempSync('.cache/examples-')
afterAll(() => rmSync(scratch, { recursive: true }))

/** What each example is given, as its first lines say. */
const ARGUMENTS: Record<string, readonly string[]> = {
  'who-disagrees.ts': ['graph-out'],
  'articles-to-gexf.ts': ['seeds', join(scratch, 'graph.gexf')],
}

it.each(readdirSync('docs/examples').filter(name => name.endsWith('.ts')))('docs/examples/%s runs', name => {
  const file = join(scratch, name)
  writeFileSync(file, readFileSync(join('docs/examples', name), 'utf8').replace("'hearsay'", "'../../src/index.ts'"))
  const out = execFileSync(process.execPath, ['--import', 'tsx', file, ...ARGUMENTS[name]!], { encoding: 'utf8' })
  expect(out).toMatch(/claims/)
})

it('the GEXF that an example writes is whole', () => {
  expect(readFileSync(join(scratch, 'graph.gexf'), 'utf8')).toMatch(/<\/gexf>\s*$/)
})
