import { HearsayError } from '../errors.ts'
import type { Document } from '../types.ts'
import { decodeText } from './decode-text.ts'
import { readFields } from './fields.ts'
import type { Metadata } from './metadata.ts'
import { parseTable, type Row } from './parse-table.ts'

/** What a `sources.csv` says of the files beside it, by file name and by file name without extension. */
export type SourcesTable = ReadonlyMap<string, Metadata>

const FILE_COLUMNS = /^(?:file(?:[ _-]?name)?|path|document|id)$/i

/**
 * Reads a table of `file, outlet, published, url, title`, in any order of columns; `file` is needed, the others are
 * optional.
 *
 * @throws HearsayError `read/sources` for a table without a file column, or a date that is none, naming its line
 */
export function parseSources(path: string, bytes: Uint8Array): SourcesTable {
  const table = new Map<string, Metadata>()
  parseRows(path, bytes, (row, line) => {
    const column = Object.keys(row).find(name => FILE_COLUMNS.test(name))
    if (column === undefined)
      throw new HearsayError('read/sources', path, 'has no column "file"', 'Name the first column "file"')
    const { [column]: file, ...rest } = row
    const { metadata } = readFields(rest)
    const date = Object.entries(rest).find(([name, value]) => /^published$/i.test(name) && value.trim() !== '')
    if (date && metadata.published === undefined)
      throw new HearsayError(
        'read/sources',
        `${path}:${line}`,
        `has a date that cannot be read (${date[1].slice(0, 40)})`,
        'Write it as 2016-12-13',
      )
    if (file) table.set(normalise(file), metadata)
  })
  return table
}

/** Longest row of a table of sources, in bytes. */
const LONGEST_ROW = 1_000_000

function parseRows(path: string, bytes: Uint8Array, onRow: (row: Row, line: number) => void): void {
  const text = decodeText(bytes)
  if (text === null || text.trim() === '')
    throw new HearsayError(
      'read/sources',
      path,
      'holds no table',
      'Write the columns file, outlet, published, url, title',
    )
  try {
    parseTable(text, LONGEST_ROW, onRow)
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HearsayError('read/sources', path, `is no table (${reason})`, 'Save it as CSV with one line a file', {
      cause,
    })
  }
}

/** The document with what the table says of it; the table, written by the user, counts more than the page. */
export function applySources(document: Document, fileName: string, table: SourcesTable): Document {
  const base = fileName.slice(fileName.lastIndexOf('/') + 1)
  const row = [document.id, fileName, base, withoutExtension(base)]
    .map(key => table.get(normalise(key)))
    .find(found => found !== undefined)
  return row ? { ...document, ...row } : document
}

function normalise(file: string): string {
  return file.trim().replaceAll('\\', '/').replace(/^\.\//, '').toLowerCase()
}

function withoutExtension(file: string): string {
  return file.replace(/\.[^.]+$/, '')
}
