/**
 * Splits running text into words as the English Universal Dependencies treebanks (EWT, GUM) do: clitics, hyphens,
 * currency and percent signs stand alone; abbreviations keep their full stop.
 */

import { hyphenParts } from './hyphens.ts'

/** Words as parallel lists of UTF-16 offsets. */
export interface WordSpans {
  readonly starts: number[]
  readonly ends: number[]
}

/** No word is longer; a longer run of letters is cut. */
const LONGEST_WORD = 100

const ABBREVIATIONS =
  'Mr|Mrs|Ms|Messrs|Mme|Mlle|Dr|Prof|Rev|Fr|Hon|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Ltn|Col|Maj|Capt|Cmdr|Cdr|Adm|Sgt|Cpl|' +
  'Pvt|Brig|Supt|Insp|Det|Pres|St|Ste|Mt|Ft|Jr|Sr|Esq|Inc|Corp|Ltd|Co|Cos|Bros|Assn|Dept|Univ|Ave|Blvd|Rd|Hwy|Jan|Feb|' +
  'Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|vs|etc|viz|approx|est|al|cf|ca|ed|eds|vol|' +
  'v|pop|Sat|vols|pp|ch|fig|Fig|No|Nos|nos|Art|Sec|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mont|' +
  'Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Que|Ala|Alta'

const URL = String.raw`(?:https?:\/\/|www\.)[^\s<>"“”‘’()[\]]*[^\s<>"“”‘’()[\].,;:!?'…]`
const EMAIL = String.raw`[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+`
const DOMAIN = String.raw`[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.(?:com|org|net|gov|edu|mil|int|info|io|tv|ly|co\.uk)(?![\p{L}\d])`
const HANDLE = String.raw`[@#][\p{L}\d_]+`
const FACE = String.raw`[:;=]-?[)(DPp](?![\p{L}\d])`
const ELLIPSIS = String.raw`\.{2,}|…+|\[(?:\.{3}|…)\]`
const CURRENCY = String.raw`(?:US|AU|NZ|HK|[ACRS])\$(?=\s?\d)|[$£€¥₹]`
const NUMBER = String.raw`\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?![\p{L}\d]))?|\.\d+`
const ELISION = String.raw`['’](?:\d0s|(?:em|til|cause|tis|twas|n)(?![\p{L}\d]))`
const CLITIC = String.raw`['’](?:s|re|ve|ll|d|m)(?![\p{L}\d])`
const ACRONYM = String.raw`(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\d'’.]))?|Ph\.D\.?|[A-Z]\.(?=[A-Z][a-z])`
const ABBREVIATION = String.raw`(?:${ABBREVIATIONS})\.(?!\.)`
const INITIAL = String.raw`\p{Lu}\.(?=\s+["“'‘(]?\p{Lu})`
const COMPANY = String.raw`[A-Z]{1,3}&[A-Z]{1,2}(?![\p{L}\d])`
const WORD = String.raw`[\p{L}\d_][\p{L}\p{M}\d_]*(?:['’ʼ‘][\p{L}\p{M}]+)*`
const RUN = String.raw`[!?]+|-{2,}|(?<rule>[*=_~+#.•])\k<rule>+|(?<run>[^\p{L}\p{N}\s])\k<run>{3,}`

const PIECE = new RegExp(
  [URL, EMAIL, DOMAIN, HANDLE, FACE, ELISION, CLITIC, ELLIPSIS, CURRENCY].map(p => `(?:${p})`).join('|') +
    `|(?<acronym>${ACRONYM}|${ABBREVIATION}|${INITIAL}|${COMPANY})|(?<number>${NUMBER})|(?<word>${WORD})|(?:${RUN})|[^]`,
  'uy',
)

const NOT = /(?<=\p{L})n['’]t$/iu
const CLITIC_END = /['’](?:s|re|ve|ll|d|m)$/i
/** Words written as one that the treebanks split, by the length of the first part. */
const FUSED: Readonly<Record<string, number>> = {
  cannot: 3,
  gonna: 3,
  wanna: 3,
  gotta: 3,
  gimme: 3,
  lemme: 3,
  dont: 2,
  didnt: 3,
  doesnt: 4,
  isnt: 2,
  wasnt: 3,
  wouldnt: 5,
  couldnt: 5,
}
/** Units that are split from the number before them ("5km", "10pm", "$3bn"). */
const UNIT =
  /^(\d+(?:[.,:]\d+)*)(am|pm|km|cm|mm|m|kg|g|mg|km2|mph|kph|kmh|bn|mn|tn|m|k|GB|MB|kW|MW|GW|ft|lb|lbs|mi|hrs?)$/

const isSpace = (code: number) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x85 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0xfeff ||
  code === 0

const isAsciiLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Appends the words of `text.slice(from, to)`. */
export function splitWords(text: string, from: number, to: number, out: WordSpans): void {
  let at = from
  while (at < to) {
    while (at < to && isSpace(text.charCodeAt(at))) at++
    if (at === to) return
    const start = at
    let plain = true
    let letters = 0
    while (at < to && !isSpace(text.charCodeAt(at))) {
      if (plain && isAsciiLetter(text.charCodeAt(at))) letters++
      else plain = false
      at++
    }
    if (at - start === letters && letters <= LONGEST_WORD) pushWord(text, start, at, out)
    else splitChunk(text, start, at, to, out)
  }
}

/** `limit` is how far the look-ahead of abbreviations may see. */
function splitChunk(text: string, start: number, end: number, limit: number, out: WordSpans): void {
  // A window of the text keeps each match's cost bounded, however long the chunk is.
  let at = start
  while (at < end) {
    const window = text.slice(at, Math.min(limit, Math.max(at + 4 * LONGEST_WORD, at)))
    const stop = Math.min(end - at, window.length)
    let position = 0
    while (position < stop) {
      PIECE.lastIndex = position
      const match = PIECE.exec(window)
      if (!match) break
      let length = Math.min(match[0].length, stop - position)
      const { word, number, acronym } = match.groups as Readonly<
        Record<'word' | 'number' | 'acronym', string | undefined>
      >
      const open = position + length >= window.length && at + window.length < end
      if (open && position > 0) break
      if (word !== undefined || number !== undefined || acronym !== undefined) {
        length = extendHyphens(window, position, length, stop)
        if (word === undefined && length === match[0].length) {
          if (number !== undefined) length = pushNumber(window, position, length, stop, at, out)
          else push(at + position, at + position + length, out)
        } else pushCompound(text, at + position, at + position + length, word === undefined, out)
      } else push(at + position, at + position + length, out)
      position += Math.max(1, length)
    }
    at += Math.max(1, position)
  }
}

const HYPHEN_TAIL = /[-‐‑](?=[\p{L}\d])(?:[\p{L}\p{M}\d]|['’](?=\p{L})|[.,](?=\d))+/uy

/** How far a hyphenated compound reaches. */
function extendHyphens(window: string, position: number, length: number, stop: number): number {
  let end = position + length
  while (end < stop) {
    HYPHEN_TAIL.lastIndex = end
    const match = HYPHEN_TAIL.exec(window)
    if (!match || end + match[0].length > stop) break
    end += match[0].length
  }
  return end - position
}

function pushNumber(
  window: string,
  position: number,
  length: number,
  stop: number,
  base: number,
  out: WordSpans,
): number {
  // A number that letters follow is a quantity with its unit, or a code such as "4x4" that stays whole.
  TAIL.lastIndex = position + length
  const tail = TAIL.exec(window)?.[0] ?? ''
  const whole = Math.min(length + tail.length, stop - position)
  const unit = tail === '' ? null : UNIT.exec(window.slice(position, position + whole))
  if (unit) {
    push(base + position, base + position + unit[1]!.length, out)
    push(base + position + unit[1]!.length, base + position + whole, out)
  } else push(base + position, base + position + whole, out)
  return whole
}
const TAIL = /[\p{L}\p{M}\d]*/uy

/** A word or hyphenated compound, possibly with clitics. */
function pushCompound(text: string, start: number, end: number, numeric: boolean, out: WordSpans): void {
  const compound = text.slice(start, end)
  const clitic = CLITIC_END.exec(compound)
  const bodyEnd = clitic && clitic.index > 0 ? start + clitic.index : end
  const body = text.slice(start, bodyEnd)
  if (!/[-‐‑]/.test(body)) {
    if (numeric) push(start, bodyEnd, out)
    else pushWord(text, start, bodyEnd, out)
  } else for (const [from, to] of hyphenParts(body)) push(start + from, start + to, out)
  if (bodyEnd < end) push(bodyEnd, end, out)
}

function pushWord(text: string, start: number, end: number, out: WordSpans): void {
  const length = end - start
  if (length >= 4 && length <= 8) {
    const word = text.slice(start, end)
    const lower = word.toLowerCase()
    const cut = Object.hasOwn(FUSED, lower) ? FUSED[lower]! : (NOT.exec(word)?.index ?? 0)
    if (cut > 0) {
      push(start, start + cut, out)
      push(start + cut, end, out)
      return
    }
  }
  push(start, end, out)
}

function push(start: number, end: number, out: WordSpans): void {
  while (end - start > LONGEST_WORD) {
    out.starts.push(start)
    out.ends.push(start + LONGEST_WORD)
    start += LONGEST_WORD
  }
  if (end > start) {
    out.starts.push(start)
    out.ends.push(end)
  }
}
