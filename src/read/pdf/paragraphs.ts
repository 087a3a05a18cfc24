import type { PdfLine } from './lines.ts'

const SENTENCE_END = /[.!?…:;]["'”’»)\]]*$/
/** Heads of compounds that English does not write in one word. */
const KEEPS_HYPHEN = /^(?:self|ex|vice|well|half)-$/i
const HYPHEN = /\p{L}[-\u00ad\u2010]$/u

/** How far a page's head and foot reach, in lines. */
const EDGE_LINES = 2

/**
 * Puts printed lines together as paragraphs, a blank line between them: running heads and page numbers go, words that
 * were parted at a line's end are whole again, and a paragraph runs on over columns and pages.
 */
export function toParagraphs(pages: readonly (readonly PdfLine[])[]): string {
  const lines = withoutRunningHeads(pages)
  const layout: Layout = {
    gap: commonest(lines.map((line, index) => gapAbove(lines[index - 1], line))),
    size: commonest(lines.map(line => line.size)),
    widthAt: columnWidths(lines),
  }
  const words = wholeWords(lines)
  const paragraphs: string[] = []
  let current = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before !== undefined && !startsParagraph(before, line, layout)) current = join(current, line.text, words)
    else {
      if (current !== '') paragraphs.push(current)
      current = line.text
    }
  })
  if (current !== '') paragraphs.push(current)
  return paragraphs.map(paragraph => paragraph.replaceAll('\u00ad', '')).join('\n\n')
}

interface Layout {
  /** Distance between lines within paragraphs, in points. */
  readonly gap: number
  /** Size of the letters of the body, in points. */
  readonly size: number
  /** Width of the column that a line stands in. */
  readonly widthAt: (line: PdfLine) => number
}

function startsParagraph(before: PdfLine, line: PdfLine, { gap, size, widthAt }: Layout): boolean {
  const ended = SENTENCE_END.test(before.text)
  if (Math.abs(line.size - before.size) > 0.15 * Math.max(line.size, before.size)) return true
  const elsewhere = line.page !== before.page || line.y > before.y
  if (elsewhere)
    return ended ? !/^\p{Ll}/u.test(line.text) : !/^[\p{Ll}"“(\d]/u.test(line.text) && !HYPHEN.test(before.text)
  // Lines of headlines stand further apart in proportion to their letters.
  if (gap > 0 && before.y - line.y > gap * 1.35 * Math.max(1, line.size / size)) return true
  const indented = line.left - before.left > line.size * 0.8
  const short = before.right - before.left < widthAt(before) * 0.85
  return ended && (indented || short)
}

const COLUMN_POINTS = 36

/** Columns by their left edge; an indented line belongs to the column that begins just left of it. */
function columnWidths(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const widest = new Map<string, number>()
  const key = (line: PdfLine, shift: number): string => `${line.page} ${Math.round(line.left / COLUMN_POINTS) + shift}`
  for (const line of lines) widest.set(key(line, 0), Math.max(widest.get(key(line, 0)) ?? 0, line.right - line.left))
  return line => Math.max(widest.get(key(line, 0)) ?? 0, widest.get(key(line, -1)) ?? 0)
}

function join(text: string, next: string, words: ReadonlySet<string>): string {
  if (!HYPHEN.test(text) || !/^\p{Ll}/u.test(next)) return `${text} ${next}`
  const head = /[\p{L}-]+[-\u00ad\u2010]$/u.exec(text)![0]
  const tail = /^[\p{L}-]+/u.exec(next)![0]
  if (KEEPS_HYPHEN.test(head)) return `${text}${next}`
  // "long-" + "term" keeps its hyphen if the article writes "long-term" within a line.
  const hyphenated = `${head.slice(0, -1)}-${tail}`.toLowerCase()
  return words.has(hyphenated) ? `${text}${next}` : `${text.slice(0, -1)}${next}`
}

function wholeWords(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>()
  for (const { text } of lines)
    for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)+/gu)) words.add(word.toLowerCase())
  return words
}

/** Distance to the line above on the same page; 0 where there is none. */
function gapAbove(before: PdfLine | undefined, line: PdfLine): number {
  return before && before.page === line.page ? Math.max(0, before.y - line.y) : 0
}

/** The commonest of some lengths, to half a point; 0 where all are. */
function commonest(lengths: readonly number[]): number {
  const counts = new Map<number, number>()
  let best = 0
  for (const length of lengths) {
    const rounded = Math.round(length * 2) / 2
    if (rounded <= 0) continue
    const count = (counts.get(rounded) ?? 0) + 1
    counts.set(rounded, count)
    if (count > (counts.get(best) ?? 0)) best = rounded
  }
  return best
}

/** Leaves out page numbers, and lines that come back at the head or foot of pages (a title stays where it comes first). */
function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[] {
  const counts = new Map<string, number>()
  const edges = pages.map(lines => new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)]))
  for (const edge of edges)
    for (const pattern of new Set([...edge].map(running))) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  const often = Math.max(3, pages.length / 10)
  const seen = new Set<string>()
  const comesBack = (line: PdfLine): boolean => {
    const pattern = running(line)
    if ((counts.get(pattern) ?? 0) < often) return false
    const before = seen.has(pattern)
    seen.add(pattern)
    return before
  }
  return pages.flatMap((lines, page) =>
    lines.filter(line => {
      if (!edges[page]!.has(line)) return true
      return !(comesBack(line) || PRINTED_BY_BROWSER.test(line.text) || (pages.length > 1 && isPageNumber(line.text)))
    }),
  )
}

function running({ text }: PdfLine): string {
  return text.replace(/\d+/g, '#')
}

/** What browsers add to the edges of a page: "03/05/2021, 10:12 Title" and "https://… 1/2". */
const PRINTED_BY_BROWSER = /^(?:\d{1,4}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}\b.*|(?:https?|file):\/\/\S+ \d+\/\d+)$/

function isPageNumber(text: string): boolean {
  return /^(?:page |p\. ?)?[-–—]? ?\d{1,4} ?[-–—]?(?: ?(?:of|\/) ?\d{1,4})?$/i.test(text)
}
