import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HearsayError } from '../errors.ts'

/**
 * Writes chunks to a temporary name beside the target and renames it at the end, so that a file under its final name
 * is always whole.
 *
 * @throws HearsayError where the place cannot be written
 */
export async function writeFile(path: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const staged = await stageFile(path, chunks)
  await staged.finish()
}

/** A file that is written and waits for its final name, so that several can get theirs together. */
export interface StagedFile {
  /** Where it stands until then. */
  readonly temporary: string
  readonly finish: () => void | Promise<void>
  readonly abandon: () => void | Promise<void>
}

/**
 * Writes chunks to a temporary name beside the target, down to the disk.
 *
 * @throws HearsayError where the place cannot be written, also from `finish`
 */
export async function stageFile(path: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<StagedFile> {
  const temporary = temporaryName(path)
  const abandon = () => rm(temporary, { force: true }).catch(() => undefined)
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      await abandon()
      throw asWriteFailure(path, error)
    }
  }
  await attempt(async () => {
    await mkdir(dirname(path), { recursive: true })
    await pipeline(Readable.from(chunks), createWriteStream(temporary, { flush: true }))
  })
  return { temporary, finish: () => attempt(() => rename(temporary, path)), abandon }
}

/** The name of a file that is being written; `removeLeftovers` knows it. */
export const temporaryName = (path: string): string => `${path}.${process.pid}.tmp`

/** An error of the disk in words that tell the user what to do; any other as it is. */
export function asWriteFailure(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error
  return new HearsayError(
    'write/failed',
    path,
    `cannot be written (${error.message})`,
    'Choose a folder that you may write to with -o, or free some space.',
    { cause: error },
  )
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'errno' in error
}
