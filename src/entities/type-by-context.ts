import type { EntityType } from '../types.ts'
import { LAW } from './cut-names.ts'
import type { NameKinds } from './name-kinds.ts'
import type { NameMention } from './names/find-names.ts'

/** Right before a name: what kind of body it is of. */
const BODY_BEFORE =
  /(\S+) (?:airline|automaker|band|bank|bookmaker|brewer|broadsheet|brokerage|carmaker|charity|chipmaker|club|company|conglomerate|consortium|distiller|drugmaker|firm|foundation|giant|group|housebuilder|insurer|label|lender|magazine|militia|movement|newspaper|outfit|phonemaker|planemaker|regulator|retailer|shipbuilder|side|start-up|steelmaker|subsidiary|supermarket|tabloid|think-tank|thinktank|union|university|watchdog|weblog|website|wholesaler) ["“'‘]?$/u
/** Most names have a mark or a capital word before them, and no kind. */
const ENDS_IN_A_WORD = /\p{Ll}{3} ["“'‘]?$/u
/** Right before a name: what kind of place it is. */
const PLACE_BEFORE =
  /\b(?:borough|capital|city|hamlet|island|municipality|port|province|resort|suburb|town|village) (?:of )?$/u
/** Whose seat it is: "MP for Osgil West". */
const SEAT_BEFORE =
  /\b(?:(?:AM|MEP|MLA|MP|MSP|TD|congressman|congresswoman|member|senator)s? for|(?:constituency|seat) of) (?:the )?$/u
/** What stands before a kind without saying more of it: in "the group Orme joined" he is no group. */
const PLAIN = /^["“‘(]?(?:a|an|and|another|her|his|its|my|our|that|the|their|this|whose|your)$/i
/** What firms have and persons have not. */
const OF_A_FIRM =
  /^(?:['’]s?)? (?:chairman|chairwoman|customers|employees|executives|headquarters|plant|plants|shareholders|shares|spokes(?:man|person|woman)|stores|subsidiar(?:y|ies)|users)\b/
/** Who is a firm's and no person's: "Orme Dee chief Ann Lee". */
const OFFICER_OF =
  /^ (?:analyst|boss|chairman|chairwoman|chief(?: executive)?|co-founder|employee|founder|owner|partner) \p{Lu}\p{Ll}+ \p{Lu}/u
/** What goes on behind a name: nothing that a person's name would qualify ("the Orme era"). */
const GOES_ON =
  /^(?:[.;:)]|,(?! \d)| (?:and|are|as|at|for|from|had|has|have|in|is|of|on|or|that|to|was|were|which|will|would)\b)/
/** "a win at the Orme" */
const AT = /\b(?:around|at|in|inside|near|outside) the $/
/** "a fund manager", "chief economist": no list, and nobody's ("its boss"). */
const APPOSED =
  /^, (?:(?:an?|the) )?((?:(?!(?:and|but|his|her|its|their|whose) )[\p{L}'’-]+ ){0,4}?[\p{Ll}-]+)(?=[,.;]| (?:at|for|from|in|of|on|to|who|with)\b)/u
/** A name of two to three words, the first perhaps initials. */
const LIKE_A_PERSON = /^(?:\p{Lu}{1,3}|\p{Lu}\p{Ll}+) (?:\p{Lu}\.? )?\p{Lu}[\p{L}'’-]+$/u
const WIDTH = 48
/** So far back begins what an acronym stands for. */
const LONG_NAME = 80
/** What lists have as a place's alone is more likely one where the tagger leads by no more (eleven to one in newswire). */
const GUESS = 1

/**
 * Types names by the words right beside them, which are surer than the tagger: "software firm Orme", "the town of Dee",
 * "Orme's shareholders", "KK Orme, a fund manager". One such place holds for all names of this wording and type.
 */
export function typeByContext(text: string, names: readonly NameMention[], kinds: NameKinds): NameMention[] {
  const formOf = ({ start, end }: NameMention) => text.slice(start, end)
  const parts = new Set(
    names
      .filter(({ type }) => type === 'person')
      .map(formOf)
      .filter(form => form.includes(' '))
      .flatMap(form => form.split(' ')),
  )
  const settled = new Map<string, EntityType>()
  const surest = new Map<string, number>()
  for (const name of names) {
    const key = `${name.type} ${formOf(name)}`
    surest.set(key, Math.max(surest.get(key) ?? 0, name.margin ?? Number.POSITIVE_INFINITY))
  }
  for (const name of names) {
    const form = formOf(name)
    const type = typeHere(text, name, form, parts.has(form), kinds)
    const key = `${name.type} ${form}`
    if (type !== null) settled.set(key, type)
    else if (name.type === 'group' && surest.get(key)! < GUESS && isTown(form, kinds)) settled.set(key, 'place')
  }
  if (settled.size === 0) return [...names]
  return names.flatMap(name => {
    const type = settled.get(`${name.type} ${formOf(name)}`)
    // "the Bill" was taken for a person
    if (type === 'group' && LAW.test(formOf(name))) return []
    return type === undefined ? [name] : [{ ...name, type }]
  })
}

/** @param isPart whether the name is part of a person's longer one */
function typeHere(
  text: string,
  { start, end, type }: NameMention,
  form: string,
  isPart: boolean,
  kinds: NameKinds,
): EntityType | null {
  if (type === 'state' || type === 'event') return null
  const before = text.slice(Math.max(0, start - WIDTH), start)
  const behind = text.slice(end, end + WIDTH)
  if (type === 'group')
    return isPersonHere(form, behind, kinds) ? 'person' : isTownHere(before, form, kinds) ? 'place' : null
  const kind = ENDS_IN_A_WORD.test(before) ? BODY_BEFORE.exec(before) : null
  if (kind !== null && !isPart) {
    const says = !PLAIN.test(kind[1]!) && !/[.,:;]$/.test(kind[1]!)
    // "Acme company Ian Orme" are two
    const isFull = type === 'person' && form.includes(' ') && kinds.isGivenName(form.split(' ')[0]!)
    if (isFull ? says && !/^\p{Lu}/u.test(kind[1]!) : says || !form.includes(' ')) return 'group'
  }
  if (
    explains(text, start, end, form) ||
    (type === 'person' && !isPart && !form.includes(' ') && kinds.isListedBody(form))
  )
    return 'group'
  if (type === 'person' && !isPart && OFFICER_OF.test(behind)) return 'group'
  if (type !== 'person' || isPart || form.includes(' ')) return null
  if (isTownHere(before, form, kinds)) return 'place'
  if (OF_A_FIRM.test(behind) && !/\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\.? $/.test(before)) return 'group'
  const lower = form.toLowerCase()
  if (!/\b[Tt]he $/.test(before) || !GOES_ON.test(behind) || kinds.isOffice(lower) || kinds.isPersonNoun(lower))
    return null
  return AT.test(before) ? 'place' : 'group'
}

const isTown = (form: string, { isListedPlace, stateOrCapital }: NameKinds): boolean =>
  isListedPlace(form) || stateOrCapital(form) === 'place'

/** "the Association of Chief Osgil Officers (Acoo)": the initials in brackets of the words before. */
function explains(text: string, start: number, end: number, form: string): boolean {
  if (text[start - 1] !== '(' || text[end] !== ')' || !/^\p{Lu}[\p{L}]{2,6}$/u.test(form)) return false
  const words = text.slice(Math.max(0, start - LONG_NAME), start - 2).split(/[\s-]+/)
  const capitals = words.filter(word => /^\p{Lu}/u.test(word)).map(word => word[0]!)
  return capitals.slice(-form.length).join('') === form.toUpperCase()
}

const isTownHere = (before: string, form: string, { isListedBody, isGroupWord }: NameKinds): boolean =>
  (PLACE_BEFORE.test(before) || SEAT_BEFORE.test(before)) &&
  !isListedBody(form) &&
  !isGroupWord(form.split(' ').at(-1)!.toLowerCase())

/** Nouns for persons that are said of bodies too: "Orme Dee, the maker of the drug". */
const ALSO_OF_BODIES =
  /^(?:advocate|backer|bidder|broadcaster|builder|buyer|carrier|champion|contender|dealer|developer|distributor|exporter|favourite|giant|head|holder|insurer|investor|leader|lender|maker|manufacturer|member|operator|opponent|owner|parent|partner|pioneer|player|producer|provider|publisher|retailer|rival|seller|shareholder|sponsor|star|successor|supplier|supporter|winner)$/

/** "KK Orme, a fund manager with Dee": a person's noun stands in apposition. */
function isPersonHere(
  form: string,
  behind: string,
  { isListedBody, isPersonNoun, isOffice, isGroupWord }: NameKinds,
): boolean {
  if (!LIKE_A_PERSON.test(form) || isListedBody(form)) return false
  if (isGroupWord(form.split(' ').at(-1)!.toLowerCase())) return false
  const noun = APPOSED.exec(behind)?.[1]?.split(' ').at(-1)
  return noun !== undefined && !ALSO_OF_BODIES.test(noun) && (isPersonNoun(noun) || isOffice(noun))
}
