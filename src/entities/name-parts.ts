import { joinedByPreposition, twoBodies } from './name-joints.ts'
import { cutAt, isOfBody, type NamePart, type NamePartRule, type NameSurroundings } from './name-part.ts'
import { isHeadedAsBody } from './name-titles.ts'
import { ADDRESS } from './repair-names.ts'

const SIDES = /\s(?:against|v|vs|versus|during)\s|(?<=\p{Ll})\/(?=\p{Lu})/u
/** What opens many a family name and no body's: "al-Jaafari", "bin Laden". */
const PARTICLE = /^(?:al|el|as|ad|bin|ben|ibn|abu|van|von|de|da|di)(?:-|$)/

/** The names within what was taken for one; the name itself where no rule finds several. */
export function namePartsOf(name: NamePart, around: NameSurroundings): NamePart[] {
  if (name.type === 'state' || around.kinds.isListedBody(name.text)) return [name]
  for (const rule of RULES) {
    const parts = rule(name, around)
    if (parts !== null) return parts
  }
  return [name]
}

/** "the ambassador to the UN Bashar al-Orme", "Comptroller Alan Orme", "the University of Osgil and Dan Orme". */
const personBehind: NamePartRule = ({ text, at, type }, { known, kinds }) => {
  if (type !== 'group') return null
  const words = text.split(' ')
  const [acronym, given, family] = words
  if (words.length > 2 && /^\p{Lu}{2,}$/u.test(acronym!) && kinds.isListedBody(acronym!)) {
    const person = text.slice(acronym!.length + 1)
    if (kinds.isGivenName(given!) || known.get(person) === 'person' || PARTICLE.test(family!)) {
      return [
        { text: acronym!, at, type: 'group' },
        { text: person, at: at + acronym!.length + 1, type: 'person' },
      ]
    }
  }
  const before = words.at(-3)
  if (before === undefined || !kinds.isGivenName(words.at(-2)!) || !/^\p{Lu}\p{Ll}+$/u.test(words.at(-1)!)) return null
  const last = words.slice(-2).join(' ')
  const person: NamePart = { text: last, at: at + text.length - last.length, type: 'person' }
  if (before === 'and') {
    const left = words.slice(0, -3).join(' ')
    return left === '' ? null : [{ text: left, at, type: known.get(left) ?? type }, person]
  }
  return kinds.isPersonNoun(before.toLowerCase()) ? [person] : null
}

const opponents: NamePartRule = (name, around) => {
  const side = SIDES.exec(name.text)
  return side === null || name.type === 'event' ? null : cutAt(name, side.index, side[0].length, around)
}

/** Titles that stand behind what their holders belong to, and right before their names. */
const HOLDER =
  /^(?:(.+) )?(?:Admiral|Ambassador|Archbishop|Ayatollah|Bishop|Brigadier|Cardinal|Colonel|Commander|Congressman|Congresswoman|Detective|Imam|Inspector|Judge|Justice|Lieutenant|Magistrate|Professor|Prosecutor|Rabbi|Senator|Sergeant|Sheikh|Sheriff|Superintendent) (?=\p{Lu}\p{Ll}+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}'’-]+)+$)/u

/** "US District Court Judge Ian W Orme", "Spanish Judge Ian Orme" */
const holder: NamePartRule = ({ text, at, type }, { kinds }) => {
  const title = type === 'group' ? HOLDER.exec(text) : null
  const last = text.split(' ').at(-1)!.toLowerCase()
  if (title === null || kinds.isGroupWord(last)) return null
  const person: NamePart = { text: text.slice(title[0].length), at: at + title[0].length, type: 'person' }
  const body = title[1]
  return body !== undefined && isHeadedAsBody(body, kinds) ? [{ text: body, at, type }, person] : [person]
}

/** "the MP for Osgil", "MEP for the East Midlands": a seat is a place. */
const seat: NamePartRule = ({ text, at, type }) => {
  const member = type === 'person' ? null : /^(?:AMs?|MEPs?|MLAs?|MPs?|MSPs?|TDs?) for (?:the )?(?=\p{Lu})/u.exec(text)
  return member === null ? null : [{ text: text.slice(member[0].length), at: at + member[0].length, type: 'place' }]
}

/** "Toyota's US", "Radio 4's Woman's Hour": who owns is one name, what is owned another, or a programme. */
const owned: NamePartRule = ({ text, at, type }, { known, kinds }) => {
  const owner = /^(.+?)(?:['’]s|(?<=s)['’])\s+(.+)$/su.exec(text)
  if (owner === null) return null
  const [, of, what] = owner as unknown as [string, string, string]
  // "GDC's Mobile", "Orme's Financial Times": initials own, and what a list has under its whole name is owned
  const owns = type === 'group' && (/^\p{Lu}{2,}$/u.test(of) || (/\s/.test(what) && kinds.isListedBody(what)))
  const ownerType = known.get(of) ?? kinds.stateOrCapital(of) ?? (owns || kinds.isListedBody(of) ? 'group' : null)
  // "MG Orme's Midlands": two words or more own, one is owned; but "the Osgil Women's Open"
  if (
    ownerType === null &&
    type === 'group' &&
    /^\p{Lu}\S* \p{Lu}/u.test(of) &&
    !/(?:en|s)$/.test(of) &&
    !/\s/.test(what) &&
    !isOfBody(what, kinds)
  )
    return [{ text: of, at, type }]
  // "Ian Orme's Gangs of Osgil", "BBC One's Fame Academy": a person's or a channel's works
  if (ownerType === null && !isHeadedAsBody(what, kinds)) {
    const given = /^(?:Sir |Dame )?(\p{Lu}\p{Ll}+) \p{Lu}[\p{L}-]+$/u.exec(of)?.[1]
    if (given !== undefined && kinds.isGivenName(given)) return [{ text: of, at, type: 'person' }]
    if (
      /^(?:BBC|CBS|CNN|HBO|ITV|MTV|NBC|PBS) \S/.test(of) ||
      /\s(?:Bank|Corp|Electronics|Industries|Motors|Systems|Technologies)$/.test(of)
    )
      return [{ text: of, at, type: 'group' }]
  }
  // "Torvak's US arm"
  const isAbroad = ownerType === null && kinds.stateOrCapital(what) === 'state' && /^\p{Lu}\S*$/u.test(of)
  if (isAbroad && type === 'group')
    return [
      { text: of, at, type },
      { text: what, at: at + text.length - what.length, type: 'state' },
    ]
  if (ownerType === null || known.has(`${of}'s`)) return null
  const isBody = type !== 'group' || isOfBody(what, kinds)
  const whatType = kinds.stateOrCapital(what) ?? known.get(what) ?? (/\s/.test(what) && isBody ? type : null)
  const rest: NamePart[] =
    whatType === null || !/^\p{Lu}/u.test(what)
      ? []
      : [{ text: what, at: at + text.length - what.length, type: whatType }]
  return [{ text: of, at, type: ownerType }, ...rest]
}

const list: NamePartRule = ({ text, at, type }, { known, kinds }) => {
  const items = text.split(/,\s+(?:and\s+)?|\s+and\s+/)
  if (items.length < 3) return null
  if (!items.every(item => /^\p{Lu}\S*(?:\s\p{Lu}\S*)?$/u.test(item) && !isOfBody(item, kinds))) return null
  let from = 0
  return items.map(item => {
    from = text.indexOf(item, from)
    return { text: item, at: at + from, type: known.get(item) ?? type }
  })
}

/** Two names at the end of a list, or of which the article has one elsewhere; bodies are called "Arms and Trade" too. */
const both: NamePartRule = (name, around) => {
  const found = /^(.+?)\s+and\s+(.+)$/su.exec(name.text)
  if (found === null) return null
  const { known, listed, kinds } = around
  const [, left, right] = found as unknown as [string, string, string]
  const isBody = isOfBody(name.text, kinds) || / (?:of|for) /.test(left)
  const telling =
    known.has(left) ||
    known.has(right) ||
    (listed && /\s/.test(`${left}${right}`)) ||
    (/\s/.test(right) && kinds.isListedBody(right))
  if (!telling || isBody || !/^\p{Lu}/u.test(right)) return null
  return cutAt(name, left.length, name.text.length - left.length - right.length, around)
}

/** "San Andreas for the PlayStation 2", "Bluewater in Kent". */
const goal: NamePartRule = (name, around) => {
  if (name.type !== 'group') return null
  const found = / (?:for|in) (?:the )?/.exec(name.text)
  if (found === null) return null
  const [left, right] = [name.text.slice(0, found.index), name.text.slice(found.index + found[0].length)]
  const { known, kinds } = around
  const isPlace = / in /.test(found[0]) && (known.get(right) === 'place' || kinds.stateOrCapital(right) !== null)
  const isName = /^\d{4} /.test(right) || (known.get(right) === 'group' && /\s/.test(right))
  const isState = kinds.stateOrCapital(left) === 'state'
  if (!isName && !isState && !(isPlace && !isOfBody(left, kinds))) return null
  const parts = cutAt(name, found.index, found[0].length, around)
  return isState ? parts.filter(part => part.text === left || known.has(part.text)) : parts
}

/** Abbreviated words within a person's name. */
const ABBREVIATED = /(?:^|\s)(?:st|ste|jr|sr|wm|chas|geo|jas|thos)$/i

/** "Ant and Dec. Ian Orme left": two sentences that were taken for one name. */
const acrossStop: NamePartRule = ({ text, at, type }) => {
  const found = type === 'person' ? /^(.*?\p{L}\p{Ll}+)\.\s+(?=\p{Lu}\p{Ll}+\s\p{Lu})/u.exec(text) : null
  if (found === null) return null
  const left = found[1]!
  if (ABBREVIATED.test(left) || ADDRESS.test(left.split(' ').at(-1)!)) return null
  return [
    { text: left, at, type },
    { text: text.slice(found[0].length), at: at + found[0].length, type },
  ]
}

const RULES: readonly NamePartRule[] = [
  acrossStop,
  holder,
  personBehind,
  opponents,
  seat,
  owned,
  list,
  both,
  goal,
  twoBodies,
  joinedByPreposition,
]
