import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { register as exportGraph } from '../../src/cli/export.ts'
import { register as path } from '../../src/cli/path.ts'
import { register as query } from '../../src/cli/query.ts'
import { register as relations } from '../../src/cli/relations.ts'
import { register as show } from '../../src/cli/show.ts'
import { writeNQuads } from '../../src/export/rdf.ts'
import { PREFIXES } from '../../src/export/rdf-vocabulary.ts'
import { openSparql } from '../../src/query/open-sparql.ts'
import { readGraph } from '../../src/query/read-graph.ts'
import { run } from '../cli/run.ts'
import { runCli } from '../support/run-cli.ts'
import { codeBlocks, shellWords } from './code-blocks.ts'

const PAGES = [
  'README.md',
  'docs/README.md',
  'docs/concepts.md',
  'docs/limits.md',
  'docs/query.md',
  'docs/formats.md',
  'docs/gephi.md',
]

/** Lines of a page that would do here what must not be done, and why. */
const NOT_RUN: readonly [line: RegExp, reason: string][] = [
  [/^npm ci /, 'installs what these tests run on; the checks of every change begin with it'],
  [/ view /, 'serves until it is stopped; tests/serve asks it'],
]

const COMMANDS: Record<string, (program: Command) => void> = { show, relations, path, query, export: exportGraph }

const scratch = '.cache/docs-blocks'
mkdirSync(scratch, { recursive: true })
afterAll(() => rmSync(scratch, { recursive: true }))

const sparql = openSparql(writeNQuads(readGraph(readFileSync('graph-out/graph.json', 'utf8'))), PREFIXES)

const relationsOfSeeds = readFileSync('graph-out/relations.ndjson', 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** Runs a block as a reader of the page would: in this folder, with `hearsay` standing for this package. */
const RUNNERS: Record<string, (code: string, name: string) => Promise<void>> = {
  async ts(code, name) {
    const file = join(scratch, `${name}.ts`)
    writeFileSync(file, code.replaceAll("'hearsay'", "'../../src/index.ts'").replaceAll("'out/", `'${scratch}/`))
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
    await import(join(process.cwd(), file))
    expect(printed).toHaveBeenCalled()
    printed.mockRestore()
  },
  async sparql(code) {
    const answer = (await sparql).ask(code)
    if (answer.form === 'rows') expect(answer.rows).not.toEqual([])
    else expect(answer.form).toBe('boolean')
  },
  async sh(code) {
    for (const line of code.trim().split('\n')) {
      if (NOT_RUN.some(([pattern]) => pattern.test(line))) continue
      const [program, command, ...words] = shellWords(
        line.replace(/ +#.*/, '').replace('npm run -s hearsay --', 'hearsay'),
      )
      expect(program, line).toBe('hearsay')
      if (!(command! in COMMANDS)) {
        const { code: exit, stdout, stderr } = await runCli([command!, ...words.map(inScratch)])
        expect(exit, line + stderr).toBe(0)
        expect(stdout, line).not.toBe('')
        continue
      }
      const { out, err } = await run(COMMANDS[command!]!, command!, ...words.map(inScratch))
      expect(out + err, line).not.toBe('')
    }
  },
  async python(code, name) {
    const python = process.env.PYTHON ?? 'python3'
    try {
      execFileSync(python, ['-c', 'import networkx'], { stdio: 'ignore' })
    } catch {
      return // Python is no part of the project; where it has networkx, the block must run.
    }
    const file = join(scratch, `${name}.py`)
    writeFileSync(file, code)
    expect(execFileSync(python, [file], { encoding: 'utf8' })).not.toBe('')
  },
  async json(code, name) {
    const record = JSON.parse(code)
    if (name.startsWith('docs-concepts')) expect(relationsOfSeeds).toContainEqual(expect.objectContaining(record))
  },
  async ''(code) {
    expect(code, 'a block without a language is a drawing').toMatch(/[─▶│]/)
  },
  async cypher() {
    // Runs in a database that is no part of the project; its syntax is Neo4j's own in tests/export/cypher.test.ts.
  },
}

/** Files that a command of a page writes stay out of the folder; the articles of its reader are the sample articles. */
function inScratch(word: string): string {
  if (word === 'my-articles/') return 'seeds'
  if (word === 'my-graph') return join(scratch, word)
  return word.startsWith('tables/') || word.startsWith('out/') ? join(scratch, word) : word
}

describe.each(PAGES)('%s', page => {
  const blocks = codeBlocks(page)

  it.each(blocks)(
    'runs the $language block at line $line',
    async ({ language, code, line }) => {
      expect(Object.keys(RUNNERS)).toContain(language)
      await RUNNERS[language]!(code, `${page.replace(/\W/g, '-')}-${line}`)
    },
    60_000,
  )

  it('links to what is there', () => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(match => match[1]!)
    for (const link of links) expect(existsSync(join(dirname(page), link)), link).toBe(true)
  })
})

it('the index names every page', () => {
  const index = readFileSync('docs/README.md', 'utf8')
  const pages = readdirSync('docs').filter(name => name.endsWith('.md') && name !== 'README.md')
  expect(pages.filter(name => !index.includes(`](${name})`))).toEqual([])
})

it('the page on queries works ten of them', () => {
  expect(codeBlocks('docs/query.md').filter(({ language }) => language === 'sparql')).toHaveLength(10)
})
