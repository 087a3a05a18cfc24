import { HearsayError } from '../errors.ts'
import type { ReadLimits } from './limits.ts'

export const emptyFile = (name: string): HearsayError =>
  new HearsayError('read/empty', name, 'holds no text', 'Leave it out, or save the article again')

export const binaryFile = (name: string): HearsayError =>
  new HearsayError(
    'read/binary',
    name,
    'is not text in any encoding that can be told',
    'Save it as .txt, .html or another format of docs/input.md',
  )

export function tooLarge(name: string, bytes: number, limit: number, option: string): HearsayError {
  const problem = `is too large (${megabytes(bytes)}, the limit is ${megabytes(limit)})`
  return new HearsayError('read/too-large', name, problem, `Split it, or raise the limit ${option}`)
}

/** A document whose reading was stopped: it took too long, or too much memory. */
export function stopped(name: string, reason: 'time' | 'memory', limits: ReadLimits): HearsayError {
  const { documentSeconds, documentMegabytes } = limits
  const other = 'Save it in another format'
  return reason === 'time'
    ? new HearsayError(
        'read/too-slow',
        name,
        `took longer than ${documentSeconds} s to read and was stopped`,
        `${other}, or raise the limit documentSeconds`,
      )
    : new HearsayError(
        'read/too-much-memory',
        name,
        `needed more than ${documentMegabytes} MB of memory to be read and was stopped`,
        `${other}, or raise the limit documentMegabytes`,
      )
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${bytes} bytes`
}

const SYSTEM_REASONS: Record<string, readonly [code: string, problem: string, hint: string]> = {
  ENOENT: ['read/not-found', 'does not exist', 'Check the spelling of the path'],
  EACCES: ['read/unreadable', 'may not be read by this user', 'Change its permissions'],
  EPERM: ['read/unreadable', 'may not be read by this user', 'Change its permissions'],
  EISDIR: ['read/unreadable', 'is a folder', 'Name a file'],
  EMFILE: ['read/unreadable', 'could not be opened: too many open files', 'Close other programs and try again'],
  EIO: ['read/unreadable', 'could not be read: the disk reports an error', 'Check the disk'],
  ELOOP: ['read/unreadable', 'is a symbolic link that leads to itself', 'Remove the link'],
}

/** Any error met while a file was read, as a failure that names the file. */
export function asFailure(name: string, cause: unknown): HearsayError {
  if (cause instanceof HearsayError) return cause
  const system = cause instanceof Error && 'code' in cause ? SYSTEM_REASONS[String(cause.code)] : undefined
  if (system) return new HearsayError(system[0], name, system[1], system[2], { cause })
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new HearsayError(
    'read/unreadable',
    name,
    `could not be read (${reason})`,
    'Open it in its own program and save it again',
    {
      cause,
    },
  )
}
