/** What a reader refuses, so that one hostile file cannot take the machine. Every limit can be raised. */
export interface ReadLimits {
  /** Largest file that holds one article, in bytes; in archives too. */
  readonly fileBytes: number
  /** Largest file that holds many articles (JSON, tables, archives), in bytes. */
  readonly collectionBytes: number
  /** Longest line of an NDJSON file and longest row of a table, in bytes. */
  readonly lineBytes: number
  /** Deepest nesting of HTML tags that is kept; tags below are dropped, their words stay. */
  readonly htmlDepth: number
  /** Most pages of a PDF. */
  readonly pages: number
  /** Most that one archive may unpack to, in bytes, all its entries together. */
  readonly unpackedBytes: number
  /** Most that an archive's entry may grow in unpacking; beyond it the entry is a bomb, not an article. */
  readonly unpackedRatio: number
  /** Most documents of one archive. */
  readonly archiveDocuments: number
  /** How deep archives may stand in archives. */
  readonly archiveDepth: number
  /**
   * Longest that one document may take, in seconds, before it is stopped and named; 0 for as long as it wants. Kept where
   * documents are read from disk, and for each million characters of its text where a document is extracted.
   */
  readonly documentSeconds: number
  /** Heap that the reading of a file may fill, in megabytes. Kept where documents are read from disk. */
  readonly documentMegabytes: number
}

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 20_000_000,
  collectionBytes: 500_000_000,
  lineBytes: 20_000_000,
  htmlDepth: 256,
  pages: 2_000,
  unpackedBytes: 1_000_000_000,
  unpackedRatio: 200,
  archiveDocuments: 100_000,
  archiveDepth: 3,
  documentSeconds: 60,
  documentMegabytes: 2_000,
}

export function resolveLimits(given: Partial<ReadLimits> = {}): ReadLimits {
  return { ...DEFAULT_LIMITS, ...given }
}
