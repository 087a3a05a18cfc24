import { HearsayError } from '../../errors.ts'
import type { ReadResult } from '../decode-documents.ts'
import { pathToId } from '../document-ids.ts'
import { asFailure } from '../failures.ts'
import { type FieldRecord, hasText } from '../fields.ts'
import type { ReadLimits } from '../limits.ts'
import { recordToDocument } from './records.ts'
import { decodeOrFail } from './text.ts'

/** Keys under which collections keep their list of articles. */
const LISTS = [
  'articles',
  'documents',
  'docs',
  'items',
  'results',
  'records',
  'news',
  'data',
  'hits',
  'response',
  'rows',
]

/** A JSON file: one article, a list of them, or an object that holds such a list (JSON Feed, news APIs, search results). */
export function* readJson(name: string, bytes: Uint8Array, limits: ReadLimits): Generator<ReadResult> {
  const value = parseJson(name, decodeOrFail(name, bytes))
  const list = findList(value, 0)
  if (list === null) {
    yield { document: recordToDocument(name, pathToId(name), value, limits) }
    return
  }
  if (list.length === 0)
    throw new HearsayError('read/empty', name, 'holds an empty list', 'Leave it out, or export the articles again')
  for (const [index, record] of list.entries()) {
    const place = `${name}#${index + 1}`
    try {
      yield { document: recordToDocument(place, `${pathToId(name)}#${index + 1}`, record, limits) }
    } catch (cause) {
      yield { failure: asFailure(place, cause) }
    }
  }
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\s+/g, ' ').slice(0, 160) : 'broken'
    throw new HearsayError(
      'read/malformed',
      name,
      `is not valid JSON (${reason})`,
      'Mend it, or name it .ndjson if it holds one object a line',
      { cause },
    )
  }
}

function findList(value: unknown, depth: number): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (value === null || typeof value !== 'object' || depth > 2) return null
  const record = value as FieldRecord
  if (hasText(record)) return null
  for (const key of LISTS) {
    const list = Object.hasOwn(record, key) ? findList(record[key], depth + 1) : null
    if (list) return list
  }
  return null
}
