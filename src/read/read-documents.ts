import { readFile, stat } from 'node:fs/promises'
import { decodeDocuments, type ReadResult } from './decode-documents.ts'
import { uniqueIds } from './document-ids.ts'
import { asFailure, tooLarge } from './failures.ts'
import { type ReadLimits, resolveLimits } from './limits.ts'
import { type InputFile, listInputs } from './list-inputs.ts'

export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>
}

/**
 * Reads files, folders, globs and standard input (`-`) as documents, in the order of their sorted paths. What cannot
 * be read comes as a failure that names the file, the reason and what to do; the rest goes on. Never throws.
 */
export async function* readDocuments(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const limits = resolveLimits(options.limits)
  const unique = uniqueIds()
  for await (const found of listInputs(inputs)) {
    if ('failure' in found) {
      yield found
      continue
    }
    for await (const result of readFileDocuments(found.file, limits))
      yield 'document' in result ? { document: { ...result.document, id: unique(result.document.id) } } : result
  }
}

async function* readFileDocuments(file: InputFile, limits: ReadLimits): AsyncGenerator<ReadResult> {
  try {
    const bytes = file.path === '-' ? await readStdin(limits) : await readBytes(file, limits)
    yield* decodeDocuments(file.name, bytes, limits)
  } catch (cause) {
    yield { failure: asFailure(file.path, cause) }
  }
}

async function readBytes(file: InputFile, limits: ReadLimits): Promise<Uint8Array> {
  const { size } = await stat(file.path)
  if (size > limits.fileBytes) throw tooLarge(file.path, size, limits.fileBytes, 'fileBytes')
  return readFile(file.path)
}

async function readStdin(limits: ReadLimits): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += chunk.length
    if (size > limits.fileBytes) throw tooLarge('stdin', size, limits.fileBytes, 'fileBytes')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
