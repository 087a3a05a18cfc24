import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { HearsayError } from '../errors.ts'
import { asFailure } from './failures.ts'
import { isPagePart, isSourcesTable } from './file-kinds.ts'

/** One file to read. */
export interface InputFile {
  /** Where it is; `-` is standard input. */
  readonly path: string
  /** Path relative to the input that named it, with forward slashes. */
  readonly name: string
}

const GLOB_SIGN = /[*?[{(!]/

/** The files that inputs name, each once: folders as deep as they go, in the order of their paths. */
export async function* listInputs(
  inputs: readonly string[],
): AsyncGenerator<{ readonly file: InputFile } | { readonly failure: HearsayError }> {
  const seen = new Set<string>()
  for (const input of inputs) {
    try {
      for (const file of await expand(input)) {
        const key = file.path === '-' ? '-' : await realpath(file.path).catch(() => resolve(file.path))
        if (seen.has(key)) continue
        seen.add(key)
        yield { file }
      }
    } catch (cause) {
      yield { failure: asFailure(input, cause) }
    }
  }
}

async function expand(input: string): Promise<InputFile[]> {
  if (input === '-') return [{ path: '-', name: 'stdin' }]
  const found = await stat(input).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' && GLOB_SIGN.test(input)) return null
    throw cause
  })
  if (found === null) return expandGlob(input)
  if (!found.isDirectory()) return [{ path: input, name: basename(input) }]
  const files = await walk(input, input, new Set())
  if (files.length === 0)
    throw new HearsayError('read/nothing-found', input, 'holds no files to read', 'Name a folder that holds articles')
  return inOrder(files)
}

async function expandGlob(pattern: string): Promise<InputFile[]> {
  const { glob } = await import('tinyglobby')
  const posix = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern
  const base = posix.slice(0, posix.slice(0, posix.search(GLOB_SIGN)).lastIndexOf('/') + 1)
  const paths = await glob(posix, { onlyFiles: true })
  const files = paths.map(path => ({ path, name: toPosix(relative(base || '.', path)) }))
  if (files.length === 0)
    throw new HearsayError(
      'read/nothing-found',
      pattern,
      'matches no file',
      'Check the pattern and the folder you are in',
    )
  return inOrder(files)
}

async function walk(root: string, folder: string, visited: Set<string>): Promise<InputFile[]> {
  const real = await realpath(folder)
  if (visited.has(real)) return []
  visited.add(real)
  const files: InputFile[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || isSourcesTable(entry.name)) continue
    const path = join(folder, entry.name)
    const isFolder =
      entry.isDirectory() || (entry.isSymbolicLink() && (await stat(path).catch(() => null))?.isDirectory())
    if (isFolder) files.push(...(await walk(root, path, visited)))
    else if (!isPagePart(entry.name)) files.push({ path, name: toPosix(relative(root, path)) })
  }
  return files
}

function inOrder(files: InputFile[]): InputFile[] {
  return files.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
}

function toPosix(path: string): string {
  return path.split(sep).join('/')
}
