import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What an extraction depends on besides its document: the rooms that read it, and their data. */
const READ_BY_EXTRACTION = ['clean', 'data', 'entities', 'language', 'relations', 'statements', 'util', 'pipeline']

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Hash of everything that decides what is extracted from a document: code, models, lexicons, the shipped ontology and
 * the user's. It changes exactly when a cached extraction may be stale.
 */
export function fingerprint(ontology: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(ontology))
  const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(ROOT.length))
    .filter(file => READ_BY_EXTRACTION.includes(file.split(sep)[0]!.replace(/\.[jt]s$/, '')))
    .sort()
  for (const file of files) {
    hash
      .update(file.split(sep).join('/'))
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}
