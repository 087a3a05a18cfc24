import type { NameKinds } from './name-kinds.ts'
import type { NamePart } from './name-part.ts'

/** "Queens Of The Sea": names of bodies write such words small. */
const SMALL_WORD = /\p{L}\S*\s(?:A|An|And|At|By|From|In|Into|Of|On|Over|The|To)\s\S/u
/** "Bank Of Osgil", "Osgil On Sea Council" */
export function isHeadedAsBody(text: string, { isGroupWord }: NameKinds): boolean {
  const words = text.split(/\s+/)
  const small = words.findIndex(word => /^(?:for|of)$/i.test(word))
  return [words[small - 1], words.at(-1)].some(
    word => word !== undefined && !word.endsWith('s') && isGroupWord(word.toLowerCase()),
  )
}

/** "PMA430", "X1", but not a team's "U21". */
const CODE = /^(?!U\d\d$)\p{Lu}{1,4}-?\d+(?:\p{Lu}{0,2}|\p{Ll})$/u
/** "777-200LR", "7E7" */
const CODE_IN_DIGITS = /^\d+[\p{L}-]+\d+\p{Lu}*$/u

/** A name that closes in the number of a model: "Vaio W1". */
const isModel = (words: readonly string[], { isListedBody, isGroupWord }: NameKinds): boolean =>
  words.length === 1
    ? CODE_IN_DIGITS.test(words[0]!)
    : CODE.test(words.at(-1)!) &&
      !isListedBody(words.at(-1)!) &&
      !words.some(word => /^(?:BBC|ITV|Sky)$/.test(word)) &&
      (/\d{3}$/.test(words.at(-1)!) || !words.some(word => isGroupWord(word.toLowerCase())))

/** "Because the Night", "How Clean Is Your House". */
const OPENS_A_CLAUSE = /^(?:Because|How|If|Unless|Until|Whatever|When|Whenever|Where|Why) /

/** "Always Look on the Bright Side of Life" is a song, "Half Life 2" a product: no body is called so. */
export function isTitle({ text, type }: NamePart, nameKinds: NameKinds): boolean {
  const { works, isListedBody, isBody } = nameKinds
  const { titleWords, kinds } = works
  if (type === 'event' || type === 'state' || isListedBody(text)) return false
  const words = text.split(/\s+/)
  if (isModel(words, nameKinds) || (words.length > 1 && OPENS_A_CLAUSE.test(text))) return true
  if (type !== 'group') return false
  if (SMALL_WORD.test(text) && !isHeadedAsBody(text, nameKinds)) return true
  if (
    words.length > 2 &&
    words.some(word => titleWords.includes(word.toLowerCase().replace('’', "'")) && !/^\p{Lu}{2,}$/u.test(word))
  )
    return true
  // "the TV programme The OC", "Pool A", "P7131"
  if (words.slice(0, -1).some(word => kinds.includes(word) || /^programm?e?$/.test(word))) return true
  if (
    /^(?:Chapter|Class|Division|Group|Grade|Level|Phase|Pool|Stage) (?:[A-H]|\d+)$|^Order of |^\p{Lu}?\d{3,}$|^Subs /u.test(
      text,
    )
  )
    return true
  const numbered = words.length > 1 && /^(?:[2-9]|\d\.\d)$/.test(words.at(-1)!)
  if (/^(?:DVD|CD|PC|LP|EP|SUV)s?$/.test(words.at(-1)!)) return true
  return numbered && !isBody(words.at(-2)!.toLowerCase()) && !NUMBERED.test(words.at(-2)!)
}

/** What is counted without being a product. */
const NUMBERED = /^(?:bbc|channel|formula|g|local|radio|route|section|stage|tv|unit|ward|zone)$/i
