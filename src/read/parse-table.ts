import { parse } from 'csv-parse/browser/esm/sync'

/** A row by its column's names. */
export type Row = Readonly<Record<string, string>>

const DELIMITERS = [',', ';', '\t', '|']

/**
 * Hands the rows of a table to `onRow` one by one, with their number (the header line is 1). Tables of all makers are
 * read: any usual delimiter, rows of uneven length, stray quotation marks.
 *
 * @param longestRow in bytes
 * @throws csv-parse's errors, which name the line; rows before it have been handed over
 */
export function parseTable(text: string, longestRow: number, onRow: (row: Row, number: number) => void): void {
  let number = 1
  parse(text, {
    columns: (names: readonly string[]) => names.map(name => name.trim()),
    bom: true,
    delimiter: delimiterOf(text),
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (row: Row) => {
      onRow(row, ++number)
      return null
    },
  })
}

/** The delimiter that parts the header line most often. */
function delimiterOf(text: string): string {
  const header = /^.*$/m.exec(text.slice(0, 100_000).trimStart())![0]
  const counts = DELIMITERS.map(delimiter => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}
