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
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true })
    await pipeline(Readable.from(chunks), createWriteStream(temporary))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    if (!isSystemError(error)) throw error
    throw new HearsayError(
      'write/failed',
      path,
      `cannot be written (${error.message})`,
      'Choose a folder that you may write to with -o, or free some space.',
      { cause: error },
    )
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'errno' in error
}
