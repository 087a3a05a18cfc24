import type { HearsayError } from '../errors.ts'
import type { Document } from '../types.ts'
import { asFailure } from './failures.ts'
import { readText } from './formats/text.ts'
import type { ReadLimits } from './limits.ts'

export type ReadResult = { readonly document: Document } | { readonly failure: HearsayError }

/**
 * The articles in the bytes of one file; its name tells the format. Reads no disk, so that it runs in a browser as it
 * does in Node. Never throws.
 */
export async function* decodeDocuments(
  name: string,
  bytes: Uint8Array,
  _limits: ReadLimits,
): AsyncGenerator<ReadResult> {
  try {
    yield { document: readText(name, bytes) }
  } catch (cause) {
    yield { failure: asFailure(name, cause) }
  }
}
