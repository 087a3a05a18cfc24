import type { BlockKind } from '../types.ts'
import { isoDate } from '../util/iso-date.ts'
import { FURNITURE_RULES } from './furniture-rules.ts'
import type { Line } from './lines.ts'
import { countWords, durationTitle, endsInsideSentence, endsSentence, isByline, isControls } from './shape.ts'

/** Furniture is short; a longer line is prose, unless it says in its first word that it is a caption. */
const LONGEST_FURNITURE = 320
const LONGEST_CAPTION = 1200
const CAPTION_LABEL = /^(?:file (?:photo|picture|image)|image|photo|media caption|picture)\b/i
const LONGEST_HEADING_WORDS = 12
const LONGEST_HEADLINE_WORDS = 24

/** Somebody speaks: an article's sentence, whatever else it looks like. */
const REPORTS = /\b(?:said|says|told|tells|added|asked|wrote|according to|announced|reported)\b/

/** What a line is by its own form, without its neighbours; null where only the neighbours can tell. */
export function classifyByForm(line: Line): BlockKind | null {
  const { text } = line
  if (text.length > (CAPTION_LABEL.test(text) ? LONGEST_CAPTION : LONGEST_FURNITURE)) return 'text'
  const reports = endsSentence(text) && REPORTS.test(text)
  for (const { kind, pattern } of FURNITURE_RULES) {
    if (reports && kind !== 'caption') continue
    if (pattern.test(text)) return kind
  }
  if (isByline(text)) return 'byline'
  if (isDateLine(text) || isControls(text)) return 'furniture'
  if (durationTitle(text) !== null) return 'caption'
  return null
}

const DATE_WORDS =
  /\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\b\d{1,4}(?:st|nd|rd|th)?\b|\b[ap]\.? ?m\b\.?|\b\d{1,2}[ap]m\b|\b(?:[a-z]{1,2}[sd]t|utc|gmt|et|pt|uk|ist|cet|akdt)\b|\b(?:published|updated|posted|created|edited|modified|last|first|story|time|date|on|at|of|by|the)\b/gi
const MONTH_OR_NUMBERS =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d{1,4}[-./]\d{1,2}[-./]\d{2,4}/i

const PUBLISHING_VERB = /^(?:first |originally |last )?(?:published|updated|posted|created|edited|modified)\b/i

/** A line of a date (with its year, or after "Updated"), a time and next to nothing else: "Thu Jun 13, 2013 08:45 AM PDT". */
export function isDateLine(text: string): boolean {
  if (text.length > 90 || !/\d/.test(text)) return false
  const dated = /\d{4}|\d[/.]\d{2}\b/.test(text) && MONTH_OR_NUMBERS.test(text)
  if (!dated && !PUBLISHING_VERB.test(text)) return false
  return countWords(text.replace(DATE_WORDS, ' ').replace(/[^\p{L}\p{N}\s]/gu, ' ')) <= 1
}

/** The date of a line that holds little else, or that says when the page was published. */
export function publicationDate(text: string): string | null {
  if (/\b(?:updated|modified|edited|revised)\b/i.test(text) && !/\b(?:published|posted|created)\b/i.test(text))
    return null
  if (isDateLine(text)) return isoDate(text)
  const published = /^(?:first |originally )?(?:published|posted)(?: on| at| time)?:?\s(.+)$/i.exec(text)
  return published ? isoDate(published[1]!) : null
}

/** A line that stands where a headline or sub-head may and does not read as a sentence. */
export function looksLikeHeading(text: string, top: boolean): boolean {
  const words = countWords(text)
  if (words === 0 || words > (top ? LONGEST_HEADLINE_WORDS : LONGEST_HEADING_WORDS)) return false
  if (
    /[,;:]["'”’`]*$/.test(text) ||
    /\b(?:he|she|they) (?:said|added)\b/.test(text) ||
    /^[-–—*•·▪●◦‣>]\s/.test(text) ||
    endsInsideSentence(text)
  )
    return false
  if (/^\p{Ll}/u.test(text) && !/^(?:al-|el-|e-|i[A-Z])/.test(text)) return false
  // Below the headline a question is more often the writer's or a speaker's than a sub-head.
  if (/[?!][\s"'”’]*$/.test(text)) return top && words <= 14 && !/^["“‘']/.test(text)
  return !endsSentence(text)
}
