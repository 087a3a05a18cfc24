import type { EntityType } from '../types.ts'
import type { NameKinds } from './name-kinds.ts'
import { cutAt, isOfBody, type NamePart, type NameSurroundings } from './name-part.ts'

/** "the Daily Orme and The Sunday Dee": an article with a capital opens another name. */
const AND_THE = / and The (?=\p{Lu}|\d)/u
const AND = / and (?:the )?(?=\p{Lu})/gu
/** What joins two names in a sentence, and the words of one name in a body's: "Mourinho at Porto", "Centre for Transport". */
const JOINT = / (?:at|for|in|on|to|with) (?:the )?(?=[\p{Lu}\d])/u

/** Two bodies of which one alone tells by its own words where it ends: "the Film Council and Channel 4". */
export function twoBodies(name: NamePart, around: NameSurroundings): NamePart[] | null {
  const { text, type } = name
  if (type === 'person' || !text.includes(' and ')) return null
  const other = AND_THE.exec(text)
  if (other !== null) return cutAt(name, other.index, other[0].length, around)
  for (const joint of text.matchAll(AND)) {
    const [left, right] = [text.slice(0, joint.index), text.slice(joint.index + joint[0].length)]
    if (
      areListed(left, right, text, around) ||
      isAlike(left, right) ||
      isBodyBefore(left, right, joint[0], around) ||
      isBodyBehind(left, right, joint[0], around)
    ) {
      return cutAt(name, joint.index, joint[0].length, around)
    }
  }
  return null
}

/** "Hamas and Hezbollah", but not "Marks and Spencer" */
const areListed = (left: string, right: string, whole: string, { kinds }: NameSurroundings): boolean =>
  kinds.isListedBody(left) && kinds.isListedBody(right) && !kinds.isListedBody(whole)

/** "Orme Music and Dee Music" */
const isAlike = (left: string, right: string): boolean =>
  left.includes(' ') &&
  right.includes(' ') &&
  (left.split(' ').at(-1) === right.split(' ').at(-1) || left.split(' ').at(-1) === right.split(' ')[0])

/** What the name of a body ends in, and no field of its work: "Osgil Council", but not "Osgil Food". */
const ENDS =
  /\s(?:Agency|Airlines|Airways|Association|Authority|Bank|Board|Church|College|Commission|Committee|Company|Corporation|Council|Court|Department|Federation|Forum|Foundation|Gazette|[Gg]roup|Herald|Hospital|Institute|Ministry|[Mm]useum|Office|Party|Police|Project|School|Senate|Service|Services|Society|Telegraph|Times|Tribune|Trust|Union|University)$/

/** The left side ends as a body does: "Osgil Tourist Board and", but neither "Oil and Gas Corp" nor "Osgil Bank and Trust". */
function isBodyBefore(left: string, right: string, joint: string, { kinds }: NameSurroundings): boolean {
  const isWord = (side: string) => !side.includes(' ') && kinds.isGroupWord(side.toLowerCase())
  if (joint.endsWith('the ') && isWord(left) && isWord(right)) return true
  if (!ENDS.test(left) || / (?:of|for) /.test(left)) return false
  const rest = right.split(' ')
  if (joint.endsWith('the ')) return true
  return !kinds.isGroupWord(rest[0]!.toLowerCase())
}

/** The right side begins or ends as a body does, and the left one is one already: "Labour and the Court of Appeal". */
function isBodyBehind(left: string, right: string, joint: string, { known, kinds }: NameSurroundings): boolean {
  const opens = /^(?:\p{Lu}\S* ){0,2}(\p{Lu}\S*) (?:of|for) /u.exec(right)
  const isHeaded =
    opens !== null && kinds.isGroupWord(opens[1]!.toLowerCase()) && !kinds.fields.has(opens[1]!.toLowerCase())
  const ends =
    right.includes(' ') && joint.endsWith('the ') && kinds.isGroupWord(right.split(' ').at(-1)!.toLowerCase())
  if (!isHeaded && !ends) return false
  return known.has(left) || kinds.isListedBody(left) || isOfBody(left, kinds) || /^\p{Lu}{2,}$/u.test(left)
}

/** A name that the article has elsewhere, or a person's, before a preposition: "Mourinho at Porto", "Orme for Scotland". */
export function joinedByPreposition(name: NamePart, around: NameSurroundings): NamePart[] | null {
  const { text, type } = name
  // "the Gunners from Osgil"
  const origin = type === 'group' ? text.indexOf(' from ') : -1
  if (origin > 0) return [{ ...name, text: text.slice(0, origin) }]
  const joint = type === 'person' || type === 'state' ? null : JOINT.exec(text)
  if (joint === null) return null
  const { known, families, kinds } = around
  const [left, right] = [text.slice(0, joint.index), text.slice(joint.index + joint[0].length)]
  if (left.split(' ').some(word => kinds.isGroupWord(word.toLowerCase()) || EVENT.test(word))) return null
  const knownType = known.get(left) ?? (families.has(left) || isPersonsName(left, kinds) ? 'person' : null)
  // "Transport for London" begins as many a firm does
  if (knownType === null && !(/\s|\p{Lu}{2}/u.test(left) && kinds.isListedBody(left))) return null
  const rightType: EntityType | null =
    known.get(right) ?? kinds.stateOrCapital(right) ?? (type === 'event' ? type : null)
  const parts: NamePart[] = [{ ...name, text: left, type: knownType ?? 'group' }]
  if (rightType !== null) {
    parts.push({ text: right, at: name.at + text.length - right.length, type: rightType })
  }
  return parts
}

/** What takes place in, or is for something: "Campaign for Rail". */
const EVENT = /^(?:Campaign|Conference|Convention|Festival|Forum|March|Summit|Treaty)s?$/

const isPersonsName = (words: string, { isGivenName }: NameKinds): boolean =>
  /^\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+$/u.test(words) && isGivenName(words.split(' ')[0]!)
