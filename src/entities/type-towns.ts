import type { NameKinds } from './name-kinds.ts'
import type { NameMention } from './names/find-names.ts'

/** Only of places: "the outskirts of Orme", "40 miles north-west of Orme", "residents of Orme". */
const PART_OF =
  /\b(?:outskirts|suburbs|streets|residents|inhabitants|centre|center|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)) of $/
/** What armies and travellers do to places and not to persons. */
const DEED =
  /\b(?:entered|entering|re-entered|stormed|storming|shelled|shelling|bombed|bombing|bombarded|bombarding|besieged|besieging|recaptured|recapturing|retook|retaking|overran|encircled|encircling) $/
/** Bodies are bombed and shelled too; nobody is in them. */
const WITHIN = /\b(?:in|into|near|outside|around|towards?) $/
const OF_PLACES_ALONE = /\b(?:entered|entering|re-entered|recaptured|retook|overran) $/
const ONE_WORD = /^\p{Lu}[\p{L}'’-]*\p{Ll}$/u
/** How every such deed and "of" end. */
const ENDS_SO = /(?:ed|ing|ok|an|of) $/
const WIDTH = 40

/**
 * Types towns that no list knows by what is done to them or what they have: "troops shelled Orme", "the outskirts of Orme".
 * One such place holds for all names of this wording and type.
 */
export function typeTowns(
  text: string,
  names: readonly NameMention[],
  { isListedBody, isGroupWord, isGivenName }: NameKinds,
): NameMention[] {
  const formOf = ({ start, end }: NameMention) => text.slice(start, end)
  const inLonger = new Set(names.map(formOf).flatMap(form => (form.includes(' ') ? form.split(' ') : [])))
  const isWithin = (form: string) =>
    names.some(name => formOf(name) === form && WITHIN.test(text.slice(Math.max(0, name.start - WIDTH), name.start)))
  const towns = new Set<string>()
  for (const name of names) {
    const form = formOf(name)
    const { type, start } = name
    if ((type !== 'person' && type !== 'group') || !ONE_WORD.test(form) || inLonger.has(form)) continue
    const before = text.slice(Math.max(0, start - WIDTH), start)
    if (!ENDS_SO.test(before) || isListedBody(form) || isGroupWord(form.toLowerCase()) || isGivenName(form)) continue
    if (PART_OF.test(before) || (type === 'person' || isWithin(form) ? DEED : OF_PLACES_ALONE).test(before))
      towns.add(`${type} ${form}`)
  }
  if (towns.size === 0) return [...names]
  return names.map(name => (towns.has(`${name.type} ${formOf(name)}`) ? { ...name, type: 'place' as const } : name))
}
