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
  /**
   * Keeps a line. What was kept survives a crash from the moment the promise resolves. Where the disk is full, nothing is
   * kept from then on, and `onFull` is told once: a build without a cache is a build all the same.
   */
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
export function openExtractionCache(
  folder: string,
  fingerprint: string,
  onFull: (warning: HearsayError) => void = () => undefined,
): ExtractionCache {
  const store = openStore(folder)
  const stopIgnoring = ignoreFailedCommits()
  let full = false
  let tellWaiting = () => {}
  // Writes that were under way when a commit failed may never settle.
  const untilFull = new Promise<void>(resolve => {
    tellWaiting = resolve
  })
  const used = new Set<string>()
  const keyOf = (document: Document) => {
    const key = createHash('sha256').update(fingerprint).update(JSON.stringify(document)).digest('base64url')
    used.add(key)
    return key
  }
  return {
    get: document => store.get(keyOf(document)),
    put: async (document, line) => {
      if (full) return
      try {
        await Promise.race([store.put(keyOf(document), line), untilFull])
      } catch (error) {
        if (full) return
        full = true
        tellWaiting()
        onFull(unkept(folder, error))
      }
    },
    prune: async () => {
      if (full) return
      const stale = [...store.getKeys()].filter(key => !used.has(key))
      await Promise.all(stale.map(key => store.remove(key)))
    },
    close: async () => {
      if (full) return
      await store.close()
      stopIgnoring()
    },
  }
}

/**
 * Where a commit fails, LMDB rejects the promise of the write, and others that it hands to nobody and that would end the
 * process.
 *
 * @returns ends it
 */
function ignoreFailedCommits(): () => void {
  const listener = (reason: unknown) => {
    const ofCommit = reason instanceof Error && /[\\/]lmdb[\\/]/.test(reason.stack ?? '')
    if (!ofCommit && process.listenerCount('unhandledRejection') === 1) throw reason
  }
  process.on('unhandledRejection', listener)
  return () => process.off('unhandledRejection', listener)
}

const unkept = (folder: string, cause: unknown) =>
  new HearsayError(
    'cache/full',
    folder,
    `can keep no more (${cause instanceof Error ? cause.message : cause})`,
    'The build goes on; to have the next one start where this one ends, free some space.',
    { cause },
  )

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
