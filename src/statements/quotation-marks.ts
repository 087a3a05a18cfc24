/** A mark that may open or close a quotation, with what stands around it. */
export interface QuotationMark {
  readonly at: number
  readonly length: number
  /** What the sign itself says: `“` opens, `”` closes, `"` says neither. */
  readonly shape: 'opens' | 'closes' | 'either'
  /** White space, a bracket or a dash before, a word after. */
  readonly looksOpening: boolean
  /** A word or punctuation before; white space, punctuation or the end after. */
  readonly looksClosing: boolean
}

const DOUBLE = /"|''|``|’’|‘‘|[“”„‟«»＂]/g
const SINGLE = /[‘’‚‛'`]/g
const SHAPES: Readonly<Record<string, QuotationMark['shape']>> = {
  '“': 'opens',
  '„': 'opens',
  '‟': 'opens',
  '«': 'opens',
  '``': 'opens',
  '‘‘': 'opens',
  '’’': 'closes',
  '”': 'closes',
  '»': 'closes',
  '‘': 'opens',
  '‚': 'opens',
  '‛': 'opens',
  '`': 'opens',
}

const BEFORE_OPENING = /[\s([{—–\-/:“„«"]/
const AFTER_CLOSING = /[\s)\]},.;:!?—–\-/…”»"]/
const WORD = /[\p{L}\p{N}]/u

/** Double marks (`"`, `''`, curly, angle) between two offsets, in text order. */
export function doubleMarks(text: string, start: number, end: number): QuotationMark[] {
  return marks(text, start, end, DOUBLE)
}

/**
 * Single marks between two offsets that can stand for a quotation: not the apostrophes within a word (`don't`), nor
 * those that replace letters at its start (`'90s`, `'em`).
 */
export function singleMarks(text: string, start: number, end: number): QuotationMark[] {
  return marks(text, start, end, SINGLE).filter(mark => {
    const before = text[mark.at - 1] ?? ' '
    const after = text[mark.at + 1] ?? ' '
    if (/['’‘`]/.test(before) || /['’‘`]/.test(after)) return false
    if (WORD.test(before) && WORD.test(after)) return false
    return !ELISION.test(text.slice(mark.at + 1, mark.at + 8))
  })
}

const ELISION = /^(?:\d0s\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b)/i

function marks(text: string, start: number, end: number, pattern: RegExp): QuotationMark[] {
  const found: QuotationMark[] = []
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const at = start + match.index
    const length = match[0].length
    const before = at === start ? ' ' : text[at - 1]!
    const after = at + length >= end ? ' ' : text[at + length]!
    const startsHere = BEFORE_OPENING.test(before)
    const endsHere = AFTER_CLOSING.test(after)
    found.push({
      at,
      length,
      shape: SHAPES[match[0]] ?? 'either',
      looksOpening: startsHere && !/\s/.test(after) && at + length < end,
      looksClosing: endsHere && !/\s/.test(before) && at > start,
    })
  }
  return found
}
