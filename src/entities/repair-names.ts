import type { Sentence } from '../types.ts'
import type { NameMention } from './names/find-names.ts'

/** From so many words on a name is looked into: it may have swallowed others. */
const LONG = 5
/** Abbreviated offices and forms of address, which stand before names and are no part of them. */
export const ADDRESS =
  /^(?:gov|sen|rep|gen|col|lt|sgt|capt|maj|cmdr|adm|brig|rev|dr|prof|hon|insp|det|supt|amb|mayor|mr|mrs|ms|miss|sir|dame|messrs|shri|smt|datuk|dato)\.?$/i

/** What a lower-case word is. */
export interface WordKinds {
  /** An office or title: "president", "coach". */
  isOffice(word: string): boolean
  /** A noun for persons that is no given name: "coordinator", but not "guy". */
  isPerson(word: string): boolean
  /** What bodies are called: "office", "council". */
  isBody(word: string): boolean
}

/**
 * Cuts names that swallowed others or hold an office. A long name, one across a bracket and one in a headline in title
 * case give way to the shorter names that the article has elsewhere and that stand in them.
 *
 * @param words what lower-case words are
 */
export function repairNames(
  text: string,
  given: readonly NameMention[],
  sentences: readonly Sentence[],
  words: WordKinds,
): NameMention[] {
  const shouting = sentences.filter(isTitleCase)
  const isShouted = ({ start }: NameMention) =>
    shouting.some(sentence => sentence.start <= start && start < sentence.end)
  const names = withoutOffices(
    text,
    given.flatMap(name => atDashes(text, name)).flatMap(name => atCommas(text, name)),
    words,
  )
  const length = (name: NameMention) => text.slice(name.start, name.end).split(/\s+/).length
  const elsewhere = new Map<string, NameMention>()
  for (const name of names) {
    const form = text.slice(name.start, name.end)
    if (length(name) < LONG && form.length > 2 && !/[[\]()]/.test(form) && !isShouted(name)) elsewhere.set(form, name)
  }
  const known = [...elsewhere].sort((a, b) => b[0].length - a[0].length)
  return names.flatMap(name => {
    const form = text.slice(name.start, name.end)
    const shouted = isShouted(name) && length(name) > 2
    const bracket = form.search(/[[(]/)
    const closing = form.search(/[)\]]/)
    if (bracket < 0 && closing > 0) {
      const rest = form.slice(closing + 1)
      const start = name.end - rest.trimStart().length
      return rest.trim() === '' ? [{ ...name, end: name.start + closing }] : [{ ...name, start }]
    }
    if (length(name) < LONG && bracket < 0 && !shouted) return [name]
    if (elsewhere.has(form)) return [name]
    const inside = known
      .filter(([other, { type }]) => form.includes(other) && (bracket >= 0 || shouted || type === 'person'))
      .map(([other, { type }]): NameMention => {
        const start = name.start + form.indexOf(other)
        return { start, end: start + other.length, type }
      })
      .filter(({ start, end }) => isWord(text, start, end))
    const apart = inside.filter(
      (one, i) => !inside.slice(0, i).some(other => other.start < one.end && one.start < other.end),
    )
    if (bracket > 0 && !apart.some(({ start }) => start < name.start + bracket)) {
      apart.push({ ...name, end: name.start + form.slice(0, bracket).trimEnd().length })
    }
    if (apart.length > 0) return apart
    // A run of capitals in a headline that the article never names again is the headline, not a name.
    return shouted && length(name) >= LONG ? [] : [name]
  })
}

/** No name goes across a dash that stands alone ("Britain -- Ban"). */
function atDashes(text: string, name: NameMention): NameMention[] {
  const parts = [...text.slice(name.start, name.end).matchAll(/(?:(?!\s[-–—]+\s|--).)+/gs)]
  if (parts.length < 2) return [name]
  return parts.flatMap(([part], i) => {
    const start = name.start + parts[i]!.index + (part.length - part.trimStart().length)
    const bare = part.trim().replace(/^[-–—\s]+/, '')
    const from = start + part.trim().indexOf(bare)
    return bare === '' ? [] : [{ ...name, start: from, end: from + bare.length }]
  })
}

/** What a comma may set off within one name: "Davis, Jr.", "Hill, Stone & Co". */
const NOT_A_LIST = /&|\b(?:and|of|jr|sr|inc|ltd|llc|llp|plc|corp|co|md|phd|[ivx]+|\d+)\b/i

/** "Rowe, Chater, White" in a team sheet are three names. */
function atCommas(text: string, name: NameMention): NameMention[] {
  const form = text.slice(name.start, name.end)
  if (!form.includes(', ') || !/^(?:person|group)$/.test(name.type) || NOT_A_LIST.test(form)) return [name]
  let start = name.start
  return form.split(', ').map(part => {
    const own = { ...name, start, end: start + part.length }
    start = own.end + 2
    return own
  })
}

/** Most words of four letters and more begin with a capital. */
function isTitleCase({ tokens }: Sentence): boolean {
  let capital = 0
  let small = 0
  for (const { form } of tokens) {
    if (form.length < 4 || !/^\p{L}{4,}$/u.test(form)) continue
    if (/^\p{Lu}/u.test(form)) capital++
    // No need to read on where the words that follow could not outnumber the small ones by far enough.
    else if (++small * 5 > tokens.length) return false
  }
  if (capital + small < 4 || capital / (capital + small) < 0.8) return false
  // "The International Committee of the Red Cross helped.": a headline has no full stop.
  return (
    tokens.at(-1)!.form !== '.' ||
    !tokens.some(({ form, tag }) => /^(?:VB[DPZ]|MD)$/.test(tag) && /^\p{Ll}/u.test(form))
  )
}

/** "UN Secretary-General Ban" + "Ki-moon": the office is no part of the name, and the rest of the name may follow. */
function withoutOffices(
  text: string,
  names: readonly NameMention[],
  { isOffice, isPerson, isBody }: WordKinds,
): NameMention[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const taken = new Set<NameMention>()
  return sorted.flatMap((name, i) => {
    if (taken.has(name)) return []
    const words = [...text.slice(name.start, name.end).matchAll(/\S+/g)]
    const office = words.findLastIndex(([word]) => {
      const last = word.split('-').at(-1)!.toLowerCase()
      return ADDRESS.test(word) || isOffice(last) || (name.type === 'person' && isPerson(last))
    })
    // "Syrian Ambassador", "Under-Secretary for Humanitarian Affairs": an office without its holder is no body.
    const alone = office === words.length - 1 || /^(?:for|of|to)$/.test(words[office + 1]?.[0] ?? '')
    if (office > 0 && alone && (name.type === 'group' || name.type === 'event')) return []
    const least = name.type === 'person' ? 0 : 1
    if (office < least || office === words.length - 1) return [name]
    const rest = words.slice(office + 1)
    if (!rest.every(([word]) => /^\p{Lu}|^(?:al|el|van|von|de|da|bin)-?/u.test(word))) return [name]
    if (/^(?:Of|For|And)$/.test(rest[0]![0])) return [name]
    // "US General Accounting Office"
    if (name.type !== 'person' && isBody(rest.at(-1)![0].toLowerCase())) return [name]
    const following = sorted[i + 1]
    const goesOn = following !== undefined && text.slice(name.end, following.start) === ' '
    if (goesOn) taken.add(following)
    return [{ start: name.start + rest[0]!.index, end: goesOn ? following.end : name.end, type: 'person' as const }]
  })
}

const isWord = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')
