import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { parse as parseCypher } from '@neo4j-cypher/editor-support'
import type { Command } from 'commander'
import { MultiDirectedGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { expect, vi } from 'vitest'
import { register as exportGraph } from '../../src/cli/export.ts'
import { register as path } from '../../src/cli/path.ts'
import { register as query } from '../../src/cli/query.ts'
import { register as relations } from '../../src/cli/relations.ts'
import { register as show } from '../../src/cli/show.ts'
import { formatTable } from '../../src/cli/table.ts'
import { writeCypher } from '../../src/export/cypher.ts'
import { writeNQuads } from '../../src/export/rdf.ts'
import { PREFIXES } from '../../src/export/rdf-vocabulary.ts'
import { openSparql } from '../../src/query/open-sparql.ts'
import { readGraph } from '../../src/query/read-graph.ts'
import { readDocuments } from '../../src/read/read-documents.ts'
import { parseJudgements } from '../../src/resolve/judgements.ts'
import { run } from '../cli/run.ts'
import { runCli } from '../support/run-cli.ts'
import { shellWords } from './code-blocks.ts'

/** Lines of a page that would do here what must not be done, and why. */
const NOT_RUN: readonly [line: RegExp, reason: string][] = [
  [/^npm ci /, 'installs what these tests run on; the checks of every change begin with it'],
  [/ view /, 'serves until it is stopped; tests/serve asks it'],
]

const COMMANDS: Record<string, (program: Command) => void> = { show, relations, path, query, export: exportGraph }

export const scratch = '.cache/docs-blocks'
mkdirSync(scratch, { recursive: true })

const graph = readGraph(readFileSync('graph-out/graph.json', 'utf8'))
const sparql = openSparql(writeNQuads(graph), PREFIXES)

/** What a block is made of, besides its code. */
export interface Place {
  /** Path of the page. */
  readonly page: string
  /** A name for the block that no other block has. */
  readonly name: string
}

/**
 * How each kind of block is run, as a reader of the page would run it, in this folder with `hearsay` standing for this
 * package. Each gives what the block prints, which a `text` block below it may show.
 *
 * | block    | how it is checked                                                                                    |
 * | -------- | ---------------------------------------------------------------------------------------------------- |
 * | `ts`     | runs and prints; all of them compile under the project's strict settings (`types.test.ts`)            |
 * | `js`     | runs                                                                                                 |
 * | `sh`     | every line runs, but for those of `NOT_RUN`; writing commands write elsewhere                        |
 * | `sparql` | answered by the engine, with at least one row                                                        |
 * | `python` | what it prints is computed from the same file by another reader; where Python has networkx it runs   |
 * |          | and has to print the same, where there is only Python it has to compile                              |
 * | `cypher` | parsed by Neo4j's own parser; its labels, types and properties are those of the script that is       |
 * |          | exported (`npm run check:neo4j` runs it in Neo4j itself)                                             |
 * | `json`   | a record is one of the sample graph's; a `judgements.json` is read by what reads it; the settings of |
 * |          | an assistant start a server that answers                                                             |
 * | `csv`    | read as the table that it is, beside the files that it names                                         |
 * | `text`   | what the block above prints, or the fields of a record                                               |
 * | none     | is a drawing                                                                                         |
 */
export const RUNNERS: Record<string, (code: string, place: Place) => Promise<string>> = {
  ts: runScript,
  js: runScript,
  async sparql(code) {
    const answer = (await sparql).ask(code)
    if (answer.form !== 'rows') return String(answer.form === 'boolean' && answer.value)
    expect(answer.rows).not.toEqual([])
    const cells = answer.rows.map(row => row.map(term => shorten(term?.value ?? '')))
    return formatTable(answer.variables, cells, Number.POSITIVE_INFINITY)
  },
  async sh(code) {
    let printed = ''
    for (const line of code.trim().split('\n')) {
      if (NOT_RUN.some(([pattern]) => pattern.test(line))) continue
      const [program, command, ...words] = shellWords(
        line.replace(/ +#.*/, '').replace('npm run -s hearsay --', 'hearsay'),
      )
      expect(program, line).toBe('hearsay')
      const given = words.map(inScratch)
      if (command === 'entities') given.push('--graph', copyOfGraph())
      if (command! in COMMANDS) {
        const { out, err } = await run(COMMANDS[command!]!, command!, ...given)
        expect(out + err, line).not.toBe('')
        printed += out
      } else {
        const { code: exit, stdout, stderr } = await runCli([command!, ...given])
        expect(exit, line + stderr).toBe(0)
        expect(stdout, line).not.toBe('')
        printed += stdout
      }
    }
    return printed
  },
  async python(code, { name }) {
    const expected = attackedInGexf(code)
    const python = process.env.PYTHON ?? 'python3'
    const file = join(scratch, `${name}.py`)
    writeFileSync(file, code)
    if (succeeds(python, '-c', 'import networkx')) {
      expect(execFileSync(python, [file], { encoding: 'utf8' })).toBe(expected)
    } else if (succeeds(python, '--version')) execFileSync(python, ['-m', 'py_compile', file])
    return expected
  },
  async cypher(code) {
    const { parseTree, errorListener } = parseCypher(code) as unknown as {
      parseTree: { getText(): string }
      errorListener: { errors: unknown[] }
    }
    expect(errorListener.errors).toEqual([])
    expect(parseTree.getText()).toMatch(/^MATCH/)
    const script = [...writeCypher(graph)]
    const [, label, type] = /\(\w+:(\w+)\)-\[\w+:(\w+)\]/.exec(code)!
    expect(script.some(line => line.includes(`(n:${label} `))).toBe(true)
    const relationship = script.find(line => line.includes(`[r:\`${type}\` `))
    expect(relationship).toBeDefined()
    for (const [, property] of code.matchAll(/\br\.(\w+)/g)) expect(relationship).toContain(`${property}: `)
    for (const [, property] of code.matchAll(/\b[ab]\.(\w+)/g)) expect(script[1]).toContain(`${property}: `)
    return ''
  },
  async json(code, { page }) {
    const record = JSON.parse(code)
    if ('mcpServers' in record) await startServer(record.mcpServers.hearsay, page)
    else if ('judgements' in record) expect(parseJudgements(code, page)).toEqual(record.judgements)
    else expect(recordsOf('relations')).toContainEqual(expect.objectContaining(record))
    return ''
  },
  async csv(code, { name }) {
    const folder = join(scratch, name)
    const rows = code
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(','))
    for (const [file] of rows) {
      const path = join(folder, /\.\w+$/.test(file!) ? file! : `${file}.txt`)
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, 'The council approved the budget, the mayor said.')
    }
    writeFileSync(join(folder, 'sources.csv'), code)
    const told: unknown[] = []
    for await (const result of readDocuments([folder])) {
      told.push('document' in result ? [result.document.outlet, result.document.published] : result)
    }
    expect(told).toEqual(rows.map(([, outlet, day]) => [outlet, isoDay(day!)]))
    return ''
  },
  async text(code) {
    const fields = [...code.replaceAll(/\[[^{}]*?\]/g, '').matchAll(/[{,] ?(\w+)/g)].map(match => match[1])
    expect(Object.keys(recordsOf('statements')[0]!)).toEqual(expect.arrayContaining(fields))
    return ''
  },
  async ''(code) {
    expect(code, 'a block without a language is a drawing').toMatch(/[─▶│]/)
    return ''
  },
}

/** Imports the block as a file of its own; gives what it logs. */
async function runScript(code: string, { name }: Place): Promise<string> {
  const file = join(scratch, `${name}.ts`)
  writeFileSync(file, fromSource(code).replaceAll("'out/", `'${scratch}/`))
  let printed = ''
  const log = vi.spyOn(console, 'log').mockImplementation((...values) => {
    printed += `${format(...values)}\n`
  })
  try {
    await import(join(process.cwd(), file))
  } finally {
    log.mockRestore()
  }
  expect(printed).not.toBe('')
  return printed
}

/** The same block with the source in place of the package, seen from `.cache/docs-blocks`. */
export function fromSource(code: string): string {
  return code
    .replaceAll("'hearsay'", "'../../src/index.ts'")
    .replaceAll("'hearsay/language'", "'../../src/language/index.ts'")
    .replaceAll("import.meta.resolve('../../src/index.ts')", "new URL('../../src/index.ts', import.meta.url)")
}

/** What the Python block prints, by graphology-gexf instead of networkx: the counts, then the attacks. */
function attackedInGexf(code: string): string {
  const file = /read_gexf\("([^"]+)"\)/.exec(code)![1]!
  const read = parseGexf(MultiDirectedGraph, readFileSync(file, 'utf8'))
  const nameOf = (key: string): string => read.getNodeAttribute(key, 'label')
  const attacks = read
    .filterEdges((_edge, { relation }) => relation === 'attacked')
    .map(edge =>
      [nameOf(read.source(edge)), read.getEdgeAttribute(edge, 'label'), nameOf(read.target(edge))].join('\t'),
    )
  const lines = attacks.sort().map(line => line.replaceAll('\t', ' '))
  return [`${read.order} actors, ${read.size} claims`, ...lines, ''].join('\n')
}

/** Starts what an assistant would start, and asks it for its tools: those that the page lists. */
async function startServer({ command, args }: { command: string; args: string[] }, page: string): Promise<void> {
  expect([command, args[0]]).toEqual(['npx', 'hearsay'])
  const words = args.slice(1).map(word => word.replace('/path/to/', ''))
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['--import', 'tsx', 'src/cli/main.ts', ...words],
      stderr: 'ignore',
    }),
  )
  const { tools } = await client.listTools()
  await client.close()
  const listed = [...readFileSync(page, 'utf8').matchAll(/^\| `(\w+)` +\| (?!.*\| )/gm)].map(match => match[1])
  expect(listed).toEqual(expect.arrayContaining(tools.map(({ name }) => name)))
}

function succeeds(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function recordsOf(name: string): Record<string, unknown>[] {
  const lines = readFileSync(`graph-out/${name}.ndjson`, 'utf8').trim().split('\n')
  return lines.map(line => JSON.parse(line))
}

/** Files that a command of a page writes stay out of the folder; the articles of its reader are the sample articles. */
function inScratch(word: string): string {
  if (word === 'my-articles/') return 'seeds'
  if (word === 'my-graph') return join(scratch, word)
  return word.startsWith('tables/') || word.startsWith('out/') ? join(scratch, word) : word
}

/** Decisions are written into the graph's folder. */
function copyOfGraph(): string {
  const copy = join(scratch, 'graph')
  cpSync('graph-out', copy, { recursive: true, force: false })
  return copy
}

function isoDay(day: string): string {
  return new Date(`${day} UTC`).toISOString().slice(0, 10)
}

/** A cell that leaves room for others on the page. */
function shorten(cell: string): string {
  return cell.length > 60 ? `${cell.slice(0, 59)}…` : cell
}
