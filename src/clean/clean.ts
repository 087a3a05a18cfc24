import type { Block, BlockKind, CleanDocument, Document, PullQuote } from '../types.ts'
import { classifyByForm, looksLikeHeading, publicationDate } from './classify-lines.ts'
import { datelineLength } from './dateline.ts'
import { type Line, splitLines } from './lines.ts'
import { joinParagraphs } from './paragraphs.ts'
import { readPullQuote } from './pull-quotes.ts'
import { durationTitle, endsSentence } from './shape.ts'

/** Wire stories open with their dateline; further down, "BEIRUT:" is a label of something else. */
const DATELINE_PARAGRAPHS = 3

/**
 * Tells the article's prose from what the page put around it. Nothing is deleted: every line becomes a block with
 * a kind, and offsets are those of the text as given. Never throws; time is linear in the text's length.
 */
export function clean(document: Document): CleanDocument {
  const lines = joinParagraphs(document.text, splitLines(document.text))
  const kinds = lines.map(classifyByForm)
  const pullQuotes = markPullQuotes(lines, kinds)
  markRepeated(lines, kinds)
  markHeadings(document, lines, kinds)
  const published = document.published ?? findPublished(lines, kinds)
  return {
    document,
    blocks: toBlocks(lines, kinds),
    pullQuotes,
    ...(published === undefined ? {} : { published }),
  }
}

type Kinds = (BlockKind | null)[]

function markPullQuotes(lines: readonly Line[], kinds: Kinds): PullQuote[] {
  const found: PullQuote[] = []
  for (let index = 1; index < lines.length; index++) {
    if (kinds[index] !== null || kinds[index - 1] === 'pull-quote-source') continue
    const pullQuote = readPullQuote(lines[index - 1], lines[index]!, lines[index + 1])
    if (!pullQuote) continue
    kinds[index - 1] = 'pull-quote'
    kinds[index] = 'pull-quote-source'
    found.push(pullQuote)
  }
  return found
}

/** A short unfinished line that comes back is a button or a label; one that repeats a video's title is its caption. */
function markRepeated(lines: readonly Line[], kinds: Kinds): void {
  const counts = new Map<string, number>()
  const titles = new Set<string>()
  lines.forEach(({ text }, index) => {
    if (text.length > 160) return
    if (kinds[index] === null && !endsSentence(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
    const title = kinds[index] === 'caption' ? durationTitle(text) : null
    if (title !== null) titles.add(title)
  })
  lines.forEach(({ text }, index) => {
    if (kinds[index] !== null) return
    if (titles.has(text)) kinds[index] = 'caption'
    else if ((counts.get(text) ?? 0) > 1) kinds[index] = 'furniture'
  })
}

function markHeadings(document: Document, lines: readonly Line[], kinds: Kinds): void {
  const lastProse = lines.findLastIndex(
    (line, index) => kinds[index] === 'text' || (kinds[index] === null && endsSentence(line.text)),
  )
  let top = true
  lines.forEach((line, index) => {
    if (kinds[index] !== null) {
      if (kinds[index] === 'text') top = false
      return
    }
    const heading = index < lastProse && (looksLikeHeading(line.text, top) || (top && line.text === document.title))
    kinds[index] = heading ? 'heading' : 'text'
    top = false
  })
}

function findPublished(lines: readonly Line[], kinds: Kinds): string | undefined {
  for (let index = 0; index < lines.length; index++) {
    const date = kinds[index] === 'furniture' ? publicationDate(lines[index]!.text) : null
    if (date !== null) return date
  }
  return undefined
}

function toBlocks(lines: readonly Line[], kinds: Kinds): Block[] {
  const blocks: Block[] = []
  let paragraphs = 0
  lines.forEach(({ start, end, text }, index) => {
    const kind = kinds[index] ?? 'text'
    const length = kind === 'text' && paragraphs < DATELINE_PARAGRAPHS ? datelineLength(text) : 0
    if (kind === 'text') paragraphs++
    if (length > 0) blocks.push({ start, end: start + length, kind: 'dateline' })
    const rest = text.slice(length)
    blocks.push({ start: start + length + rest.length - rest.trimStart().length, end, kind })
  })
  return blocks
}
