import { HearsayError } from '../../errors.ts'
import type { ReadResult } from '../decode-documents.ts'
import { pathToId } from '../document-ids.ts'
import { asFailure, emptyFile } from '../failures.ts'
import { hasText } from '../fields.ts'
import type { ReadLimits } from '../limits.ts'
import { parseTable, type Row } from '../parse-table.ts'
import { recordToDocument } from './records.ts'
import { decodeOrFail } from './text.ts'

/** A table (CSV, TSV) with one article a row under a header line, by the field names that JSON files use. */
export function readTable(name: string, bytes: Uint8Array, limits: ReadLimits): ReadResult[] {
  const results: ReadResult[] = []
  const onRow = (row: Row, number: number): void => {
    if (number === 2 && !hasTextColumn(row)) throw noTextColumn(name, row)
    const place = `${name}:${number}`
    try {
      results.push({ document: recordToDocument(place, `${pathToId(name)}#${number - 1}`, row, limits) })
    } catch (cause) {
      results.push({ failure: asFailure(place, cause) })
    }
  }
  try {
    parseTable(decodeOrFail(name, bytes), limits.lineBytes, onRow)
  } catch (cause) {
    results.push({ failure: cause instanceof HearsayError ? cause : brokenTable(name, cause) })
  }
  return results.length > 0 ? results : [{ failure: emptyFile(name) }]
}

function hasTextColumn(row: Row): boolean {
  return hasText(Object.fromEntries(Object.keys(row).map(column => [column, 'x'])))
}

function noTextColumn(name: string, row: Row): HearsayError {
  const columns = Object.keys(row).slice(0, 20).join(', ').slice(0, 200)
  return new HearsayError(
    'read/no-text',
    name,
    `has no column with the articles (it has ${columns})`,
    'Name that column "text"; a table that tells about other files is given with --sources',
  )
}

function brokenTable(name: string, cause: unknown): HearsayError {
  const reason = cause instanceof Error ? cause.message.slice(0, 200) : String(cause)
  return new HearsayError('read/malformed', name, `breaks off as a table (${reason})`, 'Save it as CSV again', {
    cause,
  })
}
