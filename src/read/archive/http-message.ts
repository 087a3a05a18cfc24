import { HearsayError } from '../../errors.ts'
import { concat } from '../concat.ts'
import type { ReadLimits } from '../limits.ts'
import { gunzip } from './gunzip.ts'

const LONGEST_HEADER = 65_536

/** Where the headers that start at `from` end, and where what follows them begins. */
export function headerEnd(bytes: Uint8Array, from: number): { from: number; to: number } | null {
  const limit = Math.min(bytes.length, from + LONGEST_HEADER)
  for (let at = bytes.indexOf(10, from); at >= 0 && at < limit; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return { from: at, to: at + 2 }
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return { from: at, to: at + 3 }
  }
  return null
}

/** First line and headers (names lower-case) of an HTTP message or WARC record. */
export function parseHeaders(bytes: Uint8Array): [first: string, headers: Map<string, string>] {
  const [first = '', ...lines] = new TextDecoder().decode(bytes).split(/\r?\n/)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return [first, headers]
}

const ZLIB: string = 'node:zlib'

/** The body of a message as it was before its `content-encoding` (lower-case). */
export async function decompress(
  bytes: Uint8Array,
  encoding: string,
  place: string,
  limits: ReadLimits,
): Promise<Uint8Array> {
  switch (encoding) {
    case '':
    case 'identity':
      return bytes
    case 'gzip':
    case 'x-gzip':
      // Archivers store the decoded page under the server's headers now and then.
      return bytes[0] === 0x1f ? gunzip(place, bytes, { ...limits, unpackedBytes: limits.fileBytes }) : bytes
    case 'deflate':
    case 'br': {
      // Archives are read in Node only; bundlers for browsers stop at a name of one of its modules that they can read.
      const zlib: typeof import('node:zlib') = await import(/* @vite-ignore */ ZLIB)
      const options = { maxOutputLength: limits.fileBytes }
      if (encoding === 'br') return zlib.brotliDecompressSync(bytes, options)
      // Servers send both raw deflate and deflate in a zlib wrapper under this name.
      return (bytes[0]! & 0x0f) === 8 ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options)
    }
    default:
      throw new HearsayError(
        'read/damaged',
        place,
        `is packed as ${encoding.slice(0, 20)}, which is not known`,
        'Archive the page again',
      )
  }
}

/** Transfer chunks (RFC 9112 §7.1) put together; bytes that are not chunked come back as they are. */
export function joinChunks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf(10, at)
    if (lineEnd < 0 || lineEnd - at > 100) return parts.length === 0 ? bytes : concat(parts, length)
    const size = Number.parseInt(new TextDecoder().decode(bytes.subarray(at, lineEnd)), 16)
    if (Number.isNaN(size)) return parts.length === 0 ? bytes : concat(parts, length)
    if (size === 0) break
    const part = bytes.subarray(lineEnd + 1, lineEnd + 1 + size)
    parts.push(part)
    length += part.length
    at = lineEnd + 1 + size + 2
  }
  return concat(parts, length)
}
