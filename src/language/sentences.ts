/** Finds where sentences end in a list of words. */

import type { WordSpans } from './words.ts'

/** A longer sentence is cut, at a comma or semicolon where there is one. */
export const LONGEST_SENTENCE = 250

const TERMINAL = /^(?:[.?!。]+|…+|\.{2,})$/
const STRONG = /^[?!]/
const ELLIPSIS = /^(?:…|\.\.)/
const CLOSING = /^(?:["'”’»)\]}]|'')$/
const OPENING = /^(?:["'“‘«([{]|``)$/
const BULLET = /^(?:[-–—*•·▪►]|--)$/
const ENDS_WITH_STOP = /\p{L}\.$/u
const STARTS_SENTENCE = /^[\p{Lu}\p{Lt}\d]/u
const STARTS_LOWER = /^\p{Ll}/u
/** Abbreviations that a name or number must follow. */
const NEEDS_MORE =
  /^(?:Mr|Mrs|Ms|Messrs|Mme|Mlle|Dr|Prof|Rev|Fr|Hon|Sens?|Reps?|Govs?|Gen|Lt|Ltn|Col|Maj|Capt|Cmdr|Cdr|Adm|Sgt|Cpl|Pvt|Brig|Supt|Insp|Det|Pres|St|Ste|Mt|Ft|vs|v|pop|cf|ca|approx|viz)\.$/
const INITIAL = /^\p{Lu}\.$/u
const NEEDS_NUMBER = /^(?:Nos?|nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Art|Sec|[Ff]ig|pp|vols?|ch)\.$/
/** Words that begin sentences far more often than they follow an abbreviation within one. */
const STARTERS = new Set(
  (
    'the a an this that these those he she it they we you i there here his her its their our my but and or so yet nor if when ' +
    'while as after before since because although though in on at by for from with without under over during despite what ' +
    'who why how where which not no some many most all both each every one two three several other others another now then ' +
    'today meanwhile however still also even according last next earlier later once only such is was are were do did does has ' +
    'have had can could will would should may might'
  ).split(' '),
)
const SPEECH =
  /^(?:said|says|asked|asks|told|tells|added|adds|replied|wrote|writes|wondered|cried|shouted|exclaimed|demanded|insisted|warned|declared|stated|tweeted)$/
/** What a heading does not end with: the line was wrapped. */
const LEADS_ON =
  /^(?:[,;]|and|or|but|of|the|an?|to|in|on|at|by|for|from|with|as|that|which|who|whose|is|was|are|were|be|has|had|have|will|would|his|her|its|their|our|my|than|into|over|under|between|against|said|not)$/
/** A line this short that ends without a full stop is a heading or a list item, not wrapped prose. */
const SHORT_LINE = 55

/** Indices of the first word of each sentence but the first, in ascending order, then the number of words. */
export function splitSentences(text: string, words: WordSpans): number[] {
  const { starts, ends } = words
  const count = starts.length
  const form = (i: number) => text.slice(starts[i]!, ends[i]!)
  const cuts: number[] = []
  let first = 0
  let lineStart = 0
  for (let i = 0; i + 1 < count; i++) {
    const gap = newlines(text, ends[i]!, starts[i + 1]!)
    let cut = -1
    if (gap >= 2) cut = i + 1
    else {
      cut = boundaryAfter(i)
      if (cut < 0 && gap === 1) {
        if (ends[i]! - starts[lineStart]! < SHORT_LINE && !LEADS_ON.test(form(i)) && startsLine(i + 1)) cut = i + 1
        else if (BULLET.test(form(i + 1)) && !/^[,;-]$/.test(form(i))) cut = i + 1
      }
    }
    if (gap > 0) lineStart = i + 1
    if (cut < 0 && i + 1 - first >= LONGEST_SENTENCE) cut = softCut(first, i + 1)
    if (cut < 0) continue
    cuts.push(cut)
    first = cut
    if (cut > i + 1) i = cut - 1
  }
  if (count > 0) cuts.push(count)
  return cuts

  function startsLine(i: number): boolean {
    return STARTS_SENTENCE.test(form(i)) || OPENING.test(form(i)) || BULLET.test(form(i))
  }

  /** The first word of the next sentence when word `i` ends one, else -1. */
  function boundaryAfter(i: number): number {
    const word = form(i)
    const terminal = TERMINAL.test(word)
    if (!terminal && !ENDS_WITH_STOP.test(word)) return -1
    let next = i + 1
    let closed = false
    while (next < count && CLOSING.test(form(next)) && isClosing(next)) {
      closed = true
      next++
    }
    if (next >= count) return -1
    // No space after the stop: "example.com", "3.Next" and the like.
    if (starts[next] === ends[next - 1] && !OPENING.test(form(next)) && !closed) return -1
    let follower = next
    while (follower < count && (OPENING.test(form(follower)) || BULLET.test(form(follower)))) follower++
    // A quote that nothing follows was closed carelessly.
    if (follower >= count) return -1
    const after = form(follower)
    if (STARTS_LOWER.test(after)) return !closed && follower === next && lowerStarts(i, word, after) ? next : -1
    if (!STARTS_SENTENCE.test(after)) return follower > next || /^[$£€#@¿¡]/.test(after) ? next : -1
    if (terminal) {
      if (closed && STRONG.test(word) && speechFollows(follower)) return -1
      if (ELLIPSIS.test(word) && !STARTERS.has(after.toLowerCase()) && follower === next && !closed) return -1
      return next
    }
    if (closed) return next
    if (NEEDS_MORE.test(word) || (INITIAL.test(word) && word !== 'I.')) return -1
    if (NEEDS_NUMBER.test(word)) return /^\d/.test(after) || !STARTERS.has(after.toLowerCase()) ? -1 : next
    return follower > next || STARTERS.has(after.toLowerCase()) ? next : -1
  }

  /** Careless writers begin sentences small; a stop after a plain word, or a word that opens sentences, tells. */
  function lowerStarts(i: number, word: string, after: string): boolean {
    if (i > 0 && word === '.') return /^\p{Ll}{4,}$/u.test(form(i - 1))
    return /^[?!]+$/.test(word) && STARTERS.has(after)
  }

  /** A straight quote closes when it touches the word before it. */
  function isClosing(i: number): boolean {
    return !/^["']$/.test(form(i)) || starts[i] === ends[i - 1]
  }

  /** "…?" Smith asked / the minister said. */
  function speechFollows(i: number): boolean {
    for (let k = i; k < Math.min(i + 4, count); k++) if (SPEECH.test(form(k))) return true
    return false
  }

  function softCut(from: number, to: number): number {
    for (let i = to - 1; i > from + LONGEST_SENTENCE / 2; i--) if (/^[;:,]$/.test(form(i))) return i + 1
    return to
  }
}

function newlines(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10 || text.charCodeAt(i) === 0x2029) count++
  return count
}
