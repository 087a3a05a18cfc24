import { casual, type ParsedComponents, type ParsedResult } from 'chrono-node'
import type { Sentence } from '../types.ts'

/** A date in a sentence, as ISO 8601. */
export interface FoundDate {
  /** Offset in the document. */
  readonly start: number
  /** `2016-12-13`, or an interval `2016-12-01/2016-12-10`. */
  readonly past: string
  /** The same words read of what is yet to come ("on Friday"). */
  readonly future: string
}

/** Only sentences with one of these are worth the date library's time. */
const HINT =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept|oct|nov|dec)\.?(?=\s\d)|yesterday|today|tonight|tomorrow|ago|(?:last|next|this|past|previous|coming) (?:\w+ )?(?:hours?|days?|nights?|weeks?|weekend|months?|years?)|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?:in|since|during|of) (?:19|20)\d\d)\b/i
/** A month's or day's name alone may be a verb or a person: it needs a capital, and "May" and "March" a number or preposition. */
const NAMED =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]*)?\.?|June|July)\b/
const AMBIGUOUS = /\b(?:May|March|Mar)\b/
const RELATIVE =
  /\b(?:yesterday|today|tonight|tomorrow|ago|last|next|past|previous|this (?:week|month|year|morning|afternoon|evening))\b/i
const YEAR = /\b(?:in|since|during) ((?:19|20)\d\d)\b/g
/** The library calls the year of "the last hour" certain: it took it from the reference. */
const OWN_YEAR = /\b(?:19|20)\d\d\b/
const DAY = 86_400_000

/**
 * Dates that a sentence names, against the day of publication.
 *
 * @param published ISO 8601 day; without it only dates with a year of their own count
 */
export function findDates(text: string, sentence: Sentence, published: string | undefined): FoundDate[] {
  const words = text.slice(sentence.start, sentence.end)
  if (!HINT.test(words)) return []
  const reference = new Date(`${(published ?? '2000-06-15').slice(0, 10)}T12:00:00Z`)
  const found: FoundDate[] = []
  for (const result of casual.parse(words, { instant: reference, timezone: 0 })) {
    if (!isDate(words, result) || (published === undefined && !OWN_YEAR.test(result.text))) continue
    const past = isoOf(words, result, reference, 'past')
    found.push({ start: sentence.start + result.index, past, future: isoOf(words, result, reference, 'future') })
  }
  for (const match of words.matchAll(YEAR)) {
    const start = sentence.start + match.index
    if (found.some(date => Math.abs(date.start - start) < 20)) continue
    const span = `${match[1]}-01-01/${match[1]}-12-31`
    found.push({ start, past: span, future: span })
  }
  return found
}

/** Leaves out the library's false hits: "may", "sun", clock times, plain numbers. */
function isDate(words: string, { text, index, start }: ParsedResult): boolean {
  if (RELATIVE.test(text)) return !/^(?:this|past|last|next)$/i.test(text)
  if (!start.isCertain('day') && !start.isCertain('weekday') && !start.isCertain('month')) return false
  if (NAMED.test(text) || /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text)) return true
  if (!AMBIGUOUS.test(text)) return false
  return /\d/.test(text) || /\b(?:in|last|next|since|early|late|mid|until|by|this)[ -]$/i.test(words.slice(0, index))
}

function isoOf(words: string, result: ParsedResult, reference: Date, direction: 'past' | 'future'): string {
  const { start, end, text, index } = result
  if (/^(?:in |over |during )?(?:the )?(?:last|past) (?:\w+ )?(?:hours|days|weeks|months|years)/i.test(text)) {
    return interval(start.date(), reference)
  }
  const first = settle(start, reference, direction)
  if (end) return interval(first, settle(end, reference, direction))
  const dayKnown = start.isCertain('day') || start.isCertain('weekday') || !start.isCertain('month')
  if (dayKnown) return day(first)
  const year = first.getUTCFullYear()
  const month = first.getUTCMonth()
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const before = words.slice(Math.max(0, index - 8), index) + text
  const [from, to] = /\bearly\b/i.test(before)
    ? [1, 10]
    : /\bmid\b/i.test(before)
      ? [11, 20]
      : /\blate\b/i.test(before)
        ? [21, last]
        : [1, last]
  return interval(new Date(Date.UTC(year, month, from)), new Date(Date.UTC(year, month, to)))
}

/** News speaks of the last Friday or December, or of the next where it plans. */
function settle(components: ParsedComponents, reference: Date, direction: 'past' | 'future'): Date {
  const date = new Date(Date.UTC(components.get('year')!, components.get('month')! - 1, components.get('day')!, 12))
  const ahead = date.getTime() - reference.getTime()
  if (components.isCertain('weekday') && !components.isCertain('day')) {
    if (direction === 'past' && ahead > 0) return new Date(date.getTime() - 7 * DAY)
    if (direction === 'future' && ahead < 0) return new Date(date.getTime() + 7 * DAY)
  } else if (components.isCertain('month') && !components.isCertain('year')) {
    if (direction === 'past' && ahead > DAY) date.setUTCFullYear(date.getUTCFullYear() - 1)
    if (direction === 'future' && ahead < -31 * DAY) date.setUTCFullYear(date.getUTCFullYear() + 1)
  }
  return date
}

const day = (date: Date): string => date.toISOString().slice(0, 10)

const interval = (from: Date, to: Date): string => {
  const [first, last] = from <= to ? [day(from), day(to)] : [day(to), day(from)]
  return first === last ? first : `${first}/${last}`
}
