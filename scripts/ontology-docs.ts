/** Writes docs/ontology.md from the rows in src/data/ontology, so that the documentation cannot differ from the rules. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RowFile, TriggerFile } from '../src/relations/row-schema.ts'

const DATA = new URL('../src/data/ontology/', import.meta.url)
const DOCS = fileURLToPath(new URL('../docs/ontology.md', import.meta.url))

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, DATA), 'utf8'))

/** The whole of docs/ontology.md. */
export function ontologyDocs(): string {
  const { predicates } = read('index.json') as { predicates: string[] }
  const rows = predicates.map(predicate => read(`${predicate}.json`) as RowFile)
  const categories = [...new Set(rows.map(row => row.category))]
  const parts = [readFileSync(new URL('ontology-docs.md', import.meta.url), 'utf8').trimEnd()]
  parts.push(overview(rows))
  for (const category of categories) {
    parts.push(`## ${category}`, ...rows.filter(row => row.category === category).map(describe))
  }
  return `${parts.join('\n\n')}\n`
}

function overview(rows: readonly RowFile[]): string {
  const lines = rows.map(
    ({ predicate, category, cameo, plover, subject, object }) =>
      `| [${predicate}](#${predicate}) | ${category} | ${cameo || '–'} | ${plover || '–'} | ${subject} | ${object} |`,
  )
  const head = '| predicate | category | CAMEO | PLOVER | subject | object |\n| --- | --- | --- | --- | --- | --- |'
  return `## All predicates\n\n${head}\n${lines.join('\n')}`
}

function describe(row: RowFile): string {
  const parts = [`### ${row.predicate}`, `${row.meaning} ${row.reason}`]
  if (row.triggers.length > 0) {
    parts.push(
      `| words | subject | object | code | why |\n| --- | --- | --- | --- | --- |\n${row.triggers.map(t => line(row, t)).join('\n')}`,
    )
  }
  for (const { text, gives } of row.examples) {
    const plain = text.replace(/\[([^[\]:]+):\w+(?:=[^\]]+)?\]/g, '$1')
    parts.push(`> ${plain}\n>\n> → ${gives.length > 0 ? gives.map(given => `\`${given}\``).join(', ') : 'nothing'}`)
  }
  return parts.join('\n\n')
}

function line(row: RowFile, trigger: TriggerFile): string {
  const words = trigger.verbs ?? trigger.nouns ?? trigger.roles ?? trigger.adjectives ?? trigger.adverbs
  const governed = trigger.with === undefined ? '' : ` + ${trigger.with}`
  const shown = words === undefined ? `*${trigger.structure ?? 'event'}*` : `${words}${governed}`
  const subject = trigger.subject ?? trigger.event ?? ''
  const cells = [shown, subject, trigger.object ?? '', trigger.code ?? row.cameo, trigger.reason]
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(DOCS, ontologyDocs())
