import { HearsayError } from '../errors.ts'
import { tooLarge } from '../read/failures.ts'
import { splitLines } from '../read/split-lines.ts'

export type NdjsonLine = { readonly number: number; readonly value: unknown } | { readonly failure: HearsayError }

/**
 * Reads one JSON value per line; empty lines are passed over, a line that is no JSON, or longer than `lineBytes`, is named
 * by its number.
 */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  lineBytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<NdjsonLine> {
  let number = 0
  for await (const line of splitLines(chunks, lineBytes)) {
    number++
    const place = `${name}, line ${number}`
    if (typeof line === 'number') {
      yield { failure: tooLarge(place, line, lineBytes, 'lineBytes') }
      continue
    }
    try {
      const text = new TextDecoder().decode(line)
      if (text.trim() !== '') yield { number, value: JSON.parse(text) }
    } catch (error) {
      yield { failure: notJson(place, error) }
    }
  }
}

function notJson(place: string, error: unknown): HearsayError {
  const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 160) : error
  return new HearsayError('ndjson/invalid', place, `is not JSON (${reason})`, 'Write one JSON object per line.')
}
