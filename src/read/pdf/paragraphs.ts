import type { PdfLine } from './lines.ts'

const SENTENCE_END = /[.!?…:;]["'”’»)\]]*$/
const HYPHEN = /\p{L}[-\u00ad\u2010]$/u

/** How far a page's head and foot reach, in lines. */
const EDGE_LINES = 2

/**
 * Puts printed lines together as paragraphs, a blank line between them: running heads and page numbers go, words that
 * were parted at a line's end are whole again, and a paragraph runs on over columns and pages.
 */
export function toParagraphs(pages: readonly (readonly PdfLine[])[]): string {
  const lines = withoutRunningHeads(pages)
  const gap = typicalGap(lines)
  const words = wholeWords(lines)
  const paragraphs: string[] = []
  let current = ''
  let widest = 0
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before === undefined || startsParagraph(before, line, gap, widest)) {
      if (current !== '') paragraphs.push(current)
      current = line.text
      widest = line.right - line.left
    } else {
      current = join(current, line.text, words)
      widest = Math.max(widest, line.right - line.left)
    }
  })
  if (current !== '') paragraphs.push(current)
  return paragraphs.map(paragraph => paragraph.replaceAll('\u00ad', '')).join('\n\n')
}

function startsParagraph(before: PdfLine, line: PdfLine, gap: number, widest: number): boolean {
  const ended = SENTENCE_END.test(before.text)
  if (Math.abs(line.size - before.size) > 0.15 * Math.max(line.size, before.size)) return true
  const elsewhere = line.page !== before.page || line.y > before.y
  if (elsewhere)
    return ended ? !/^\p{Ll}/u.test(line.text) : !/^[\p{Ll}"“(\d]/u.test(line.text) && !HYPHEN.test(before.text)
  if (before.y - line.y > gap * 1.35) return true
  const indented = line.left - before.left > line.size * 0.8
  const short = before.right - before.left < widest * 0.85
  return ended && (indented || short)
}

function join(text: string, next: string, words: ReadonlySet<string>): string {
  if (!HYPHEN.test(text) || !/^\p{Ll}/u.test(next)) return `${text} ${next}`
  const head = /[\p{L}-]+[-\u00ad\u2010]$/u.exec(text)![0]
  const tail = /^[\p{L}-]+/u.exec(next)![0]
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

/** The distance between lines within paragraphs: the commonest one, to half a point. */
function typicalGap(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const distance = before && before.page === line.page ? Math.round((before.y - line.y) * 2) / 2 : 0
    if (distance > 0) counts.set(distance, (counts.get(distance) ?? 0) + 1)
  })
  let best = 0
  for (const [distance, count] of counts) if (count > (counts.get(best) ?? 0)) best = distance
  return best === 0 ? Number.POSITIVE_INFINITY : best
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
      return !(comesBack(line) || (pages.length > 1 && isPageNumber(line.text)))
    }),
  )
}

function running({ text }: PdfLine): string {
  return text.replace(/\d+/g, '#')
}

function isPageNumber(text: string): boolean {
  return /^(?:page |p\. ?)?[-–—]? ?\d{1,4} ?[-–—]?(?: ?(?:of|\/) ?\d{1,4})?$/i.test(text)
}
