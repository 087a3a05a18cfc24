/** What a reader refuses, so that one hostile file cannot take the machine. Every limit can be raised. */
export interface ReadLimits {
  /** Largest file that holds one article, in bytes. */
  readonly fileBytes: number
  /** Longest line of an NDJSON file, in bytes. */
  readonly lineBytes: number
  /** Deepest nesting of HTML tags that is kept; tags below are dropped, their words stay. */
  readonly htmlDepth: number
}

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 20_000_000,
  lineBytes: 20_000_000,
  htmlDepth: 256,
}

export function resolveLimits(given: Partial<ReadLimits> = {}): ReadLimits {
  return { ...DEFAULT_LIMITS, ...given }
}
