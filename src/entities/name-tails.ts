import { isNoName, type NameKinds } from './name-kinds.ts'
import type { NamePart } from './name-part.ts'

/** Lower-case nouns that close the name of a body or of a site: "Tory party", "Osgil prison". */
const CLOSES =
  /^(?:agency|airport|alliance|archipelago|army|arena|assembly|association|authority|bridge|cabinet|campaign|canal|cathedral|church|city|coalition|college|commission|committee|constabulary|council|councils|county|court|dam|department|desert|district|division|embassy|federation|forces|front|fund|gallery|government|governorate|harbour|harbor|hospital|hotel|hotels|institute|island|islands|isles|jail|junta|lake|library|militia|ministries|ministry|mosque|mountain|mountains|movement|museum|navy|oblast|ocean|palace|parliament|party|peninsula|police|port|prefecture|prison|province|regiment|region|republic|river|road|sea|senate|school|society|square|stadium|state|states|station|street|synagogue|temple|theater|theatre|tower|tribunal|union|unit|university|valley|village|ward|zoo)$/
/** What a club or firm is said to be of, by its town: "the Osgil club". */
const OF_A_TOWN = /^(?:band|base|camp|club|company|firm|gallery|outfit|side|team)$/
const TAIL = /^(.*\S) (\p{Ll}[\p{Ll}-]*)$/su
/** What comes before a word that owes its capital to its place. */
const OPENS = /(?:^|[\n.!?:]\s*["“‘']?)$/u
/** Conjunctions and verbs that open a sentence before a name. */
const OPENERS = /^(?:And|Both|But|Have|and)\s+(?:[Tt]he\s+)?(?=[\p{L}\d])/u
/** The minute in which somebody scored or came on: "(Green 102)". */
const MINUTE = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) \d{1,3}$/u

/** What stands around a name: four characters before, more behind. */
export interface Beside {
  readonly before: string
  readonly behind: string
}

/**
 * A name without the conjunction before it, the common noun behind it ("the Herald newspaper"), or the minutes of a team
 * sheet; null where nothing but common nouns is left ("the German club", "Rugby union").
 */
export function withoutEnds(
  part: NamePart,
  { before, behind }: Beside,
  known: ReadonlyMap<string, unknown>,
  kinds: NameKinds,
): NamePart | null {
  const opener = part.type === 'person' ? null : OPENERS.exec(part.text)
  const cut = opener?.[0].length ?? 0
  const name = cut === 0 ? part : { ...part, text: part.text.slice(cut), at: part.at + cut }
  const { text, type } = name
  if (cut > 0 && !/\p{Lu}/u.test(text)) return null
  if (/\d(?:st|nd|rd|th)?$/.test(text)) return withoutNumber(name, { before, behind }, known)
  const tail = type === 'group' || type === 'place' ? TAIL.exec(text) : null
  if (tail === null || kinds.isListedBody(text)) return name
  const [, rest, noun] = tail as unknown as [string, string, string]
  const isCommon = isNoName(rest, kinds) || kinds.isNationality(rest)
  if (CLOSES.test(noun)) {
    if (isCommon) return type === 'group' && kinds.isNationality(rest) && STATES.test(noun) ? name : null
    // "Rugby union", where a sentence begins
    const isOpening = OPENS.test(before) && !rest.includes(' ') && !known.has(rest)
    return isOpening && !kinds.isListedBody(rest) && kinds.stateOrCapital(rest) === null && !isPlace(rest, kinds)
      ? null
      : name
  }
  if (isCommon || kinds.works.kinds.includes(noun) || /^Working$/.test(rest.split(' ').at(-1)!))
    return isCommon ? null : name
  const shown = kinds.stateOrCapital(rest) ?? (OF_A_TOWN.test(noun) && isPlace(rest, kinds) ? 'place' : type)
  return { ...name, text: rest, type: shown }
}

/** What a nationality makes one body of: "the Thai government". */
const STATES =
  /^(?:army|authority|cabinet|council|councils|forces|government|junta|militia|ministry|navy|parliament|police|senate)$/

const isPlace = (word: string, { isListedPlace }: NameKinds): boolean =>
  isListedPlace(word) || isListedPlace(word.replace(/^(?:East|North|South|West) /, ''))

/** "the Olympic 100m", "Newcastle 14th", "(Green 102)", of which the numbers are no part of the name. */
function withoutNumber(name: NamePart, { before, behind }: Beside, known: ReadonlyMap<string, unknown>): NamePart {
  const { text } = name
  const bare = text.replace(/\s\d+(?:st|nd|rd|th)?$/, '')
  if (bare !== text && (/\D$/.test(text) || /^(?:k?m|st|nd|rd|th)\b/.test(behind))) return { ...name, text: bare }
  const minute = MINUTE.exec(text)
  if (minute === null) return name
  const inSheet = /\($/.test(before) && /^[),]/.test(behind)
  return inSheet || known.get(minute[1]!) === 'person' ? { ...name, text: minute[1]!, type: 'person' } : name
}
