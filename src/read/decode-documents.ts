import type { HearsayError } from '../errors.ts'
import type { Document } from '../types.ts'
import { asFailure } from './failures.ts'
import { detectFormat, type Format } from './formats/detect-format.ts'
import { type ReadLimits, resolveLimits } from './limits.ts'

export type ReadResult = { readonly document: Document } | { readonly failure: HearsayError }

/** A reader over the bytes of one file; what it throws becomes the file's failure. */
type Reader = (name: string, bytes: Uint8Array, limits: ReadLimits) => AsyncGenerator<ReadResult>

/** Each reader is loaded when the first file of its format comes, so that plain text pays for none of the others. */
const READERS: Readonly<Record<Format, Reader>> = {
  text: async function* (name, bytes) {
    const { readText } = await import('./formats/text.ts')
    yield { document: readText(name, bytes) }
  },
  markdown: async function* (name, bytes, limits) {
    const { readMarkdown } = await import('./formats/markdown.ts')
    yield { document: readMarkdown(name, bytes, limits) }
  },
  html: async function* (name, bytes, limits) {
    const { readHtml } = await import('./formats/html.ts')
    yield { document: await readHtml(name, bytes, limits) }
  },
  json: async function* (name, bytes, limits) {
    const { readJson } = await import('./formats/json.ts')
    yield* readJson(name, bytes, limits)
  },
  ndjson: async function* (name, bytes, limits) {
    const { readNdjson } = await import('./formats/ndjson.ts')
    yield* readNdjson(name, [bytes], limits)
  },
}

/**
 * The articles in the bytes of one file, whose name tells the format. Reads no disk, so that it runs in a browser as
 * it does in Node. What cannot be read comes as a failure; never throws.
 */
export async function* decodeDocuments(
  name: string,
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
): AsyncGenerator<ReadResult> {
  try {
    yield* READERS[detectFormat(name, bytes)](name, bytes, resolveLimits(limits))
  } catch (cause) {
    yield { failure: asFailure(name, cause) }
  }
}
