import type { EntityType } from '../types.ts'
import { singular } from '../util/nominal-lexicon.ts'
import { isNoName, type NameKinds } from './name-kinds.ts'
import { isOfBody, type NamePart } from './name-part.ts'
import { namePartsOf } from './name-parts.ts'
import { withoutEnds } from './name-tails.ts'
import { isTitle } from './name-titles.ts'
import type { NameMention } from './names/find-names.ts'

/** Abbreviations that a name may end in with their full stop. */
const ENDS_IN_STOP = /\b(?:jr|sr|inc|ltd|corp|co|bros|st|mt|no|\p{L})\.$/iu
/** A new sentence begins here, whatever the sentence splitter made of it. */
const NEXT_SENTENCE =
  /(?<=[\p{L}\d][.!?])\s+(?=(?:Also|Although|And|As|At|Before|Besides|But|Despite|He|Her|His|However|If|In|It|Meanwhile|On|She|That|The|There|They|This|We|When|While|With)\b)/u
/** Letters behind a person's or a constituency's name. */
export const LETTERS_BEHIND = /,?\s(?:QC|KC|MPs?|MEPs?|MSPs?|OBE|CBE|DBE|KBE|MBE|FRS|MD|PhD)$/
const LEADING =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s\s+(?=[\p{Lu}\d])|^(?:Former|Ex|Late|Fellow|Veteran|Said|Says|Added|Called|Named|Dubbed)\s+(?=\p{Lu})|^Ex-(?=\p{Lu})|^\p{Lu}[\p{L}-]+ (?:airline|band|bank|broadcaster|carmaker|channel|charity|club|company|consultancy|daily|firm|giant|group|magazine|newspaper|party|publisher|retailer|side|tabloid|website)\s+(?=\p{Lu})|^(?:Brewer|Broadcaster|Carmaker|Chipmaker|Consultancy|Drugmaker|Housebuilder|Insurer|Retailer)\s+(?=\p{Lu})/u
/** A lower-case noun that the tagger took in: "Ireland team", "the Today programme". */
const TRAILING =
  /\s(?:boss|captain|chief|coach|defender|fans|forward|goalkeeper|keeper|manager|midfielder|players|program|programme|series|show|side|skipper|spokesman|spokeswoman|squad|star|striker|team|tour|winger)$/
/** "the Osgil Parliament on Tuesday" */
const WHEN = /\s(?:on|last|next|this)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur)day$/
/** What a hyphen hangs on a place to make an adjective: "Osgil-based", "the Osgil-born coach". */
const HYPHENED =
  /-(?:area|backed|based|born|bound|bred|brokered|led|listed|made|owned|registered|run|style|trained|wide)$/
/** What ends in such a word is a place, though its owners may be called so too. */
const SITE =
  /\s(?:Airport|Arena|Auditorium|Avenue|Beach|Borders|Bridge|Canal|Cathedral|Highway|[Hh]otel|Islands|Jail|Lane|Mountains|Pavilion|Peninsula|Police Station|Prison|Road|Stadium|Towers|Valley|ward)$/
/** What ends in such a word is a body, though it has a place in it. */
const BODY =
  /\s(?:Agency|Association|Authority|Commission|Committee|Corporation|Council|Federation|Foundation|Institute|Ministry|Party|Society|University)$/
/** Newspapers are called after the places they come from. */
const PAPER =
  /\s(?:Chronicle|Echo|Gazette|Guardian|Herald|Journal|Mail|Observer|Post|Reporter|Telegraph|Times|Tribune)$/
/** What ends in such a word takes place, though it is called after a place or a sponsor. */
const MEETING =
  /\p{Ll}\S*\s(?:Awards|Biennale|Championships?|Expo|Festival|Grand Prix|Indoors|Invitational|Marathon|Olympics|Paralympics|Sevens|Summit|World Cup)$|(?:^|\s)(?:(?:Developers|Donors|Party|Peace|Security) Conference|(?:Asian|Commonwealth|Goodwill|Olympic) Games|(?:Air|Auto|Book|Electronics|Motor) (?:Fair|Show)|Champions League|World Congress)$|^(?:Battle|Siege|Treaty) of (?:the )?\p{Lu}|^(?:\p{Lu}\S+ ){1,3}(?:Accords?|Agreement|Inquiry|Referendum|Uprising)$|(?:^|\s)(?:General|Mayoral|Parliamentary|Presidential) Elections?$|^\S+ Sevens$|^(?:Scottish )?Premiership$|\s(?:Charter|Convention|Covenant|Declaration) (?:against|for|of|on)\s|^(?:Baftas|Emmys|Golden Globes|Grammys|Oscars)$|(?:^|\s)(?:Five|Six|Tri) Nations$/u
/** "Whig Lord Orme of Osgil": a peer with or without a party. */
const PEER =
  /^(?:\p{Lu}\p{Ll}+ )?(?:Baroness|Dame|Lady|Lord|Sir|Viscount) (?=(?!Advocate|Chancellor|Chief|Justice|Mayor)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?: of \p{Lu}\p{Ll}+)?$)/u
/** What ministers are for, and how they rank. */
const FIELD =
  /^(?:Cabinet|Chief|Defen[cs]e|Deputy|External|Affairs|Finance|First|Foreign|Home|Interior|Prime|State|Trade)$/
/** What begins an office that stands behind: "Treasury Under" Secretary. */
const HALF_OFFICE = /\s(?:Acting|Assistant|Under|Vice)$/
/** Whose policies are called so ("Conservative claims"), and what a judge is ("the Lord Chief Justice"). */
const PARTISAN = /^(?:Communist|Conservative|Democratic|Justice|Liberal|Republican|Socialist|Tory)$/
/** Laws are what actors make and quarrel about. */
export const LAW =
  /(?:^|\s)(?:Act|Bill|Directive|Statute)(?: (?:of )?(?:19|20)\d\d)?$|^(?:Budget|Green Paper|White Paper)$/
/** A programme: nobody is called so. */
const SHOW = /^(?!.*\b(?:Air|Auto|Boat|Book|Electronics|Flower|Motor|Trade)\b)(?:\p{Lu}\S+ ){1,3}Show$/u
/** Days that the sentence opens with: "On Thursday Rangers won". */
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+(?=\p{Lu})/u
/** What tells no more than that it came after another: "New Osgil Police chief Ian Orme". */
const OPENER = /^(?:New|Rival|Struggling|Troubled|Top|Big|Great|Old|Young|Rich|Poor|Ailing|Embattled)\s+(?=\p{Lu})/u
/** "Bookmaker Orme said": what a firm does, where the sentence begins. */
const TRADER = /^(\p{Lu}\p{Ll}+(?:er|or)|\p{Lu}\p{Ll}+s(?= \S+ \S))\s+(?=\p{Lu})/u
/** "Englishman Orme" */
const NATIVE = /^(?:Dutch|English|French|Irish|Northern Irish|Scots|Ulster|Welsh)(?:man|woman)\s+(?=\p{Lu})/u
/** Whoever can be new, who stands behind what he belongs to: "New Osgil manager Ian Orme". */
const NEWCOMER =
  /^ (?:\p{Ll}+ )?(?:boss|captain|chairman|chief|coach|manager|owner|president|recruit|signing|skipper)\b/u
/** What is called so for good. */
const NEW_WORLD =
  /^New (?:Age|Britain|Brunswick|Caledonia|Delhi|Democra\S*|England|Forest|Guinea|Hampshire|Haven|Jersey|Labour|Mexico|Orleans|Plymouth|South|World|York|Zealand)\b/
/** What comes before an opening word that owes its capital to its place. */
const OPENS = /(?:^|[\n.!?:]\s*["“‘']?)$/u
/** "Lake Orme", "Osgil-on-Dee" */
const WATERS =
  /^(?:Cape|Isle of|Lake|Mount|River)\s\p{Lu}\p{Ll}+$|^\p{Lu}\p{Ll}+-(?:am|by|in|le|next|on|sous|sur|under|upon)-(?:the-)?\p{Lu}\p{Ll}+$/u
/** "Bethnal Green, in east London": what lies somewhere. */
const LIES_IN =
  /^, (?:(?:in|near) (?:(?:north|south|east|west|central)[\p{L}-]* )?\p{Lu}|(?:north|south|east|west) of )/u
/** Two family names in one word. */
const PAIR = /^\p{Lu}[\p{L}'’]+-\p{Lu}[\p{L}'’]+$/u
/** "a victory at Osgil Park": a band of that name plays, it is no place to be at. */
const AT = /\b(?:at|near|outside) (?:the )?$/
/**
 * Cuts names that took in what is no part of them: the next sentence, letters behind a person, a possessor ("Toyota's US"),
 * a second name ("Alpha and Beta Gamma" at the end of a list), an opponent. Drops what names nothing.
 */
export function cutNames(text: string, names: readonly NameMention[], kinds: NameKinds): NameMention[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const known = new Map<string, EntityType>()
  for (const { start, end, type } of sorted) known.set(text.slice(start, end), type)
  const families = new Set([...known].filter(([, type]) => type === 'person').map(([form]) => form.split(' ').at(-1)!))
  const isExplained = (form: string, i: number) => {
    const [long, short] = [sorted[i - 1], sorted[i]!]
    if (long?.type !== 'group' || text[short.start - 1] !== '(') return false
    return text.slice(long.end, short.start).trim() === '(' && /^\p{Lu}+$/u.test(form)
  }
  const explained = new Set(
    sorted.map(({ start, end }, i) => (isExplained(text.slice(start, end), i) ? text.slice(start, end) : null)),
  )
  return sorted.flatMap((name, i) => {
    const form = text.slice(name.start, name.end)
    // "the Orme-Dee feud" is neither's name
    if (name.type === 'person' && PAIR.test(form) && form.split('-').every(family => families.has(family))) return []
    const previous = sorted[i - 1]
    const listed = previous !== undefined && /^,\s+(?:the\s+|The\s+)?$/.test(text.slice(previous.end, name.start))
    const whole = trimmed(form, name.type)
    const around = {
      before: text.slice(Math.max(0, name.start - 4), name.start),
      behind: text.slice(name.end, name.end + 24),
    }
    const opener = openerOf(whole, around, known, kinds)
    const body = { ...whole, text: whole.text.slice(opener), at: whole.at + opener }
    return namePartsOf(body, { known, families, listed, kinds })
      .map(part => {
        const from = name.start + part.at
        const {
          text: words,
          at,
          type,
        } = trimmed(withoutField(part, text.slice(from + part.text.length), kinds), part.type)
        const [start, end] = [name.start + part.at + at, name.start + part.at + at + words.length]
        const beside = { before: text.slice(Math.max(0, start - 4), start), behind: text.slice(end, end + 24) }
        return withoutEnds({ text: words, at: part.at + at, type }, beside, known, kinds)
      })
      .filter(part => part !== null)
      .filter(
        part =>
          explained.has(part.text) || !(isNoName(part.text, kinds) || isTitle(part, kinds) || isNoActor(part, kinds)),
      )
      .map(({ text: words, at, type }) => {
        const [start, end] = [name.start + at, name.start + at + words.length]
        const isPlain = type === 'group' && !kinds.isListedBody(words) && !isOfBody(words, kinds)
        const lies =
          (isPlain && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(words) && LIES_IN.test(text.slice(end, end + 24))) ||
          (type === 'group' && /\s(?:Park|Square)$/.test(words) && AT.test(text.slice(Math.max(0, start - 12), start)))
        const inCounty = type === 'group' && listed && previous.type === 'place' && kinds.isListedPlace(words)
        const more = type === 'group' ? moreOf(words, text.slice(end, end + 24)) : 0
        return { ...name, start, end: end + more, type: lies || inCounty ? ('place' as const) : type }
      })
  })
}

/** "Union Home" Minister, "EU Trade" Commissioner: what an office is for is no part of whose it is. */
function withoutField({ text, type }: NamePart, behind: string, { fields }: NameKinds): string {
  if (type !== 'group' || !/^ (?:Commissioner|Minister|Secretary)\b/.test(behind)) return text
  const words = text.split(' ')
  while (words.length > 0 && (fields.has(words.at(-1)!) || FIELD.test(words.at(-1)!))) words.pop()
  return words.length === 0 ? '' : words.join(' ')
}

/** Length of what a name of a body goes on with: the office it serves, a channel's number. */
function moreOf(words: string, behind: string): number {
  if (/^(?:Department|Office) (?:for|of) the (?:Deputy|First|Prime|Vice)$/.test(words)) {
    return /^(?: Prime)?[ -](?:Commissioner|Governor|Minister|President)\b/.exec(behind)?.[0].length ?? 0
  }
  return /^(?:BBC |NPR )?Radio$|^(?:BBC|Canal|Channel|Sky|TV)$/.test(words)
    ? (/^ \d(?!\d|[.,]\d|%| (?:billion|million|per|thousand)\b)/.exec(behind)?.[0].length ?? 0)
    : 0
}

function trimmed(form: string, type: EntityType): NamePart {
  const next = NEXT_SENTENCE.exec(form)
  let text = next === null ? form : form.slice(0, next.index)
  if (/\p{Ll}\.$/u.test(text) && !ENDS_IN_STOP.test(text)) text = text.slice(0, -1)
  if (type !== 'event') text = text.replace(LETTERS_BEHIND, '')
  if (type === 'group' || type === 'place') text = text.replace(WHEN, '').replace(TRAILING, '').replace(HYPHENED, '')
  if (type === 'group') text = text.replace(HALF_OFFICE, '')
  const peer = type === 'group' || (type === 'place' && !SITE.test(text)) ? PEER.exec(text) : null
  if (peer !== null) return { text: text.slice(peer[0].length), at: peer[0].length, type: 'person' }
  const leading = type === 'event' ? null : LEADING.exec(text)
  const at = leading?.[0].length ?? 0
  const isSite = type === 'group' && (SITE.test(text) || WATERS.test(text))
  const isBody =
    (type === 'place' || type === 'person') &&
    (BODY.test(text) || (type === 'place' && (PAPER.test(text) || /^\S*&\S*$/.test(text))))
  const meets = (type === 'group' || type === 'place') && MEETING.test(text)
  return { text: text.slice(at), at, type: meets ? 'event' : isSite ? 'place' : isBody ? 'group' : type }
}

/** Length of a weekday or adjective before a name that stands elsewhere in the article, or in a list, without it. */
function openerOf(
  { text, at, type }: NamePart,
  { before, behind }: { readonly before: string; readonly behind: string },
  known: ReadonlyMap<string, EntityType>,
  { isListedBody, isNationality, isGivenName, isGroupWord, isTrade }: NameKinds,
): number {
  if (type === 'event' || type === 'state') return 0
  if (type === 'person') {
    // "Kenyans Evans Orme and Ian Dee"
    const people = /^(\p{Lu}\p{Ll}+?)s?\s+(?=\p{Lu}\S* \p{Lu})/u.exec(text)
    if (people !== null && isNationality(people[1]!) && !isGivenName(people[1]!)) return people[0].length
    const native = NATIVE.exec(text)
    if (native !== null) return native[0].length
  }
  const opens = at === 0 && OPENS.test(before)
  const trader = opens && !isListedBody(text) ? TRADER.exec(text) : null
  if (
    trader !== null &&
    isTrade(singular(trader[1]!.toLowerCase())) &&
    !isGroupWord(text.split(' ').at(-1)!.toLowerCase())
  )
    return trader[0].length
  const found = WEEKDAY.exec(text) ?? (opens ? OPENER.exec(text) : null)
  if (found === null || isListedBody(text)) return 0
  if (/^New\s/.test(text) && NEWCOMER.test(behind) && !NEW_WORLD.test(text)) return found[0].length
  const rest = text.slice(found[0].length)
  // "Sunday Times" is a newspaper
  return known.has(rest) || (isListedBody(rest) && !found[0].startsWith('Sun')) ? found[0].length : 0
}

/** A law, the field of an office, or the word for what is a country's ("Iranian", "West African"): nobody is called so. */
function isNoActor({ text, type }: NamePart, { isNationality, isListedBody, isOffice, fields }: NameKinds): boolean {
  if (type === 'state') return false
  const areFields =
    (type === 'group' || / and /.test(text)) && text.split(/,? (?:and |& )?/).every(word => fields.has(word))
  if (type === 'person' || areFields) return areFields || PARTISAN.test(text)
  if (LAW.test(text) || SHOW.test(text) || isNationality(text.replace(DIRECTION, ''))) return true
  // "Non-European Union citizens" are all others
  const other = /^(?:Non|non)-(\p{Lu}.*)$/u.exec(text)?.[1]
  if (other !== undefined && (isNationality(other) || isListedBody(other))) return true
  // "Minister for Children": an office without its holder
  const office = /^(\p{Lu}\p{Ll}+)(?: of State)? (?:for|of|to) /u.exec(text)
  return type === 'group' && office !== null && isOffice(office[1]!.toLowerCase())
}

const DIRECTION = /^(?:North|South|East|West|Central)(?:ern)?[ -]/i
