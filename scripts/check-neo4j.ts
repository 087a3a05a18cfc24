/**
 * Takes the CSV pair and the Cypher script into a Neo4j database, with Neo4j's own import tool and its own engine, and
 * holds every node and relationship against the graph. Needs Java 17 and Maven (downloads Neo4j once).
 *
 * npm run check:neo4j -- [graph.json]
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { writeEdgesCsv, writeNodesCsv } from '../src/export/csv.ts'
import { writeCypher } from '../src/export/cypher.ts'
import { readGraph } from '../src/query/read-graph.ts'
import type { EdgeEvidence } from '../src/types.ts'

type Row = Record<string, unknown>

const [file = 'graph-out/graph.json'] = process.argv.slice(2)
const graph = readGraph(readFileSync(file, 'utf8'))
const here = join(import.meta.dirname, 'check-neo4j')
const scratch = mkdtempSync(join(tmpdir(), 'check-neo4j-'))

const NODES = 'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.key'
const EDGES =
  'MATCH (a)-[r]->(b) RETURN a.key AS source, type(r) AS type, b.key AS target, properties(r) AS properties ORDER BY r.key'
/** The query of docs/formats.md. */
const ASKED = /```cypher\n(.*?)\n```/s.exec(readFileSync('docs/formats.md', 'utf8'))![1]!

function classPath(): string {
  const folder = join(import.meta.dirname, '../node_modules/.cache/check-neo4j')
  mkdirSync(folder, { recursive: true })
  const list = join(folder, 'class-path.txt')
  if (!existsSync(list)) {
    execFileSync('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${list}`], { cwd: here })
  }
  return readFileSync(list, 'utf8').trim()
}

function java(home: string, ...args: string[]): string {
  const open = ['nio', 'io', 'lang'].map(name => `--add-opens=java.base/java.${name}=ALL-UNNAMED`)
  return execFileSync(
    'java',
    [...open, '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED', '-Xmx1500m', '-cp', classPath(), ...args],
    {
      cwd: scratch,
      encoding: 'utf8',
      env: { ...process.env, NEO4J_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1e9,
    },
  )
}

function ask(home: string, script: string): Row[][] {
  const answers: Row[][] = [[], [], []]
  for (const line of java(home, join(here, 'ReadInNeo4j.java'), home, script, NODES, EDGES, ASKED).split('\n')) {
    if (!line.startsWith('{')) continue
    const { query, row } = JSON.parse(line) as { query: number; row: Row }
    answers[query]!.push(row)
  }
  return answers
}

/** As both ways into the database leave it: no empty lists; white space and semicolons as CSV can hold them. */
function plain(properties: Row): Row {
  const text = (value: unknown) =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().replaceAll(';', ',') : value
  const kept = Object.entries(properties).filter(([, value]) => value !== null && !isDeepStrictEqual(value, []))
  return Object.fromEntries(
    kept
      .map(([key, value]): [string, unknown] => [key, Array.isArray(value) ? value.map(text) : text(value)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function day(value: string | null) {
  return value && { date: value }
}

function expectedNodes(): Row[] {
  return graph
    .mapNodes((key, { namings, references, x, y, size, color, degree, first_seen, last_seen, ...rest }) => ({
      labels: ['Entity', rest.entity_type[0]!.toUpperCase() + rest.entity_type.slice(1)],
      properties: plain({ ...rest, key, links: degree, first_seen: day(first_seen), last_seen: day(last_seen) }),
    }))
    .sort((a, b) => (String(a.properties.key) < String(b.properties.key) ? -1 : 1))
}

/** The script names the source of each sentence. */
function expectedEdges(sources: boolean): Row[] {
  const cite = ({ text, outlet, published }: EdgeEvidence) => {
    const source = sources ? [outlet, published?.slice(0, 10)].filter(Boolean).join(', ') : ''
    return source ? `${text} — ${source}` : text
  }
  return graph
    .mapEdges((key, { kind, color, evidence, first_seen, last_seen, ...rest }, source, target) => ({
      source,
      type: kind.toUpperCase(),
      target,
      properties: plain({
        ...rest,
        key,
        relation: kind,
        evidence: evidence.map(cite),
        first_seen: day(first_seen),
        last_seen: day(last_seen),
      }),
    }))
    .sort((a, b) => (String(a.properties.key) < String(b.properties.key) ? -1 : 1))
}

/** Drops what the CSV files alone take along, places and colours. */
function asRead(rows: Row[]): Row[] {
  return rows.map(({ labels, properties, ...ends }) => {
    const { x, y, size, color, ...rest } = properties as Row
    return {
      ...ends,
      ...(labels
        ? { labels: (labels as string[]).toSorted((a, b) => (a === 'Entity' ? -1 : b === 'Entity' ? 1 : 0)) }
        : {}),
      properties: plain(rest),
    }
  })
}

function compare(what: string, [nodes, edges, asked]: Row[][], sources: boolean): void {
  for (const [name, found, expected] of [
    ['nodes', asRead(nodes!), expectedNodes()],
    ['relationships', asRead(edges!), expectedEdges(sources)],
  ] as const) {
    const wrong = expected.findIndex((row, i) => !isDeepStrictEqual(found[i], row))
    if (found.length !== expected.length || wrong >= 0) {
      console.log(`${what}: FAILED, ${found.length} of ${expected.length} ${name}`)
      console.log(JSON.stringify(found[wrong]), '\nis not\n', JSON.stringify(expected[wrong]))
      process.exitCode = 1
      return
    }
  }
  console.log(`${what}: ok, ${nodes!.length} nodes, ${edges!.length} relationships as in the graph`)
  console.log(`  ${asked!.length} answers to the query of docs/formats.md`)
}

try {
  const written = {
    'nodes.csv': writeNodesCsv(graph),
    'edges.csv': writeEdgesCsv(graph),
    'graph.cypher': writeCypher(graph),
  }
  for (const [name, chunks] of Object.entries(written)) writeFileSync(join(scratch, name), [...chunks].join(''))
  const homes = ['imported', 'scripted'].map(name => join(scratch, name))
  for (const home of homes) mkdirSync(join(home, 'conf'), { recursive: true })
  const [imported, scripted] = homes as [string, string]
  const told = java(
    imported,
    'org.neo4j.cli.AdminTool',
    ...['database', 'import', 'full', '--verbose'],
    ...['--nodes', join(scratch, 'nodes.csv'), '--relationships', join(scratch, 'edges.csv')],
  )
  console.log(/Imported:[\s\S]*?properties/.exec(told)?.[0].replace(/\s+/g, ' '))
  compare('neo4j-admin import', ask(imported, '-'), false)
  compare('Cypher script', ask(scripted, join(scratch, 'graph.cypher')), true)
  compare('Cypher script, run again', ask(scripted, join(scratch, 'graph.cypher')), true)
} finally {
  rmSync(scratch, { recursive: true })
}
