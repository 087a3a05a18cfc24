const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** One line of CSV (RFC 4180, `\n` at its end); null and undefined are empty, an empty string is `""`. */
export function csvRow(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}

function csvCell(cell: string | number | boolean | null | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  return text === '' || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
