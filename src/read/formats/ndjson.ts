import { HearsayError } from '../../errors.ts'
import { concat } from '../concat.ts'
import type { ReadResult } from '../decode-documents.ts'
import { decodeText } from '../decode-text.ts'
import { pathToId } from '../document-ids.ts'
import { asFailure, binaryFile, emptyFile, tooLarge } from '../failures.ts'
import type { ReadLimits } from '../limits.ts'
import { recordToDocument } from './records.ts'

const NEWLINE = 10

/**
 * One JSON object a line, read as the bytes come in; a line that is malformed or longer than `lineBytes` is named
 * by its number and the rest goes on.
 */
export async function* readNdjson(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<ReadResult> {
  let number = 0
  let found = false
  for await (const line of splitBytes(chunks, limits.lineBytes)) {
    number++
    const place = `${name}:${number}`
    if (typeof line === 'number') {
      found = true
      yield { failure: tooLarge(place, line, limits.lineBytes, 'lineBytes') }
      continue
    }
    const text = decodeText(line)
    if (text?.trim() === '') continue
    found = true
    try {
      if (text === null) throw binaryFile(place)
      yield { document: recordToDocument(place, `${pathToId(name)}#${number}`, parseLine(place, text), limits) }
    } catch (cause) {
      yield { failure: asFailure(place, cause) }
    }
  }
  if (!found) yield { failure: emptyFile(name) }
}

function parseLine(place: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\s+/g, ' ').slice(0, 160) : 'broken'
    throw new HearsayError('read/malformed', place, `is not valid JSON (${reason})`, 'Mend or remove this line', {
      cause,
    })
  }
}

/** The lines of a stream of bytes; for one longer than `limit` its length in bytes, its contents never held. */
async function* splitBytes(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | number> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (): Uint8Array | number => {
    const line = length > limit ? length : parts.length === 1 ? parts[0]! : concat(parts, length)
    parts = []
    length = 0
    return line
  }
  const add = (part: Uint8Array): void => {
    length += part.length
    if (length > limit) parts = []
    else parts.push(part)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
