const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?'
const DATE = `(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?`
const CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]+"
const PLACE = `${CAPITALS}(?:[ /|]{1,3}${CAPITALS}){0,4}`
const PROPER = "\\p{Lu}[\\p{L}.'’-]*"
const REGION = `, ${PROPER}(?: (?:and |of |the )?${PROPER}){0,3}\\.?`
const AGENCY = "\\((?:\\p{Lu}[\\p{L}\\p{N}.’'& /-]{1,40})\\)"
const DASH = '\\s*(?:--|[-–—])(?=\\s)|\\s?[–—](?=\\S)'

const FORMS = [
  // BEIRUT -   BEIRUT, Lebanon (AP) —   LONDON, March 3 (Reuters) -   JERUSALEM/GAZA (Reuters) -
  new RegExp(`^${PLACE}(?:${REGION})?(?:, ${DATE})?(?:,? ?${AGENCY})?(?:, ${DATE})?(?:${DASH})`, 'u'),
  // Aleppo, Syria (CNN) —   Beirut (AFP) -   (CNN) —
  new RegExp(`^(?:${PROPER}(?: ${PROPER}){0,3}(?:${REGION})?(?:, ${DATE})? ?)?${AGENCY}(?:, ${DATE})?(?:${DASH})`, 'u'),
  // (CNN)The president
  new RegExp(`^${AGENCY}(?=\\p{Lu})`, 'u'),
  // Istanbul, Turkey –   Beirut, Dec 13 -
  new RegExp(`^${PROPER}(?: ${PROPER}){0,2}(?:${REGION}|, ${DATE}) ?(?:--|[–—])(?=\\s)`, 'u'),
  new RegExp(`^${PROPER}(?: ${PROPER}){0,2}(?:${REGION})?, ${DATE}:? ?(?:--|[-–—]|:)(?=\\s)`, 'u'),
]
/** SINGAPORE (May 6, 2021) — */
const DATE_IN_BRACKETS = new RegExp(`^${PLACE}(?:${REGION})? \\(${DATE}\\)(?:${DASH})`, 'u')
/** KLANG:   NEW DELHI:   SRINAGAR, Mar 03: */
const COLON = new RegExp(`^${PLACE}(?:, ${DATE})?:(?=\\s)`, 'u')
/** Cape Town - Residents of */
const BARE = new RegExp(`^${PROPER}(?: ${PROPER}){0,2} (?:--|[-–—]) (?=["“‘]?\\p{Lu}.{60})`, 'u')

/** Words in capitals before a colon or dash that name no place. */
const LABEL =
  /^(?:UPDATED?|EXCLUSIVE|BREAKING|WATCH|VIDEO|LIVE|PHOTOS?|OPINION|ANALYSIS|EDITORIAL|QUESTION|ANSWER|Q|A|FACT CHECK|WARNING|CORRECTION|NOTE|READ|FILE PHOTO|EXPLAINER|FACTBOX|INTERVIEW|REVIEW|THE|AND|BUT|[A-Z]|MR|MRS|MS|DR|SIR|[A-Z]{2,4}) ?(?:[:–—-]|\d)/

export interface DatelineContext {
  /** The article's first paragraph, where a dateline needs no capitals. */
  readonly first: boolean
  /** Several paragraphs open with capitals and a colon: they name who speaks, as transcripts do. */
  readonly transcript: boolean
}

/**
 * Length of the place, date and agency that open a wire story ("BEIRUT (AP) —"), without the white space after it;
 * 0 where the paragraph has none.
 */
export function datelineLength(paragraph: string, { first, transcript }: DatelineContext): number {
  const head = paragraph.slice(0, 160)
  if (LABEL.test(head)) return 0
  const forms = [...FORMS, DATE_IN_BRACKETS, ...(transcript ? [] : [COLON]), ...(first ? [BARE] : [])]
  for (const form of forms) {
    const match = form.exec(head)
    if (match && match[0].length < paragraph.trimEnd().length) return match[0].trimEnd().length
  }
  return 0
}

const SPEAKER_LABEL = /^\p{Lu}[\p{Lu}.'’ -]{0,40}:\s/u

export function isTranscript(paragraphs: readonly string[]): boolean {
  let labels = 0
  for (const paragraph of paragraphs) if (SPEAKER_LABEL.test(paragraph.slice(0, 60)) && ++labels > 1) return true
  return false
}
