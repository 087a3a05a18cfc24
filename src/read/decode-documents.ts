import { HearsayError } from '../errors.ts'
import type { Document } from '../types.ts'
import { asFailure, emptyFile, tooLarge } from './failures.ts'
import { detectFormat, type Format, sizeLimit } from './formats/detect-format.ts'
import { type ReadLimits, resolveLimits } from './limits.ts'

export type ReadResult = { readonly document: Document } | { readonly failure: HearsayError }

/** Reads a file that stands within another. */
export type Decode = (name: string, bytes: Uint8Array) => AsyncGenerator<ReadResult>

/**
 * Asked before each file that is no archive itself is read, in their order: whether to read it. What it throws is the
 * file's failure.
 */
export type MayRead = (name: string) => boolean

const ARCHIVES: ReadonlySet<Format> = new Set(['zip', 'gzip', 'warc'])

/** A reader over the bytes of one file; what it throws becomes the file's failure. */
type Reader = (name: string, bytes: Uint8Array, limits: ReadLimits, decode: Decode) => AsyncGenerator<ReadResult>

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
  table: async function* (name, bytes, limits) {
    const { readTable } = await import('./formats/table.ts')
    yield* readTable(name, bytes, limits)
  },
  xml: async function* (name, bytes, limits) {
    const { readXml } = await import('./formats/feed.ts')
    yield* readXml(name, bytes, limits)
  },
  pdf: async function* (name, bytes, limits) {
    const { readPdf } = await import('./formats/pdf.ts')
    yield { document: await readPdf(name, bytes, limits) }
  },
  docx: async function* (name, bytes, limits) {
    const { readDocx } = await import('./formats/office.ts')
    yield { document: readDocx(name, bytes, limits) }
  },
  odt: async function* (name, bytes, limits) {
    const { readOdt } = await import('./formats/office.ts')
    yield { document: readOdt(name, bytes, limits) }
  },
  epub: async function* (name, bytes, limits) {
    const { readEpub } = await import('./formats/epub.ts')
    yield* readEpub(name, bytes, limits)
  },
  zip: async function* (name, bytes, limits, decode) {
    const { readZip } = await import('./formats/zip.ts')
    yield* readZip(name, bytes, limits, decode)
  },
  gzip: async function* (name, bytes, limits, decode) {
    const { gunzip } = await import('./archive/gunzip.ts')
    yield* decode(name.replace(/\.gz$/i, ''), gunzip(name, bytes, limits))
  },
  warc: async function* (name, bytes, limits, decode) {
    const { readWarc } = await import('./formats/warc.ts')
    yield* readWarc(name, bytes, limits, decode)
  },
}

/**
 * The articles in the bytes of one file, whose name tells the format. Reads no disk, so that it runs in a browser as
 * it does in Node (tables and web archives need Node). What cannot be read comes as a failure; never throws.
 */
export async function* decodeDocuments(
  name: string,
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
  mayRead: MayRead = () => true,
): AsyncGenerator<ReadResult> {
  yield* decodeAt(0, name, bytes, resolveLimits(limits), mayRead)
}

async function* decodeAt(
  depth: number,
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  mayRead: MayRead,
): AsyncGenerator<ReadResult> {
  try {
    if (depth > limits.archiveDepth)
      throw new HearsayError(
        'read/too-deep',
        name,
        `stands in more than ${limits.archiveDepth} archives`,
        'Unpack them, or raise the limit archiveDepth',
      )
    if (bytes.length === 0) throw emptyFile(name)
    const format = detectFormat(name, bytes)
    const limit = sizeLimit(format)
    if (bytes.length > limits[limit]) throw tooLarge(name, bytes.length, limits[limit], limit)
    if (!ARCHIVES.has(format) && !mayRead(name)) return
    yield* READERS[format](name, bytes, limits, (inner, content) =>
      decodeAt(depth + 1, inner, content, limits, mayRead),
    )
  } catch (cause) {
    yield { failure: asFailure(name, cause) }
  }
}
