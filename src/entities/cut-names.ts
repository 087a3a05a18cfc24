import type { EntityType } from '../types.ts'
import { isNoName, type NameKinds } from './name-kinds.ts'
import type { NameMention } from './names/find-names.ts'

/** Abbreviations that a name may end in with their full stop. */
const ENDS_IN_STOP = /\b(?:jr|sr|inc|ltd|corp|co|bros|st|mt|no|\p{L})\.$/iu
/** A new sentence begins here, whatever the sentence splitter made of it. */
const NEXT_SENTENCE =
  /(?<=[\p{L}\d][.!?])\s+(?=(?:Also|Although|And|As|At|Before|Besides|But|Despite|He|Her|His|However|If|In|It|Meanwhile|On|She|That|The|There|They|This|We|When|While|With)\b)/u
/** Letters behind a person's or a constituency's name. */
export const LETTERS_BEHIND = /,?\s(?:QC|KC|MP|MEP|MSP|OBE|CBE|MBE|MD|PhD)$/
const LEADING =
  /^(?:Former|Ex|Late|Fellow|Veteran)\s+(?=\p{Lu})|^\p{Lu}[\p{L}-]+ (?:airline|band|bank|broadcaster|carmaker|channel|club|company|daily|firm|giant|group|magazine|newspaper|party|side|tabloid|website)\s+(?=\p{Lu})/u
/** What opens many a family name and no body's: "al-Jaafari", "bin Laden". */
const PARTICLE = /^(?:al|el|as|ad|bin|ben|ibn|abu|van|von|de|da|di)(?:-|$)/
/** A lower-case noun that the tagger took in: "Ireland team", "the Today programme". */
const TRAILING = /\s(?:coach|fans|players|program|programme|series|show|side|squad|star|team|tour)$/
/** What ends in such a word is a place, though its owners may be called so too. */
const SITE =
  /\s(?:Airport|Arena|Auditorium|Avenue|Beach|Borders|Canal|Cathedral|Highway|Islands|Jail|Mountains|Pavilion|Peninsula|Prison|Road|Stadium|Towers|Valley)$/
const WATERS = /^(?:Cape|Isle of|Lake|Mount|River)\s\p{Lu}\p{Ll}+$/u
/** "Bethnal Green, in east London": what lies somewhere. */
const LIES_IN =
  /^, (?:(?:in|near) (?:(?:north|south|east|west|central)[\p{L}-]* )?\p{Lu}|(?:north|south|east|west) of )/u
const SIDES = /\s(?:against|v|vs|versus|during)\s/
type Part = { readonly text: string; readonly at: number; readonly type: EntityType }

/**
 * Cuts names that took in what is no part of them: the next sentence, letters behind a person, a possessor ("Toyota's US"),
 * a second name ("Alpha and Beta Gamma" at the end of a list), an opponent. Drops what names nothing.
 */
export function cutNames(text: string, names: readonly NameMention[], kinds: NameKinds): NameMention[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const known = new Map<string, EntityType>()
  for (const { start, end, type } of sorted) known.set(text.slice(start, end), type)
  const isExplained = (form: string, i: number) => {
    const [long, short] = [sorted[i - 1], sorted[i]!]
    return long?.type === 'group' && text.slice(long.end, short.start).trim() === '(' && /^\p{Lu}+$/u.test(form)
  }
  const explained = new Set(
    sorted.map(({ start, end }, i) => (isExplained(text.slice(start, end), i) ? text.slice(start, end) : null)),
  )
  return sorted.flatMap((name, i) => {
    const form = text.slice(name.start, name.end)
    const previous = sorted[i - 1]
    const listed = previous !== undefined && /^,\s+(?:the\s+|The\s+)?$/.test(text.slice(previous.end, name.start))
    return partsOf(form, name.type, known, listed, kinds)
      .filter(part => explained.has(part.text) || !(isNoName(part.text, kinds) || isTitle(part, kinds)))
      .map(({ text: words, at, type }) => {
        const [start, end] = [name.start + at, name.start + at + words.length]
        const isPlain = type === 'group' && !kinds.isListedBody(words) && !isOfBody(words, kinds)
        const lies =
          isPlain && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(words) && LIES_IN.test(text.slice(end, end + 24))
        return { start, end, type: lies ? ('place' as const) : type }
      })
  })
}

function partsOf(
  form: string,
  type: EntityType,
  known: ReadonlyMap<string, EntityType>,
  listed: boolean,
  kinds: NameKinds,
): Part[] {
  const whole = trimmed(form, type)
  if (type === 'state' || kinds.isListedBody(whole.text)) return [whole]
  // "the ambassador to the UN Bashar Orme"
  const [acronym, given, ...family] = whole.text.split(' ') as [string, ...string[]]
  if (family.length > 0 && /^\p{Lu}{2,}$/u.test(acronym) && kinds.isListedBody(acronym)) {
    const person = whole.text.slice(acronym.length + 1)
    const isPerson = kinds.isGivenName(given!) || known.get(person) === 'person' || PARTICLE.test(family[0]!)
    if (isPerson) {
      return [
        { text: acronym, at: whole.at, type: 'group' },
        { text: person, at: whole.at + acronym.length + 1, type: 'person' },
      ]
    }
  }
  const side = SIDES.exec(whole.text)
  if (side !== null && type !== 'event') return cutAt(whole, side.index, side[0].length, type, known)
  const owner = /^(.+?)(?:['’]s|(?<=s)['’])\s+(.+)$/su.exec(whole.text)
  if (owner !== null) {
    const [, of, what] = owner as unknown as [string, string, string]
    const ownerType = known.get(of) ?? kinds.stateOrCapital(of)
    if (ownerType === undefined || ownerType === null || known.has(`${of}'s`)) return [whole]
    const at = whole.text.length - what.length
    const whatType = kinds.stateOrCapital(what) ?? known.get(what) ?? (/\s/.test(what) ? type : null)
    const rest = whatType === null || !/^\p{Lu}/u.test(what) ? [] : [{ text: what, at: whole.at + at, type: whatType }]
    return [{ text: of, at: whole.at, type: ownerType }, ...rest]
  }
  const list = whole.text.split(/,\s+(?:and\s+)?|\s+and\s+/)
  if (list.length > 2 && list.every(item => /^\p{Lu}\S*(?:\s\p{Lu}\S*)?$/u.test(item) && !isOfBody(item, kinds))) {
    let at = 0
    return list.map(item => {
      at = whole.text.indexOf(item, at)
      return { text: item, at: whole.at + at, type: known.get(item) ?? type }
    })
  }
  const both = /^(.+?)\s+and\s+(.+)$/su.exec(whole.text)
  if (both !== null) {
    const [, left, right] = both as unknown as [string, string, string]
    const isOfBodies =
      whole.text.split(/\s+/).some(word => kinds.isBody(word.toLowerCase())) || / (?:of|for) /.test(left)
    const telling = known.has(left) || known.has(right) || (listed && /\s/.test(`${left}${right}`))
    if (telling && !isOfBodies && /^\p{Lu}/u.test(right)) {
      return cutAt(whole, left.length, whole.text.length - left.length - right.length, type, known)
    }
  }
  const goal = / for (?:the )?/.exec(whole.text)
  if (goal !== null && type === 'group') {
    const right = whole.text.slice(goal.index + goal[0].length)
    const isName = /^\d{4} /.test(right) || (known.get(right) === 'group' && /\s/.test(right))
    if (isName) return cutAt(whole, goal.index, goal[0].length, type, known)
  }
  return [whole]
}

const isOfBody = (text: string, { isBody }: NameKinds): boolean =>
  text.split(/\s+/).some(word => isBody(word.toLowerCase()))

/** Both sides of a cut; the right one only where the article names it elsewhere or it is long enough to be a name. */
function cutAt(
  { text, at }: Part,
  index: number,
  width: number,
  type: EntityType,
  known: ReadonlyMap<string, EntityType>,
): Part[] {
  const [left, right] = [text.slice(0, index), text.slice(index + width)]
  const first = trimmed(left, known.get(left) ?? type)
  const second = { text: right, at: at + index + width, type: known.get(right) ?? type }
  return [{ ...first, at: at + first.at }, ...(/^\p{Lu}/u.test(right) ? [second] : [])]
}

function trimmed(form: string, type: EntityType): Part {
  const next = NEXT_SENTENCE.exec(form)
  let text = next === null ? form : form.slice(0, next.index)
  if (/\p{Ll}\.$/u.test(text) && !ENDS_IN_STOP.test(text)) text = text.slice(0, -1)
  if (type !== 'event') text = text.replace(LETTERS_BEHIND, '')
  if (type === 'group' || type === 'place') text = text.replace(TRAILING, '')
  const leading = type === 'event' ? null : LEADING.exec(text)
  const at = leading?.[0].length ?? 0
  const isSite = type === 'group' && (SITE.test(text) || WATERS.test(text))
  return { text: text.slice(at), at, type: isSite ? 'place' : type }
}

/** "Always Look on the Bright Side of Life" is a song, "Half Life 2" a product: no body is called so. */
function isTitle({ text, type }: Part, { works: { titleWords }, isListedBody, isBody }: NameKinds): boolean {
  if (type !== 'group' || isListedBody(text)) return false
  const words = text.split(/\s+/)
  if (
    words.length > 2 &&
    words.some(word => titleWords.includes(word.toLowerCase().replace('’', "'")) && !/^\p{Lu}{2,}$/u.test(word))
  )
    return true
  const numbered = words.length > 1 && /^(?:[2-9]|\d\.\d)$/.test(words.at(-1)!)
  if (/^(?:DVD|CD|PC|LP|EP|SUV)s?$/.test(words.at(-1)!)) return true
  return numbered && !isBody(words.at(-2)!.toLowerCase()) && !NUMBERED.test(words.at(-2)!)
}

/** What is counted without being a product. */
const NUMBERED = /^(?:bbc|channel|formula|g|local|radio|route|section|stage|tv|unit|ward|zone)$/i
