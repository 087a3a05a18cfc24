/** A sentence as the tagger's features read it: parallel arrays, filled once, used by both passes. */

import type { Sentence } from '../../types.ts'
import { addToPhrase, GAZETTEER_KINDS, type Gazetteer, PHRASE_START } from './gazetteer.ts'
import { hashString } from './hash.ts'
import type { NameWord, NameWords } from './words.ts'

/** Longest sentence the tagger reads; what lies behind is taken to hold no names. */
export const LONGEST_SENTENCE = 400
/** Most tokens without a capital that may stand together inside a name ("Ministry of the Interior"). */
const LONGEST_GAP = 3
/** What may stand there: small words of several languages, hyphens, quotes, commas. */
const GAP =
  /^(?:of|the|for|and|in|on|to|a|an|with|without|against|from|at|de|la|le|les|del|dell['’]|della|delle|di|do|da|dos|das|du|des|d['’]|l['’]|der|die|das|den|dem|van|von|zu|und|für|et|y|e|i|o|pour|sans|sur|en|para|por|al|el|bin|bint|ibn|ul|u|na|&|\+|-|–|['’]s?|,|\.|\/|!|:|["“”‘])$/

export interface SentenceView {
  readonly count: number
  readonly words: readonly NameWord[]
  readonly tags: Int32Array
  /** Heads and hashed relations of the parse. */
  readonly heads: Int32Array
  readonly relations: Int32Array
  /** 1 where no space stands before the token. */
  readonly glued: Uint8Array
  /** 1 where a token may be part of a name. */
  readonly open: Uint8Array
  /** First and last token of the run of capitalised words around a token, -1 outside. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** Listed phrases over a token as `kind * 4 + position` (begin, inside, last, alone). */
  readonly listed: readonly (readonly number[])[]
  /** Mostly capitalised words, as in a headline; mostly capitals. */
  readonly headline: boolean
  readonly shouted: boolean
}

const NOTHING: readonly number[] = []
const CONNECTOR = /^(?:of|&|de|al|bin|bint|ibn|von|van|der|la|el|del|di|da|du|dos|des|e|y|-|–)$/
/** Words in lower case that open names: "al Qaeda", "de Laura". */
const PARTICLE =
  /^(?:al|el|as|ad|an|ar|ash|de|da|di|do|du|dos|das|del|della|la|le|van|von|der|den|ter|ten|bin|bint|ibn|abu|ul|e|d'|st)$/
/** Kinds of words that close names in lower case: "Labour party", "Guangdong province". */
const TAIL_KINDS = (1 << GAZETTEER_KINDS.indexOf('organisation-word')) | (1 << GAZETTEER_KINDS.indexOf('place-word'))
const relationHashes = new Map<string, number>()
const hashOnce = (text: string): number => {
  let hash = relationHashes.get(text)
  if (hash === undefined) relationHashes.set(text, (hash = hashString(text)))
  return hash
}

export function viewSentence(sentence: Sentence, vocabulary: NameWords, gazetteer: Gazetteer): SentenceView {
  const count = Math.min(sentence.tokens.length, LONGEST_SENTENCE)
  const tokens = sentence.tokens
  const words: NameWord[] = []
  const tags = new Int32Array(count)
  const heads = new Int32Array(count)
  const relations = new Int32Array(count)
  const glued = new Uint8Array(count)
  let capitals = 0
  let shouts = 0
  let lettered = 0
  for (let i = 0; i < count; i++) {
    const token = tokens[i]!
    const word = vocabulary.get(token.form)
    words.push(word)
    tags[i] = hashOnce(token.tag)
    heads[i] = token.head < count ? token.head : -1
    relations[i] = hashOnce(token.deprel)
    if (i > 0 && tokens[i - 1]!.end === token.start) glued[i] = 1
    if (word.capital || word.lowercase) lettered++
    if (word.capital) capitals++
    if (word.allCapitals) shouts++
  }
  const { runStart, runEnd } = findRuns(words, count)
  const open = findOpen(words, glued, count)
  return {
    count,
    words,
    tags,
    heads,
    relations,
    glued,
    open,
    runStart,
    runEnd,
    listed: findListed(words, open, count, gazetteer),
    headline: lettered > 3 && capitals / lettered > 0.6,
    shouted: lettered > 2 && shouts / lettered > 0.7,
  }
}

/** Runs of capitalised words; small words that join two of them belong to the run. */
function findRuns(words: readonly NameWord[], count: number) {
  const runStart = new Int32Array(count).fill(-1)
  const runEnd = new Int32Array(count).fill(-1)
  for (let i = 0; i < count; i++) {
    if (!words[i]!.capital) continue
    let end = i
    for (;;) {
      if (words[end + 1]?.capital) end++
      else if (words[end + 2]?.capital && CONNECTOR.test(words[end + 1]!.lower)) end += 2
      else break
    }
    if (end >= count) end = count - 1
    for (let k = i; k <= end; k++) {
      runStart[k] = i
      runEnd[k] = end
    }
    i = end
  }
  return { runStart, runEnd }
}

/** Capitalised words, what is glued to them by a hyphen, numbers beside them, and short gaps between them. */
function findOpen(words: readonly NameWord[], glued: Uint8Array, count: number): Uint8Array {
  const open = new Uint8Array(count)
  for (let i = 0; i < count; i++) if (words[i]!.hasCapital) open[i] = 1
  const isCapital = (i: number) => i >= 0 && i < count && words[i]!.capital
  for (let i = 0; i < count; i++) {
    const word = words[i]!
    if (open[i] || !(word.lowercase || word.digits)) continue
    if (word.digits) open[i] = isCapital(i - 1) || isCapital(i + 1) ? 1 : 0
    else if (isCapital(i + 1) && PARTICLE.test(word.lower)) open[i] = 1
    else if (isCapital(i - 1) && word.kinds & TAIL_KINDS && words[i + 1]?.lower !== 'of') open[i] = 1
    // "al-Nusra" and "Ban Ki-moon", where the hyphen is a word of its own
    else if (glued[i + 1] && glued[i + 2] && words[i + 1]!.lower === '-' && isCapital(i + 2)) open[i] = 1
    else if (glued[i] && glued[i - 1] && words[i - 1]!.lower === '-' && isCapital(i - 2)) open[i] = 1
  }
  let last = -1
  for (let i = 0; i < count; i++) {
    if (!open[i]) continue
    if (last >= 0 && i - last - 1 <= LONGEST_GAP && words.slice(last + 1, i).every(({ lower }) => GAP.test(lower))) {
      open.fill(1, last + 1, i)
    }
    last = i
  }
  return open
}

function findListed(
  words: readonly NameWord[],
  open: Uint8Array,
  count: number,
  gazetteer: Gazetteer,
): readonly (readonly number[])[] {
  const listed: (readonly number[])[] = new Array(count).fill(NOTHING)
  const put = (i: number, value: number) => {
    if (listed[i] === NOTHING) listed[i] = [value]
    else (listed[i] as number[]).push(value)
  }
  for (let i = 0; i < count; i++) {
    const word = words[i]!
    if (!open[i] || !(word.capital || word.digits)) continue
    for (let kind = 0, bits = word.kinds; bits !== 0; kind++, bits >>>= 1) if (bits & 1) put(i, kind * 4 + 3)
    if (word.longest === 1) continue
    let hash = PHRASE_START
    let parts = 0
    let best = -1
    let kinds = 0
    for (let end = i; end < count && parts < word.longest; end++) {
      if (words[end]!.plain === '') continue
      hash = addToPhrase(hash, words[end]!.plain)
      parts++
      const found = end > i && words[end]!.capital ? gazetteer.kinds.get(hash) : undefined
      if (found !== undefined) {
        best = end
        kinds = found
      }
    }
    if (best < 0) continue
    for (let kind = 0; kind < GAZETTEER_KINDS.length; kind++) {
      if (!(kinds & (1 << kind))) continue
      for (let k = i; k <= best; k++) put(k, kind * 4 + (k === i ? 0 : k === best ? 2 : 1))
    }
  }
  return listed
}
