import type { Line } from './lines.ts'
import { endsInsideSentence } from './shape.ts'

const LIST_ITEM = /^(?:[-–—*•·▪●◦‣>]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)/
const ENDED = /[.!?…:;]["'”’»)\]]*$/
const CONTINUES = /^[\p{Ll},;)]/u

/** Lines wider than this are paragraphs by themselves; mail and plain-text books wrap at 60 to 80. */
const WIDEST_WRAP = 100
const NARROWEST_WRAP = 40

/**
 * Joins the printed lines that make up one paragraph. Two layouts exist: one paragraph a line, and paragraphs
 * hard-wrapped at a fixed width with a blank line (or a short line) between them. Hard wrapping shows in that the
 * first word of nearly every next line would not have fitted on the line before.
 */
export function joinParagraphs(text: string, lines: readonly Line[]): Line[] {
  const width = wrapWidth(lines)
  const paragraphs: Line[] = []
  let from = 0
  for (let index = 1; index <= lines.length; index++) {
    const line = lines[index]
    if (line && !line.afterBlank && belongTogether(lines[index - 1]!, line, width)) continue
    paragraphs.push(merge(text, lines, from, index - 1))
    from = index
  }
  return paragraphs
}

function merge(text: string, lines: readonly Line[], from: number, to: number): Line {
  const first = lines[from]!
  if (from === to) return first
  const { start, afterBlank } = first
  const end = lines[to]!.end
  return { start, end, text: text.slice(start, end), afterBlank }
}

function belongTogether(line: Line, next: Line, width: number | null): boolean {
  if (LIST_ITEM.test(next.text.slice(0, 8))) return false
  const tail = line.text.slice(-24)
  if (endsInsideSentence(line.text)) return true
  if (CONTINUES.test(next.text) && !ENDED.test(tail)) return true
  return width !== null && line.text.length <= width && line.text.length + 1 + firstWord(next) > width - 2
}

/** The column at which the text is wrapped; null where lines are paragraphs. */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths: number[] = []
  for (let index = 1; index < lines.length; index++)
    if (!lines[index]!.afterBlank) lengths.push(lines[index - 1]!.text.length)
  if (lengths.length < 2) return null
  lengths.sort((one, other) => one - other)
  // A few lines may stick out: an address, a table.
  const width = lengths[Math.floor((lengths.length - 1) * 0.97)]!
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null
  let full = 0
  let open = 0
  for (let index = 1; index < lines.length; index++) {
    const [line, next] = [lines[index - 1]!, lines[index]!]
    if (next.afterBlank) continue
    if (line.text.length + 1 + firstWord(next) > width - 2) full++
    if (!ENDED.test(line.text.slice(-4))) open++
  }
  return full >= lengths.length * 0.7 && open >= lengths.length * 0.5 ? width : null
}

function firstWord(line: Line): number {
  const space = line.text.search(/\s/)
  return space < 0 ? line.text.length : space
}
