import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { HearsayError } from '../errors.ts'
import type { Document } from '../types.ts'
import { asFailure } from './failures.ts'
import { isSourcesTable } from './file-kinds.ts'
import type { InputFile } from './list-inputs.ts'
import type { SourcesTable } from './sources-table.ts'

/** Looks up what `sources.csv` tables say: the one given, or those in a file's folder and above it up to the input. */
export class SourcesFinder {
  readonly #given: string | undefined
  readonly #tables = new Map<string, SourcesTable | null>()
  readonly #failures: HearsayError[] = []

  constructor(given?: string) {
    this.#given = given
  }

  /** The document with the fields of its row; the nearest table that has one counts. */
  async apply(document: Document, file: InputFile): Promise<Document> {
    for (const { folder, name } of this.#places(file)) {
      const table = folder === null ? await this.#load(this.#given!) : await this.#inFolder(folder)
      if (table === null) continue
      const { applySources } = await import('./sources-table.ts')
      const found = applySources(document, name, table)
      if (found !== document) return found
    }
    return document
  }

  /** Tables that could not be read, each told once. */
  takeFailures(): HearsayError[] {
    return this.#failures.splice(0)
  }

  #places(file: InputFile): { folder: string | null; name: string }[] {
    if (this.#given !== undefined) return [{ folder: null, name: file.name }]
    if (file.path === '-') return []
    const parts = file.name.split('/')
    let folder = dirname(file.path)
    return parts.map((_, index) => {
      const place = { folder, name: parts.slice(parts.length - 1 - index).join('/') }
      folder = dirname(folder)
      return place
    })
  }

  async #inFolder(folder: string): Promise<SourcesTable | null> {
    const key = `${folder}/`
    const known = this.#tables.get(key)
    if (known !== undefined) return known
    const name = (await readdir(folder).catch(() => [])).find(entry => isSourcesTable(entry))
    const table = name === undefined ? null : await this.#load(join(folder, name))
    this.#tables.set(key, table)
    return table
  }

  async #load(path: string): Promise<SourcesTable | null> {
    const known = this.#tables.get(path)
    if (known !== undefined) return known
    let table: SourcesTable | null = null
    try {
      // A build without such a table does not load the parser.
      const { parseSources } = await import('./sources-table.ts')
      table = parseSources(path, await readFile(path))
    } catch (cause) {
      this.#failures.push(asFailure(path, cause))
    }
    this.#tables.set(path, table)
    return table
  }
}
