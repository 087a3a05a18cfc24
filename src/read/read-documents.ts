import { createReadStream } from 'node:fs'
import { pMapIterable } from 'p-map'
import type { HearsayError } from '../errors.ts'
import { ReadingThread } from './apart/reading-thread.ts'
import { decodeDocuments, type ReadResult } from './decode-documents.ts'
import { uniqueIds } from './document-ids.ts'
import { asFailure, tooLarge } from './failures.ts'
import { SourcesFinder } from './find-sources.ts'
import { detectFormat, type Format, formatOfName, sizeLimit } from './formats/detect-format.ts'
import { type ReadLimits, resolveLimits } from './limits.ts'
import { type InputFile, listInputs } from './list-inputs.ts'
import { readBytes } from './read-bytes.ts'

export interface ReadOptions {
  /** A table of `file, outlet, published, url, title`; without it, `sources.csv` beside the inputs. */
  readonly sources?: string
  readonly limits?: Partial<ReadLimits>
}

/** Formats whose readers take time in proportion to the bytes, whatever these are; the others are read where they can be stopped. */
const READ_HERE: ReadonlySet<Format | undefined> = new Set<Format>(['text', 'json', 'ndjson', 'table'])
/** Files whose reading begins before their turn. */
const AHEAD = 4

/**
 * Reads files, folders, globs and standard input (`-`) as documents, in the order of their sorted paths. What cannot
 * be read, or takes longer than its limits allow, comes as a failure that names the file, the reason and what to do; the
 * rest goes on. Never throws.
 */
export async function* readDocuments(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const limits = resolveLimits(options.limits)
  const sources = new SourcesFinder(options.sources)
  const unique = uniqueIds()
  const thread = new ReadingThread(limits)
  const begin = async (found: Found): Promise<Begun> => {
    if ('failure' in found) return found
    const { file } = found
    const results = readFileDocuments(file, limits, thread)
    return { file, results: beginsAhead(file) ? restOf(await results.next(), results) : results }
  }
  try {
    for await (const found of pMapIterable(listInputs(inputs), begin, { concurrency: AHEAD })) {
      if ('failure' in found) {
        yield found
        continue
      }
      for await (const result of found.results) {
        if ('failure' in result) {
          yield result
          continue
        }
        const document = await sources.apply(result.document, found.file)
        for (const failure of sources.takeFailures()) yield { failure }
        yield { document: { ...document, id: unique(document.id) } }
      }
    }
  } finally {
    await thread.end()
  }
}

type Found = { readonly file: InputFile } | { readonly failure: HearsayError }
type Begun =
  | { readonly file: InputFile; readonly results: AsyncIterable<ReadResult> }
  | { readonly failure: HearsayError }

/** Files of one article, read in the thread: the others may be large, and are opened one at a time. */
function beginsAhead({ path, name }: InputFile): boolean {
  const format = formatOfName(name)
  return path !== '-' && !READ_HERE.has(format) && sizeLimit(format) === 'fileBytes'
}

async function* restOf(
  first: IteratorResult<ReadResult>,
  rest: AsyncGenerator<ReadResult>,
): AsyncGenerator<ReadResult> {
  if (first.done) return
  yield first.value
  yield* rest
}

async function* readFileDocuments(
  file: InputFile,
  limits: ReadLimits,
  thread: ReadingThread,
): AsyncGenerator<ReadResult> {
  const format = formatOfName(file.name)
  try {
    if (file.path === '-') yield* readStdin(limits, thread)
    else if (format === 'ndjson') yield* readLines(file.name, createReadStream(file.path), limits)
    else if (READ_HERE.has(format)) yield* decodeDocuments(file.name, await readBytes(file, limits), limits)
    else yield* thread.read(file.name, file.path)
  } catch (cause) {
    yield { failure: asFailure(file.path, cause) }
  }
}

async function* readLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<ReadResult> {
  const { readNdjson } = await import('./formats/ndjson.ts')
  yield* readNdjson(name, chunks, limits)
}

/** NDJSON passes through line by line; anything else is one file. */
async function* readStdin(limits: ReadLimits, thread: ReadingThread): AsyncGenerator<ReadResult> {
  const input = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first = await input.next()
  const head = first.done ? Buffer.alloc(0) : first.value
  async function* rest(): AsyncGenerator<Buffer> {
    if (!first.done) yield head
    for (let next = await input.next(); !next.done; next = await input.next()) yield next.value
  }
  const format = detectFormat('stdin', head)
  if (format === 'ndjson') {
    yield* readLines('stdin', rest(), limits)
    return
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of rest()) {
    size += chunk.length
    if (size > limits.collectionBytes) throw tooLarge('stdin', size, limits.collectionBytes, 'collectionBytes')
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  yield* READ_HERE.has(format) ? decodeDocuments('stdin', bytes, limits) : thread.read('stdin', bytes)
}
