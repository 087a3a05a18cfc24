import { join, resolve } from 'node:path'
import type { GraphFolder } from './graph-folder.ts'

/** What a build gives to say at its end. */
export function summary({ tally, graph }: GraphFolder, folder: string, seconds: number, failures: number): string {
  const copies = graph.attributes.documents.filter(({ copy_of }) => copy_of !== undefined).length
  const lines = [
    row(
      'documents',
      `${tally.documents.length}${copies > 0 ? `, ${copies} of them copies of others` : ''}${failures > 0 ? `, ${failures} failed (named above and in report.json)` : ''}`,
    ),
    row('entities', counts(tally.entities)),
    row('statements', String(tally.statements)),
    row('relations', counts(tally.relations)),
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

/** "17: person 12, state 5, …", the most frequent first, the tail in one number. */
function counts(tally: ReadonlyMap<string, number>, shown = 12): string {
  const sorted = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const rest = sorted.slice(shown).reduce((sum, [, count]) => sum + count, 0)
  const parts = sorted.slice(0, shown).map(([name, count]) => `${name} ${count}`)
  const all = sorted.reduce((sum, [, count]) => sum + count, 0)
  return `${all}: ${[...parts, ...(rest > 0 ? [`others ${rest}`] : [])].join(', ')}`
}
