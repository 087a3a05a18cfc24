import type { BlockKind } from '../types.ts'
import { isoDate } from '../util/iso-date.ts'
import { FURNITURE_RULES } from './furniture-rules.ts'
import type { Line } from './lines.ts'
import { countWords, durationTitle, endsSentence, isByline, isControls } from './shape.ts'

/** Furniture is short; a longer line is prose and is not looked at. */
const LONGEST_FURNITURE = 320
const LONGEST_HEADING_WORDS = 12
const LONGEST_HEADLINE_WORDS = 24
const STANDALONE_DATE =
  /^(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,? )?(?:[\p{L}.]{3,10} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?[ -][\p{L}.]{3,10},?[ -]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:\b.{0,40})?$/iu

/** What a line is by its own form, without its neighbours; null where only the neighbours can tell. */
export function classifyByForm(line: Line): BlockKind | null {
  const { text } = line
  if (text.length > LONGEST_FURNITURE) return 'text'
  for (const { kind, pattern } of FURNITURE_RULES) if (pattern.test(text)) return kind
  if (isByline(text)) return 'byline'
  if (isStandaloneDate(text)) return 'furniture'
  if (isControls(text)) return 'furniture'
  if (durationTitle(text) !== null) return 'caption'
  return null
}

export function isStandaloneDate(text: string): boolean {
  return text.length <= 80 && STANDALONE_DATE.test(text) && !endsSentence(text.replace(/\b[ap]\.m\.$/i, 'am'))
}

/** The date of a line that holds nothing else, or that says when the page was published. */
export function publicationDate(text: string): string | null {
  if (isStandaloneDate(text)) return isoDate(text)
  const published = /^(?:first |originally )?(?:published|posted)(?: on| at)?:?\s(.+)$/i.exec(text)
  return published ? isoDate(published[1]!) : null
}

/** A line that stands where a headline or sub-head may and does not read as a sentence. */
export function looksLikeHeading(text: string, top: boolean): boolean {
  const words = countWords(text)
  if (words === 0 || words > (top ? LONGEST_HEADLINE_WORDS : LONGEST_HEADING_WORDS)) return false
  if (/[,;:]$/.test(text) || /^[-–—*•·▪]\s/.test(text)) return false
  if (/^\p{Ll}/u.test(text) && !/^(?:al-|el-|e-|i[A-Z])/.test(text)) return false
  if (/[?!]["'”’]*$/.test(text)) return words <= 10 && !/^["“‘'].*["”’']$/.test(text)
  return !endsSentence(text)
}
