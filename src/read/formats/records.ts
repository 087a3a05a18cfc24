import { HearsayError } from '../../errors.ts'
import type { Document } from '../../types.ts'
import { type FieldRecord, readFields } from '../fields.ts'
import { capNesting } from '../html/cap-nesting.ts'
import { htmlToText } from '../html/html-to-text.ts'
import type { ReadLimits } from '../limits.ts'

const MARKUP = /^\s*<(?:!doctype|html|body|div|p|article|section|span|h[1-6]|figure|ul|ol)\b[^>]*>/i

/**
 * One record of a file that holds several articles.
 *
 * @param place names the record in errors and, where it has no id of its own, as document: `news.ndjson#12`
 * @throws HearsayError `read/no-text` where no field holds the article
 */
export function recordToDocument(place: string, fallbackId: string, value: unknown, limits: ReadLimits): Document {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new HearsayError('read/no-record', place, 'is not an object', 'Give one object an article: {"id", "text", …}')
  const { id, text, html, metadata } = readFields(unwrap(value as FieldRecord))
  const words = text !== undefined && !MARKUP.test(text.slice(0, 200)) ? text : plainWords(text ?? html, limits)
  if (words === undefined || words.trim() === '')
    throw new HearsayError(
      'read/no-text',
      place,
      'has no text',
      'Put the article into a field "text" (docs/input.md lists the others)',
    )
  return { id: id ?? fallbackId, text: words, ...metadata }
}

function plainWords(html: string | undefined, limits: ReadLimits): string | undefined {
  return html === undefined ? undefined : htmlToText(capNesting(html, limits.htmlDepth).html)
}

/** Search indexes wrap the record: `{ _id, _source: { … } }`. */
function unwrap(record: FieldRecord): FieldRecord {
  const inner = record._source
  if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return record
  return { id: record._id, ...(inner as FieldRecord) }
}
