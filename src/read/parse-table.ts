import { parse } from 'csv-parse/sync'

/** A row by its column's names. */
export type Row = Readonly<Record<string, string>>

const DELIMITERS = [',', ';', '\t', '|']

/**
 * The rows of a delimited table with a header line; the delimiter is the one that parts the header most often.
 *
 * @throws csv-parse's errors, which name the line
 */
export function parseTable(text: string): Row[] {
  const header = /^.*$/m.exec(text.trimStart())![0]
  const counts = DELIMITERS.map(delimiter => header.split(delimiter).length)
  const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))]!
  return parse(text, {
    columns: names => (names as string[]).map(name => name.trim()),
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }) as Row[]
}
