import { isoDate } from '../util/iso-date.ts'

/** What a format or page says of an article besides its text. */
export interface Metadata {
  readonly title?: string
  readonly outlet?: string
  /** ISO 8601. */
  readonly published?: string
  readonly url?: string
  readonly language?: string
}

type Candidates = { readonly [Key in keyof Metadata]-?: readonly (string | null | undefined)[] }

/** The first usable candidate for each: titles without line ends, dates that are dates, addresses of the web. */
export function chooseMetadata(candidates: Partial<Candidates>): Metadata {
  const metadata: Record<string, string> = {}
  const choose = (key: keyof Metadata, read: (value: string) => string | null): void => {
    for (const candidate of candidates[key] ?? []) {
      const value = candidate ? read(candidate) : null
      if (value === null) continue
      metadata[key] = value
      return
    }
  }
  choose('title', oneLine)
  choose('outlet', oneLine)
  choose('published', isoDate)
  choose('url', webAddress)
  choose('language', languageTag)
  return metadata
}

/** Longer "titles" are text that somebody put in the wrong field. */
const LONGEST_LINE = 500

function oneLine(value: string): string | null {
  const line = value
    .slice(0, 4 * LONGEST_LINE)
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' ? null : line.slice(0, LONGEST_LINE)
}

/** The address, if it is one of the web. */
export function webAddress(value: string): string | null {
  const address = value.trim()
  return address.length <= 4_000 && /^https?:\/\/[^\s/]/i.test(address) && !/\s/.test(address) ? address : null
}

function languageTag(value: string): string | null {
  const tag = value.trim().replaceAll('_', '-')
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null
}

/** `https://www.example.org/a` → `example.org`. */
export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  try {
    return new URL(url).hostname.replace(/^www\./, '') || undefined
  } catch {
    return undefined
  }
}
