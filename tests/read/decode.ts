import { decodeDocuments } from '../../src/read/decode-documents.ts'
import type { ReadLimits } from '../../src/read/limits.ts'
import type { Document } from '../../src/types.ts'

export interface Decoded {
  readonly documents: Document[]
  /** `code subject` of each failure. */
  readonly failures: string[]
}

/** All that a file's bytes (or text, as UTF-8) give. */
export async function decode(
  name: string,
  content: string | Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<Decoded> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const decoded: Decoded = { documents: [], failures: [] }
  for await (const result of decodeDocuments(name, bytes, limits)) {
    if ('document' in result) decoded.documents.push(result.document)
    else decoded.failures.push(`${result.failure.code} ${result.failure.subject}`)
  }
  return decoded
}
