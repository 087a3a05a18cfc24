import { join, resolve } from 'node:path'
import type { Merged } from '../pipeline.ts'

/** What a build gives to say at its end. */
export function summary({ corpus, graph }: Merged, folder: string, seconds: number, failures: number): string {
  const lines = [
    row(
      'documents',
      `${corpus.documents.length}${failures > 0 ? `, ${failures} failed (named above and in report.json)` : ''}`,
    ),
    row('entities', `${corpus.entities.length}: ${counts(corpus.entities.map(entity => entity.type))}`),
    row('statements', String(corpus.statements.length)),
    row('relations', `${corpus.relations.length}: ${counts(corpus.relations.map(relation => relation.predicate))}`),
    row('graph', `${graph.order} nodes, ${graph.size} edges`),
    row('time', `${seconds.toFixed(1)} s`),
    '',
    `Look at it:   ${join(resolve(folder), 'index.html')}`,
    `Gephi:        ${join(folder, 'graph.gexf')}`,
    `In code:      ${join(folder, 'graph.json')} and the *.ndjson tables beside it`,
  ]
  return `${lines.join('\n')}\n`
}

const row = (label: string, value: string) => `${label.padEnd(12)}${value}`

/** "person 12, state 5, …", the most frequent first, the tail in one number. */
function counts(names: readonly string[], shown = 12): string {
  const tally = new Map<string, number>()
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1)
  const sorted = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const rest = sorted.slice(shown).reduce((sum, [, count]) => sum + count, 0)
  const parts = sorted.slice(0, shown).map(([name, count]) => `${name} ${count}`)
  return [...parts, ...(rest > 0 ? [`others ${rest}`] : [])].join(', ')
}
