import { HearsayError } from '../../errors.ts'
import type { ReadResult } from '../decode-documents.ts'
import { decodeText } from '../decode-text.ts'
import { pathToId } from '../document-ids.ts'
import { asFailure, binaryFile, emptyFile, tooLarge } from '../failures.ts'
import type { ReadLimits } from '../limits.ts'
import { splitLines } from '../split-lines.ts'
import { recordToDocument } from './records.ts'

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
  for await (const line of splitLines(chunks, limits.lineBytes)) {
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
