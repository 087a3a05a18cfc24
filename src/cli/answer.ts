import type { Command } from 'commander'
import { csvRow } from '../util/csv-row.ts'
import { formatTable } from './table.ts'

/** The forms in which every question is answered. */
export interface AnswerOptions {
  readonly json?: boolean
  readonly csv?: boolean
}

/** Rows of cells under a header: one table on a terminal, one CSV file otherwise. */
export interface Rows {
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Adds the options that choose a form, and the one that names the graph. */
export function withAnswerOptions(command: Command): Command {
  return command
    .option('-g, --graph <folder>', 'what hearsay build wrote, or a graph.json', 'graph-out')
    .option('--json', 'as JSON, with all that is known')
    .option('--csv', 'as CSV')
}

/** Writes an answer in the form asked for. */
export function answer(options: AnswerOptions, json: () => unknown, rows: () => Rows): void {
  if (options.json) write(`${JSON.stringify(json(), null, 2)}\n`)
  else if (options.csv) {
    const { header, rows: list } = rows()
    write([header, ...list].map(csvRow).join(''))
  } else writeTable(rows())
}

/** Writes a table that fits the terminal; when there is nothing in it, says so beside the output. */
export function writeTable({ header, rows }: Rows): void {
  if (rows.length === 0) process.stderr.write('hearsay: nothing in the graph answers this\n')
  else
    write(
      formatTable(
        header,
        rows.map(row => row.map(cell => String(cell ?? ''))),
        terminalWidth(),
      ),
    )
}

/** Columns of the terminal; infinite where the output goes to a file or another program. */
export function terminalWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns || 100 : Number.POSITIVE_INFINITY
}

/** Writes to stdout; a reader that has seen enough (`| head`) is no error. */
export function write(text: string): void {
  if (process.stdout.listenerCount('error', leaveOnClosedPipe) === 0) process.stdout.on('error', leaveOnClosedPipe)
  process.stdout.write(text)
}

function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}
