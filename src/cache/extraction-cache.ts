import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import { HearsayError } from '../errors.ts'
import type { Document } from '../types.ts'

/** Extractions kept from one build to the next, so that unchanged articles are not read again. */
export interface ExtractionCache {
  /** The line kept for this document, if nothing that decides it has changed. */
  readonly get: (document: Document) => string | undefined
  /** Keeps a line. What was kept survives a crash from the moment the promise resolves. */
  readonly put: (document: Document, line: string) => Promise<void>
  /** Forgets every line that was neither asked for nor kept since opening. */
  readonly prune: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens the cache of a folder: one LMDB file, transactional, so that a killed process leaves it whole.
 *
 * @param folder created when missing
 * @param fingerprint of everything but the document, see `fingerprint.ts`
 * @throws HearsayError where the folder cannot be written
 */
export function openExtractionCache(folder: string, fingerprint: string): ExtractionCache {
  const store = openStore(folder)
  const used = new Set<string>()
  const keyOf = (document: Document) => {
    const key = createHash('sha256').update(fingerprint).update(JSON.stringify(document)).digest('base64url')
    used.add(key)
    return key
  }
  return {
    get: document => store.get(keyOf(document)),
    put: async (document, line) => {
      await store.put(keyOf(document), line)
    },
    prune: async () => {
      const stale = [...store.getKeys()].filter(key => !used.has(key))
      await Promise.all(stale.map(key => store.remove(key)))
    },
    close: () => store.close(),
  }
}

function openStore(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
    return open<string, string>({ path: join(folder, 'extractions.lmdb'), compression: true, encoding: 'string' })
  } catch (error) {
    throw new HearsayError(
      'cache/unwritable',
      folder,
      `the cache cannot be opened (${error instanceof Error ? error.message : error})`,
      'Delete the folder, choose another output folder, or build with --no-cache.',
      { cause: error },
    )
  }
}
