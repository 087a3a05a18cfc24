import type { Block, CleanDocument, Document } from '../types.ts'
import {
  type Kinds,
  markAuthorNote,
  markByPosition,
  markCaptions,
  markPullQuotes,
  markRepeated,
} from './classify-context.ts'
import { classifyByForm, publicationDate } from './classify-lines.ts'
import { datelineLength, isTranscript } from './dateline.ts'
import { type Line, splitLines } from './lines.ts'
import { joinParagraphs } from './paragraphs.ts'

/** Wire stories open with their dateline; further down, "BEIRUT:" is a label of something else. */
const DATELINE_PARAGRAPHS = 3

/**
 * Tells the article's prose from what the page put around it. Nothing is deleted: every line becomes a block with
 * a kind, and offsets are those of the text as given. Never throws; time is linear in the text's length.
 */
export function clean(document: Document): CleanDocument {
  const lines = joinParagraphs(document.text, splitLines(document.text))
  const kinds: Kinds = lines.map(classifyByForm)
  markCaptions(lines, kinds)
  const pullQuotes = markPullQuotes(lines, kinds)
  markRepeated(lines, kinds)
  markAuthorNote(lines, kinds)
  markByPosition(document.title, lines, kinds)
  const published = document.published ?? findPublished(lines, kinds)
  return {
    document,
    blocks: toBlocks(lines, kinds),
    pullQuotes,
    ...(published === undefined ? {} : { published }),
  }
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
  const transcript = isTranscript(lines.map(line => line.text))
  let paragraphs = 0
  lines.forEach(({ start, end, text }, index) => {
    const kind = kinds[index] ?? 'text'
    const place = kind === 'text' && paragraphs < DATELINE_PARAGRAPHS
    const length = place ? datelineLength(text, { first: paragraphs === 0, transcript }) : 0
    if (kind === 'text') paragraphs++
    if (length > 0) blocks.push({ start, end: start + length, kind: 'dateline' })
    const rest = text.slice(length)
    blocks.push({ start: start + length + rest.length - rest.trimStart().length, end, kind })
  })
  return blocks
}
