import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { HearsayError } from '../errors.ts'

export type NdjsonLine = { readonly number: number; readonly value: unknown } | { readonly failure: HearsayError }

/** Reads one JSON value per line; empty lines are passed over, a line that is no JSON is named by its number. */
export async function* readNdjson(stream: Readable, name: string): AsyncGenerator<NdjsonLine> {
  let number = 0
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    const text = number === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line
    if (text.trim() === '') continue
    try {
      yield { number, value: JSON.parse(text) }
    } catch (error) {
      yield {
        failure: new HearsayError(
          'ndjson/invalid',
          `${name}, line ${number}`,
          `is not JSON (${error instanceof Error ? error.message : error})`,
          'Write one JSON object per line.',
        ),
      }
    }
  }
}
