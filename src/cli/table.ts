/** Columns that hold sentences take the width that the others leave, but not less than this. */
const LEAST = 24

/** What a terminal would obey instead of show: control characters, and marks that turn the direction of writing. */
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g

/**
 * A table in plain text: cells are cut at no place, the last column is wrapped at spaces to fit.
 *
 * @param header names of the columns; no line is given to it when all are empty
 * @param width columns of the terminal; infinite where the output is no terminal
 */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const head = header.some(Boolean) ? [header.map(name => name.toUpperCase())] : []
  const shown = [...head, ...rows.map(row => row.map(showable))]
  const widths = header.map((_name, i) => Math.max(...shown.map(row => [...row[i]!].length)))
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + 2, 0)
  const rest = Math.max(LEAST, width - before)
  return shown.map(row => formatRow(row, widths, wrap(row.at(-1) ?? '', rest), before)).join('')
}

function formatRow(row: readonly string[], widths: readonly number[], last: readonly string[], before: number): string {
  const start = row.slice(0, -1).map((cell, i) => `${cell}${' '.repeat(widths[i]! - [...cell].length)}  `)
  return last
    .map((line, i) => `${(i === 0 ? start.join('') : ' '.repeat(before)) + line}`.trimEnd())
    .join('\n')
    .concat('\n')
}

/** Text that a terminal can show without obeying it: articles are anybody's. */
export function showable(text: string): string {
  return text.replace(UNSHOWABLE, ' ')
}

/** Lines of at most `width` characters, broken at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    if (line !== '' && [...line].length + 1 + [...word].length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
