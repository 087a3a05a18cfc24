import { listZip, refuseEntry, unpackEntries, type ZipEntry } from '../archive/unzip.ts'
import { withinArchive } from '../archive/within-archive.ts'
import type { Decode, ReadResult } from '../decode-documents.ts'
import { asFailure, emptyFile } from '../failures.ts'
import { isPagePart, isSourcesTable } from '../file-kinds.ts'
import type { ReadLimits } from '../limits.ts'
import { applySources, parseSources, type SourcesTable } from '../sources-table.ts'

/** A ZIP of any files that are read, archives included; a `sources.csv` at its top tells about the others. */
export async function* readZip(
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  decode: Decode,
): AsyncGenerator<ReadResult> {
  // Broken directories name the same entry over and over.
  const named = new Map(listZip(name, bytes, limits).map(entry => [entry.name, entry]))
  const entries = [...named.values()].filter(entry => !isPassedOver(entry.name))
  const sources = entries.filter(entry => isSourcesTable(entry.name))
  const articles = entries.filter(entry => !isSourcesTable(entry.name)).sort(byName)
  if (articles.length === 0) throw emptyFile(name)
  const { table, failures } = readTables(name, bytes, sources)
  for (const failure of failures) yield failure
  const accepted: ZipEntry[] = []
  for (const entry of articles) {
    const failure = refuseEntry(`${name}/${entry.name}`, entry, limits)
    if (failure) yield { failure }
    else accepted.push(entry)
  }
  async function* read(): AsyncGenerator<ReadResult> {
    for (const { entry, content } of unpackEntries(name, bytes, accepted)) {
      if (!(content instanceof Uint8Array)) {
        yield { failure: content }
        continue
      }
      for await (const result of decode(`${name}/${entry.name}`, content))
        yield 'document' in result ? { document: applySources(result.document, entry.name, table) } : result
    }
  }
  yield* withinArchive(name, read(), limits)
}

function readTables(
  name: string,
  bytes: Uint8Array,
  sources: readonly ZipEntry[],
): { table: SourcesTable; failures: ReadResult[] } {
  const failures: ReadResult[] = []
  for (const { entry, content } of unpackEntries(name, bytes, sources)) {
    try {
      if (!(content instanceof Uint8Array)) throw content
      return { table: parseSources(`${name}/${entry.name}`, content), failures }
    } catch (cause) {
      failures.push({ failure: asFailure(`${name}/${entry.name}`, cause) })
    }
  }
  return { table: new Map(), failures }
}

/** Folders, hidden files, what macOS adds, and parts of web pages. */
function isPassedOver(entry: string): boolean {
  return entry === '' || entry.endsWith('/') || /(?:^|\/)(?:\.|__MACOSX\/)/.test(entry) || isPagePart(entry)
}

function byName(one: ZipEntry, other: ZipEntry): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0
}
