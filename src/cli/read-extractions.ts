import { HearsayError } from '../errors.ts'
import type { Extraction } from '../types.ts'
import { parseExtraction } from './input-records.ts'
import { readNdjson } from './ndjson.ts'

/** Streams extractions; lines that are none, or longer than `lineBytes`, go to `onFailure`, the rest goes on. */
export async function* readExtractions(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  lineBytes: number,
  onFailure: (failure: HearsayError) => void,
): AsyncGenerator<Extraction> {
  const seen = new Set<string>()
  for await (const line of readNdjson(stream, name, lineBytes)) {
    if ('failure' in line) {
      onFailure(line.failure)
      continue
    }
    const where = `${name}, line ${line.number}`
    try {
      const extraction = parseExtraction(line.value, where)
      if (seen.has(extraction.id)) {
        throw new HearsayError(
          'extraction/duplicate',
          where,
          `repeats the document ${JSON.stringify(extraction.id)}`,
          'Give every document an id of its own; the first one counts.',
        )
      }
      seen.add(extraction.id)
      yield extraction
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error
      onFailure(error)
    }
  }
}
