import type { BlockKind, PullQuote } from '../types.ts'
import { looksLikeHeading } from './classify-lines.ts'
import type { Line } from './lines.ts'
import { readPullQuote } from './pull-quotes.ts'
import { countWords, durationTitle, endsSentence } from './shape.ts'

/** One kind a line; null while nothing has decided. */
export type Kinds = (BlockKind | null)[]

/** Three lines in a row that could be sub-heads are a list. */
const SHORTEST_LIST = 3
/** A menu is at least this long, of lines of at most `MENU_WORDS`. */
const SHORTEST_MENU = 4
const MENU_WORDS = 3
const LONGEST_LABEL_WORDS = 12

export function markPullQuotes(lines: readonly Line[], kinds: Kinds): PullQuote[] {
  const found: PullQuote[] = []
  for (let index = 1; index < lines.length; index++) {
    const before = kinds[index - 1]
    if (kinds[index] !== null || (before !== null && before !== 'text')) continue
    const pullQuote = readPullQuote(lines[index - 1], lines[index]!, lines[index + 1])
    if (!pullQuote) continue
    kinds[index - 1] = 'pull-quote'
    kinds[index] = 'pull-quote-source'
    found.push(pullQuote)
  }
  return found
}

/** A short unfinished line that comes back is a label; one that repeats a video's title is its caption. */
export function markRepeated(lines: readonly Line[], kinds: Kinds): void {
  const counts = new Map<string, number>()
  const titles = new Set<string>()
  const isLabel = (text: string): boolean =>
    text.length <= 160 && !endsSentence(text) && !/[,:;]$/.test(text) && countWords(text) <= LONGEST_LABEL_WORDS
  lines.forEach(({ text }, index) => {
    if (kinds[index] === null && isLabel(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
    const title = kinds[index] === 'caption' ? durationTitle(text) : null
    if (title !== null) titles.add(title)
  })
  lines.forEach(({ text }, index) => {
    if (kinds[index] !== null) return
    if (titles.has(text)) kinds[index] = 'caption'
    else if ((counts.get(text) ?? 0) > 1) kinds[index] = 'furniture'
  })
}

const AUTHOR_NOTE =
  /^(?:\p{Lu}[\p{L}.'’-]*\s){2,4}(?:is|was|covers|writes|reports)\s(?:a|an|the|our|on|about|for|from)\s.{0,140}\b(?:reporter|correspondent|journalist|editor|columnist|bureau chief|freelancer?|staff writer|contributor|covers|coverage)\b.{0,140}$/u

/** "Jane Doe is a reporter based in Vigo." under the article is about its author. */
export function markAuthorNote(lines: readonly Line[], kinds: Kinds): void {
  const last = kinds.findLastIndex(kind => kind === null || kind === 'text')
  if (last > 1 && kinds[last] === null && AUTHOR_NOTE.test(lines[last]!.text)) kinds[last] = 'byline'
}

/** A line of nothing but a credit ("REUTERS/Jane Doe"). */
const CREDIT_LINE = /^(?:REUTERS\/|(?:photo(?:graph)?|picture|image|credit)s?\s?(?:[:/]|by )).{1,80}$/i
const CREDIT_AFTER = 3

/** A caption broken over lines: what stands between its label and its credit, and the line that the credit closes. */
export function markCaptions(lines: readonly Line[], kinds: Kinds): void {
  lines.forEach(({ text }, index) => {
    if (kinds[index] !== 'caption' || text.length > 100 || (!/^REUTERS\//.test(text) && !CREDIT_LINE.test(text))) return
    const from = kinds.slice(Math.max(0, index - CREDIT_AFTER), index).lastIndexOf('caption')
    const start = from < 0 ? index - 1 : Math.max(0, index - CREDIT_AFTER) + from + 1
    for (let between = Math.max(0, start); between < index; between++)
      if (kinds[between] === null && lines[between]!.text.length <= 400) kinds[between] = 'caption'
  })
}

/**
 * Decides the lines that are left, by where they stand: headline and what hangs under it before the first paragraph,
 * sub-heads between paragraphs, lists, menus, and the links that follow the last paragraph.
 */
export function markByPosition(title: string | undefined, lines: readonly Line[], kinds: Kinds): void {
  const prose = lines.map(({ text }, index) => kinds[index] === 'text' || (kinds[index] === null && readsAsProse(text)))
  const first = prose.indexOf(true)
  const last = prose.lastIndexOf(true)
  for (let from = 0; from < lines.length; ) {
    if (kinds[from] !== null) {
      from++
      continue
    }
    const top = from < first && !kinds.slice(0, from).includes('heading')
    let to = from
    while (
      to < lines.length &&
      kinds[to] === null &&
      !prose[to] &&
      looksLikeHeading(lines[to]!.text, to === from && top)
    )
      to++
    if (to === from) {
      const isTitle = top && first >= 0 && from < last && isHeadline(lines[from]!.text, title)
      kinds[from] = isTitle ? 'heading' : 'text'
      from++
      continue
    }
    const menuEnd = from < first ? endOfMenu(lines, kinds, from, to) : from
    kinds.fill('furniture', from, menuEnd)
    if (menuEnd < to) kinds.fill(kindOfRun(lines, kinds, { from: menuEnd, to, first, last }), menuEnd, to)
    from = to
  }
}

interface Run {
  readonly from: number
  readonly to: number
  /** First and last line of prose; -1 where there is none. */
  readonly first: number
  readonly last: number
}

function kindOfRun(lines: readonly Line[], kinds: Kinds, { from, to, first, last }: Run): BlockKind {
  if (last < 0) return 'text'
  const introduced = from > 0 && kinds[from - 1] === 'text' && /:["”’]?$/.test(lines[from - 1]!.text)
  if (introduced) return 'text'
  if (from > last) return 'furniture'
  return from > first && to - from >= SHORTEST_LIST ? 'text' : 'heading'
}

/** Where the menu ends that opens a page; `from` where there is none. Buttons before it belong to it. */
function endOfMenu(lines: readonly Line[], kinds: Kinds, from: number, to: number): number {
  let start = from
  while (start > 0 && kinds[start - 1] === 'furniture' && isMenuItem(lines[start - 1]!)) start--
  let end = from
  while (end < to && isMenuItem(lines[end]!)) end++
  return start === 0 && end - start >= SHORTEST_MENU ? end : from
}

function isMenuItem({ text }: Line): boolean {
  return countWords(text) <= MENU_WORDS
}

function readsAsProse(text: string): boolean {
  return !looksLikeHeading(text, true) && countWords(text) > 2
}

function isHeadline(text: string, title: string | undefined): boolean {
  if (title === undefined) return false
  const plain = (words: string): string =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(text) === plain(title)
}
