import type { Span } from '../types.ts'
import { doubleMarks, type QuotationMark, singleMarks } from './quotation-marks.ts'

/** A stretch in quotation marks, not inside another one. */
export interface Quotation {
  /** Offset of the opening mark (of the first word where the mark is missing). */
  readonly start: number
  /** Offset after the closing mark (after the last character where the mark is missing). */
  readonly end: number
  /** What stands between the marks. */
  readonly inner: Span
  /** Index into the paragraphs given. */
  readonly paragraph: number
  /** No closing mark, because the next paragraph opens with a mark again: the same speech goes on there. */
  readonly continues: boolean
}

/**
 * Pairs the quotation marks of each paragraph. Marks of one kind may stand inside each other; a mark without its
 * partner does not disturb the rest of the text: the newspapers' habit of opening a mark again at each paragraph of a
 * long quotation is followed, a lost closing mark ends with its sentence, a lost opening mark begins with it.
 *
 * @param paragraphs spans in text order
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  return paragraphs.flatMap(([start, end], paragraph) => {
    const next = paragraphs[paragraph + 1]
    const reopens = next !== undefined && opensWithMark(text, next)
    const double = pairDoubles(text, start, end, reopens)
    const crosses = (s: Pair, d: Pair) => s.start < d.end && d.start < s.end && !(s.start < d.start && d.end < s.end)
    const single = pairSingles(text, start, end, double).filter(s => !double.some(d => crosses(s, d)))
    return [...double.filter(d => !single.some(s => s.start < d.start && d.end < s.end)), ...single]
      .filter(pair => /[\p{L}\p{N}]/u.test(text.slice(...pair.inner)))
      .sort((a, b) => a.start - b.start)
      .map(pair => ({ paragraph, ...pair }))
  })
}

type Pair = Omit<Quotation, 'paragraph'>

function opensWithMark(text: string, [start, end]: Span): boolean {
  const first = doubleMarks(text, start, Math.min(end, start + 3))[0]
  return first !== undefined && first.at === start && first.shape !== 'closes'
}

function pairDoubles(text: string, start: number, end: number, reopens: boolean): Pair[] {
  const pairs: Pair[] = []
  let open: QuotationMark[] = []
  const close = (from: QuotationMark, inner: number, to: number, continues = false): void => {
    const begin = from.at + from.length
    if (inner > begin) pairs.push({ start: from.at, end: to, inner: trim(text, begin, inner), continues })
  }
  for (const mark of doubleMarks(text, start, end)) {
    const outer = open[0]
    if (outer === undefined) {
      if (mark.shape === 'closes' ? mark.looksOpening || !mark.looksClosing : !mark.looksClosing || mark.looksOpening) {
        open = [mark]
      } else {
        const lost = lostOpening(text, pairs.at(-1)?.end ?? start, mark.at)
        if (lost !== undefined)
          pairs.push({ start: lost, end: mark.at + mark.length, inner: [lost, mark.at], continues: false })
      }
    } else if (closes(mark)) {
      open.pop()
      if (open.length === 0) close(outer, mark.at, mark.at + mark.length)
    } else if (mark.shape === 'opens') {
      open.push(mark)
    } else {
      // A straight mark that can only open: the one before it was never closed.
      const to = speechEnd(text, outer.at + outer.length, mark.at)
      close(outer, to, to)
      open = [mark]
    }
  }
  // With several left open, all but the last were never closed; those that were closed inside are gone with them.
  for (const [n, mark] of open.entries()) {
    const next = open[n + 1]
    if (next !== undefined) {
      const to = speechEnd(text, mark.at + mark.length, next.at)
      close(mark, to, to)
    } else if (reopens) {
      close(mark, end, end, true)
    } else {
      const to = mark.at === start ? end : sentenceEnd(text, mark.at + mark.length, end)
      close(mark, to, to)
    }
  }
  return pairs
}

function closes(mark: QuotationMark): boolean {
  if (mark.shape === 'closes') return true
  if (mark.shape === 'opens') return mark.looksClosing && !mark.looksOpening
  return mark.looksClosing || !mark.looksOpening
}

/** Where the words of a closing mark without a partner begin, if they are a sentence's own: `We go,” he said.` */
function lostOpening(text: string, from: number, mark: number): number | undefined {
  if (!/[,.!?…]/.test(text[mark - 1] ?? '')) return undefined
  const before = text.slice(from, mark - 1)
  const stop = [...before.matchAll(/[.!?:]["”’)]?\s+/g)].at(-1)
  const begin = from + (stop === undefined ? before.length - before.trimStart().length : stop.index + stop[0].length)
  return mark - begin > 15 && text.slice(begin, mark).includes(' ') ? begin : undefined
}

/** Words of the writer among those between two opening marks. */
const REPORTS = /\b(?:said|says|told|tells|added|adds|asked|replied|wrote|writes|insisted|explained|according to)\b/i

/**
 * Where the words of an opening mark end that another one follows. Paragraphs of one speech, each opened anew, often run
 * together in one line; but where the writer reports in between, only the first sentence is sure.
 */
function speechEnd(text: string, from: number, to: number): number {
  const first = sentenceEnd(text, from, to)
  const rest = text.slice(first, to)
  if (REPORTS.test(rest) || !/[.!?…]\s*$/.test(text.slice(from, to))) return first
  return first + rest.trimEnd().length
}

function sentenceEnd(text: string, from: number, to: number): number {
  const stop = /[.!?…](?=\s+[\p{Lu}"“‘]|\s*$)/u.exec(text.slice(from, to))
  return stop === null ? from + text.slice(from, to).trimEnd().length : from + stop.index + 1
}

function trim(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end)
  return [start + raw.length - raw.trimStart().length, start + raw.trimEnd().length]
}

/**
 * Single quotation marks outside the double ones (headlines, British usage). A mark opens only where a word starts, and
 * only with a partner; `rebels' demands` closes a quotation only where nothing better follows.
 */
function pairSingles(text: string, start: number, end: number, doubles: readonly Pair[]): Pair[] {
  let pair = 0
  const marks = singleMarks(text, start, end).filter(mark => {
    while (pair < doubles.length && doubles[pair]!.end <= mark.at) pair++
    return pair === doubles.length || mark.at <= doubles[pair]!.start
  })
  const pairs: Pair[] = []
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!
    if (!mark.looksOpening || mark.looksClosing) continue
    let partner = -1
    for (let j = i + 1; j < marks.length; j++) {
      const later = marks[j]!
      if (later.looksOpening && !later.looksClosing) break
      if (!later.looksClosing) continue
      if (partner < 0) partner = j
      if (isPossessive(text, later.at)) continue
      partner = j
      break
    }
    if (partner < 0) continue
    const closing = marks[partner]!.at
    pairs.push({ start: mark.at, end: closing + 1, inner: trim(text, mark.at + 1, closing), continues: false })
    i = partner
  }
  return pairs
}

const isPossessive = (text: string, at: number): boolean =>
  /s/i.test(text[at - 1] ?? '') && /^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4))
