const SENTENCE_END = /[.!?…。！？][\s"'”’»“‘`)\]]*$/
const OPEN_END =
  /(?:^|\s)(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|as|that|than|his|her|its|their|our|was|were|is|are|has|have|had|been|be|into|between|against|after|before|over|under)$/
const UI_STRONG =
  /^(?:app|open|continue|chrome|safari|firefox|edge|opera|menu|search|close|skip|next|previous|prev|login|home|share|save|print|e-?mail|copy|link|comments?|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|instagram|youtube|tiktok|flipboard|messenger|viber|line|subscribe|newsletters?|advertisement|settings|accept|ok|cancel|submit|retry|refresh|toggle|navigation|sidebar|account|profile|notifications?|podcasts?|e-?paper|rss|gallery|live|watch|listen|view|download|install|play|store|google|apple|account|feedback|captions?|fullscreen|homepage|expand|collapse|shares?|typo|font|text|size|opens|hide|show|reprints|licensing|rights|accessibility|help)$/i
const UI_WEAK = /^(?:in|on|the|to|with|and|or|via|us|our|your|this|a|by|for|from|news|tv|more|all|x|&|\||[-–—•·/:])$/i

/** Ends as a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8))
}

/** Stops on a word that needs another after it. */
export function endsInsideSentence(text: string): boolean {
  return OPEN_END.test(text.slice(-24))
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}

/** "By Jane Doe", "By JANE DOE and John Roe, Political Editor", "Jane Doe | BBC News". */
export function isByline(text: string): boolean {
  if (!/^(?:(?:words|story|text|report|analysis|reported|written|posted)\s)?by:?\s+\p{Lu}/iu.test(text)) return false
  if (!/^.{0,10}[Bb][Yy]:?\s+\p{Lu}/u.test(text) || countWords(text) > 16) return false
  const names = text.replace(/^.*?by:?\s+/i, '').split(/[\s|,/]+/)
  const capital = names.filter(word =>
    /^["“(]?(?:\p{Lu}|and$|&$|in$|at$|for$|of$|the$|de$|van$|von$|bin$|al-|\d|@)/u.test(word),
  )
  return (
    capital.length >= names.length * 0.7 &&
    !/[!?]$/.test(text) &&
    !/\b(?:was|were|is|are|has|have|had|said)\b/.test(text)
  )
}

/** A line of buttons and browser names only: "Chrome Safari Continue", "CBS News App Open", "View CBS News In". */
export function isControls(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length > 10 || /[.!?,;]$/.test(text)) return false
  let strong = 0
  let names = 0
  for (const word of words) {
    if (UI_STRONG.test(word)) strong++
    else if (!UI_WEAK.test(word)) {
      if (!/^\p{Lu}/u.test(word)) return false
      names++
    }
  }
  if (strong === 0) return false
  const [first, last] = [words[0]!, words.at(-1)!]
  if (names === 0) return strong >= 2 || words.length === 1
  // A brand between controls: the line must open or close with one, and the controls must not be a sentence's verb.
  return strong >= 2
    ? strong >= names
    : /^(?:app|in|on)$/i.test(last) && (/^(?:view|open|watch|listen|get|read)$/i.test(first) || /^app$/i.test(last))
}

const DURATION = /^(.{2,160}?)\s*[-–—|]?\s*\(?(\d{1,2}:[0-5]\d(?::[0-5]\d)?)\)?$/

/** The title in "Cease-fire signed 05:49"; null where the line is no title with a running time. */
export function durationTitle(text: string): string | null {
  const match = DURATION.exec(text)
  if (!match) return null
  const title = match[1]!
  // "The match starts at 20:45" tells a time of day.
  if (/\b(?:at|by|from|until|till|to|before|after|around|about|since|and|GMT|UTC|of)$/i.test(title)) return null
  return countWords(title) <= 20 ? title : null
}
