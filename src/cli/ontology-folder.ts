import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '../errors.ts'

/**
 * Reads the `*.json` files of a folder as ontology rows, sorted by name.
 *
 * @throws HearsayError where the folder or a file cannot be read or is no JSON
 */
export async function readOntologyFolder(folder: string): Promise<unknown[]> {
  const hint = 'Give a folder of *.json files, one predicate a file, as docs/ontology.md describes.'
  const names = await readdir(folder).catch(error => {
    throw new HearsayError('ontology/unreadable', folder, `cannot be read (${error.message})`, hint, { cause: error })
  })
  const files = names.filter(name => name.endsWith('.json')).sort()
  if (files.length === 0) throw new HearsayError('ontology/empty', folder, 'holds no *.json file', hint)
  return Promise.all(
    files.map(async name => {
      const path = join(folder, name)
      try {
        return { file: path, row: JSON.parse(await readFile(path, 'utf8')) }
      } catch (error) {
        throw new HearsayError('ontology/invalid', path, `is not JSON (${(error as Error).message})`, hint, {
          cause: error,
        })
      }
    }),
  )
}
