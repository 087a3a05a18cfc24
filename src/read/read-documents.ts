import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { decodeDocuments, type ReadResult } from './decode-documents.ts'
import { uniqueIds } from './document-ids.ts'
import { asFailure, tooLarge } from './failures.ts'
import { SourcesFinder } from './find-sources.ts'
import { detectFormat, formatOfName, sizeLimit } from './formats/detect-format.ts'
import { type ReadLimits, resolveLimits } from './limits.ts'
import { type InputFile, listInputs } from './list-inputs.ts'

export interface ReadOptions {
  /** A table of `file, outlet, published, url, title`; without it, `sources.csv` beside the inputs. */
  readonly sources?: string
  readonly limits?: Partial<ReadLimits>
}

/**
 * Reads files, folders, globs and standard input (`-`) as documents, in the order of their sorted paths. What cannot
 * be read comes as a failure that names the file, the reason and what to do; the rest goes on. Never throws.
 */
export async function* readDocuments(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const limits = resolveLimits(options.limits)
  const sources = new SourcesFinder(options.sources)
  const unique = uniqueIds()
  for await (const found of listInputs(inputs)) {
    if ('failure' in found) {
      yield found
      continue
    }
    for await (const result of readFileDocuments(found.file, limits)) {
      if ('failure' in result) {
        yield result
        continue
      }
      const document = await sources.apply(result.document, found.file)
      for (const failure of sources.takeFailures()) yield { failure }
      yield { document: { ...document, id: unique(document.id) } }
    }
  }
}

async function* readFileDocuments(file: InputFile, limits: ReadLimits): AsyncGenerator<ReadResult> {
  try {
    if (file.path === '-') yield* readStdin(limits)
    else if (formatOfName(file.name) === 'ndjson') yield* readLines(file.name, createReadStream(file.path), limits)
    else yield* decodeDocuments(file.name, await readBytes(file, limits), limits)
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

async function readBytes(file: InputFile, limits: ReadLimits): Promise<Uint8Array> {
  const { size } = await stat(file.path)
  const limit = sizeLimit(formatOfName(file.name))
  if (size > limits[limit]) throw tooLarge(file.path, size, limits[limit], limit)
  return readFile(file.path)
}

/** NDJSON passes through line by line; anything else is one file. */
async function* readStdin(limits: ReadLimits): AsyncGenerator<ReadResult> {
  const input = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first = await input.next()
  const head = first.done ? Buffer.alloc(0) : first.value
  async function* rest(): AsyncGenerator<Buffer> {
    if (!first.done) yield head
    for (let next = await input.next(); !next.done; next = await input.next()) yield next.value
  }
  if (detectFormat('stdin', head) === 'ndjson') {
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
  yield* decodeDocuments('stdin', Buffer.concat(chunks), limits)
}
