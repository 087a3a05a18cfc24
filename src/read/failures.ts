import { HearsayError } from '../errors.ts'

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
