import { HearsayError } from '../../errors.ts'
import { gunzip } from '../archive/gunzip.ts'
import { decompress, headerEnd, joinChunks, parseHeaders } from '../archive/http-message.ts'
import { withinArchive } from '../archive/within-archive.ts'
import type { Decode, ReadResult } from '../decode-documents.ts'
import { pathToId } from '../document-ids.ts'
import { asFailure, emptyFile, tooLarge } from '../failures.ts'
import type { ReadLimits } from '../limits.ts'
import { hostOf, webAddress } from '../metadata.ts'

interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

/**
 * A web archive (WARC 1.0 and 1.1, ISO 28500; plain or gzipped): one document a page that was fetched whole. The
 * archive's date is when the page was fetched, not when it was published, and is not used.
 */
export async function* readWarc(
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  decode: Decode,
): AsyncGenerator<ReadResult> {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzip(name, bytes, limits) : bytes
  yield* withinArchive(name, readPages(name, plain, limits, decode), limits)
}

async function* readPages(
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  decode: Decode,
): AsyncGenerator<ReadResult> {
  let number = 0
  let found = false
  for (const { headers, body } of records(name, bytes)) {
    number++
    const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
    const place = `${name}#${number}${url ? ` (${url})` : ''}`
    try {
      const page = await pageOf(headers, body, place, limits)
      if (page === null) continue
      found = true
      const id = `${pathToId(name)}#${number}`
      for await (const result of decode(`${id}.html`, page))
        yield 'document' in result
          ? { document: { ...result.document, id, ...addressOf(result.document, url) } }
          : result
    } catch (cause) {
      yield { failure: asFailure(place, cause) }
    }
  }
  if (!found) throw emptyFile(name)
}

function addressOf(
  document: { url?: string; outlet?: string },
  url: string | undefined,
): { url?: string; outlet?: string } {
  const address = document.url ?? (url && webAddress(url))
  const outlet = document.outlet ?? hostOf(address || undefined)
  return { ...(address ? { url: address } : {}), ...(outlet ? { outlet } : {}) }
}

/** The HTML of a record; null for requests, pictures, redirects and errors. */
async function pageOf(
  headers: ReadonlyMap<string, string>,
  body: Uint8Array,
  place: string,
  limits: ReadLimits,
): Promise<Uint8Array | null> {
  const type = headers.get('warc-type')
  const mediaType = headers.get('content-type') ?? ''
  if (type === 'resource') return isHtml(mediaType) ? body : null
  if (type !== 'response' || !/^application\/http/i.test(mediaType)) return null
  const end = headerEnd(body, 0)
  if (end === null) return null
  const [status, fields] = parseHeaders(body.subarray(0, end.from))
  if (!/^HTTP\/\S+\s+200\b/.test(status) || !isHtml(fields.get('content-type') ?? '')) return null
  const raw = body.subarray(end.to)
  const whole = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? joinChunks(raw) : raw
  const page = await decompress(whole, (fields.get('content-encoding') ?? '').trim().toLowerCase(), place, limits)
  if (page.length > limits.fileBytes) throw tooLarge(place, page.length, limits.fileBytes, 'fileBytes')
  return page
}

function isHtml(mediaType: string): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(mediaType.trim())
}

function* records(name: string, bytes: Uint8Array): Generator<WarcRecord> {
  let at = 0
  while (at < bytes.length) {
    while (bytes[at] === 13 || bytes[at] === 10) at++
    if (at >= bytes.length) return
    const end = headerEnd(bytes, at)
    const [version, headers] =
      end === null ? ['', new Map<string, string>()] : parseHeaders(bytes.subarray(at, end.from))
    const length = Number(headers.get('content-length'))
    if (end === null || !version.startsWith('WARC/') || !Number.isSafeInteger(length) || length < 0)
      throw new HearsayError(
        'read/damaged',
        name,
        `breaks off or is no WARC file at byte ${at}`,
        'Fetch the archive again',
      )
    yield { headers, body: bytes.subarray(end.to, end.to + length) }
    at = end.to + length
  }
}
