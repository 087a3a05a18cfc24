import { bareName, nameForm } from '../util/name-form.ts'
import { denotationOf } from '../util/nominal-lexicon.ts'
import type { Tree } from '../util/tree.ts'
import type { Candidate, Chain } from './candidate.ts'
import { GOVERNMENT } from './find-nominals.ts'
import { phraseEnd } from './noun-phrase.ts'
import { isCode } from './qualifiers.ts'
import type { EntityResources } from './resources.ts'

/** "Osgil talks", "battle for Osgil": an event that says where it was or whose. */
const PLACED = /(?:^| (?:of|for|in|on|against) (?:the )?(?:\p{Ll}+ )?)\p{Lu}\p{Ll}/u

/** Longer wordings tell a story rather than what it is. */
const LONGEST_DESCRIPTION = 6

interface Wording {
  readonly text: string
  count: number
  readonly telling: number
  readonly plain: number
  readonly defined: number
  /** Whether a story has only one that is called so. */
  readonly tells: boolean
  /** Whether a noun says of what kind it is. */
  readonly compound: boolean
}

/** The commonest wording; one with its country, or an event's with its place, before a bare one. */
export function description(chain: Chain, { nominals }: EntityResources): string {
  const wordings = new Map<string, Wording>()
  for (const candidate of chain.candidates) {
    if (candidate.kind === 'pronoun') continue
    const core = chain.type === 'event' ? plainEvent(candidate) : inMidSentence(bareName(candidate.text), candidate)
    const tail = isDefined(candidate, core) ? '' : tailOf(candidate)
    const text = `${core}${tail}`
    const entry = wordings.get(nameForm(text))
    if (entry) {
      entry.count++
      continue
    }
    const short = text.split(' ').length <= LONGEST_DESCRIPTION && !/['’]s?\b|['’]$/.test(text)
    const placed = chain.type === 'event' && PLACED.test(text)
    const telling = short && (placed || candidate.qualifiers.some(isCode)) ? 1 : 0
    // "a complex operation to evacuate …" is an evacuation, but does not say so.
    const says = denotationOf(candidate.noun.split(' '), nominals)?.denotes === candidate.denotation?.denotes
    // A headline leaves its verbs bare, and they get into the phrase ("Israel seal trade deal").
    const headline = candidate.sentence === 0 && text.split(' ').length > 3 && chain.candidates.length > 1
    const plain = (chain.type === 'event' && !says) || headline ? 0 : short ? 2 : 1
    const defined = !isOneInStory(candidate) && isDefined(candidate, text) ? 1 : 0
    wordings.set(nameForm(text), {
      text,
      count: 1,
      telling,
      plain: plain === 1 && defined === 1 ? 2 : plain,
      defined,
      tells: isOneInStory(candidate),
      compound: short && plain > 0 && isCompound(candidate),
    })
  }
  const ranked = [...wordings.values()].sort(
    (a, b) =>
      b.plain - a.plain ||
      b.telling - a.telling ||
      b.defined - a.defined ||
      b.count - a.count ||
      Number(a.text === '') - Number(b.text === ''),
  )
  const best = ranked[0]!
  if (chain.type !== 'event' || best.tells || best.text.includes(' ')) return best.text
  // "Deal" is every article's: "oil deal" says more, and "food-for-oil deal" speaks for it.
  const compounds = [...wordings.values()].filter(({ compound }) => compound)
  const support = (wording: Wording) =>
    compounds.reduce(
      (sum, { text, count }) => sum + (` ${text.replaceAll('-', ' ')}`.endsWith(` ${wording.text}`) ? count : 0),
      0,
    )
  return compounds.sort((a, b) => support(b) - support(a))[0]?.text ?? best.text
}

/** Modifiers that say how or when, not what: "crunch talks", "a three-day meeting". */
const NO_KIND =
  /^(?:bottom|closing|crisis|crunch|draft|dream|emergency|face|head|high|key|landmark|last|long|low|marathon|mass|mid|million|minute|mystery|one|opening|record|second|shock|side|surprise|term|test|third|time|top|two)$/i

/** Whether a noun of kind stands right before the head: "oil deal", "food-for-oil deal", not "a new deal", "$5m deal". */
function isCompound({ tree: { tokens }, head, start }: Candidate): boolean {
  const kind = tokens[head - 1]
  if (kind === undefined || kind.start < start || kind.upos !== 'NOUN' || !/^\p{Ll}{2,}$|-\p{Ll}{3,}$/u.test(kind.form))
    return false
  return (
    !NO_KIND.test(kind.form) &&
    !TIME.test(kind.form) &&
    !/-(?:day|week|month|year|hour|minute|party|way|term)$/.test(kind.form)
  )
}

/**
 * What an event is called, without the story around it: its core words with the first phrase behind them where that names
 * something ("liberation of Aleppo" of "the liberation of Aleppo from terrorism"), not whose it is.
 */
function plainEvent(candidate: Candidate): string {
  const { tree, head, text, start, end } = candidate
  const coreEnd = tree.tokens[head]!.end
  const core = inMidSentence(bareName(text.slice(0, coreEnd - start)), candidate)
  const tail = coreEnd < end ? namingTail(candidate) : null
  const aim = /^(?:war|fight)$/.test(tree.tokens[head]!.lemma)
    ? (/^ (?:on|against) \p{Ll}{4,}/u.exec(wordsOf(tree, head, Math.min(head + 2, tree.tokens.length - 1)))?.[0] ?? '')
    : ''
  if (aim !== '') return `${core}${aim}`
  const whole = tail !== null ? `${core}${tail.replace(/ (?:Mr|Mrs|Ms|Dr|Sir)$/, '')}` : core
  return whole.replace(/^(\p{Lu}[\p{L}-]*)['’]s? (?=\p{L}+$)/u, '$1 ')
}

const NAMING_TAIL =
  /^ (?:of|for|in|on|against) (?:the )?(?:(?:eastern|western|northern|southern|central) )?(?:\p{Lu}[\p{L}.-]*)(?: \p{Lu}[\p{L}.-]*){0,3}(?=$|[ ,])/u

/** The first phrase behind an event's head, if it names something; to its noun ("for African nations", not "for African"). */
function namingTail(candidate: Candidate): string | null {
  const { tree, head } = candidate
  const named = NAMING_TAIL.exec(withWholeName(candidate))?.[0]
  if (named === undefined) return null
  let last = head
  while (wordsOf(tree, head, last).length < named.length) last++
  const { deprel, head: noun } = tree.tokens[last]!
  const cut = /^(?:compound|amod|nmod:desc)$/.test(deprel) && noun > last && noun <= last + 2
  return cut ? wordsOf(tree, head, noun) : named
}

/** What stands behind an event's head, to the end of a name that the phrase breaks off in ("a rally in New | York"). */
function withWholeName({ tree, head, end }: Candidate): string {
  let last = head
  while (last + 1 < tree.tokens.length && tree.tokens[last + 1]!.end <= end) last++
  while (last > head && /^\p{Lu}/u.test(tree.tokens[last]!.form)) {
    // "Schleswig-Holstein" is one.
    const [next, second] = [tree.tokens[last + 1], tree.tokens[last + 2]]
    if (next?.upos === 'PROPN') last++
    else if (next?.form === '-' && next.start === tree.tokens[last]!.end && /^\p{Lu}/u.test(second?.form ?? ''))
      last += 2
    else break
  }
  return wordsOf(tree, head, last)
}

/** How many there are of a kind is no part of its name, whatever follows ("All US firms"). */
const QUANTIFIER = /^(?:All|Many|Most|Some|Several|Both|Other|Such|Few|Any|[Mm]ore|[Ff]ewer) (?=\p{L})/u
/** "All Blacks' tour": whose owner's name opens so. */
const ALL_OF_A_NAME = /^All \p{Lu}\p{Ll}+s['’]? /u

/** A description without the capital that it owes to opening a sentence. */
function inMidSentence(words: string, { tree, start, qualifiers }: Candidate): string {
  const named = ALL_OF_A_NAME.test(words) && !qualifiers.some(isCode)
  const description = named ? words : words.replace(QUANTIFIER, '')
  const first = tree.tokens.findIndex(token => token.start >= start)
  const opens = first <= 0 || !/^[\p{L}\p{N}]/u.test(tree.tokens[first - 1]!.form) || tree.tokens[first]!.upos === 'DET'
  const word = description.split(' ')[0]!
  // A noun of the lexicons that stands alone is none of its own, even where the parser reads its capital so.
  const proper =
    (tree.tokens[first]?.upos === 'PROPN' && word !== description) ||
    qualifiers.length > 0 ||
    !/^\p{Lu}\p{Ll}+$/u.test(word)
  return opens && !proper ? word.toLowerCase() + description.slice(word.length) : description
}

/** Events of which every story has another, so that the bare word does not tell which. */
const ANY_EVENT = new Set(['agreement', 'talks', 'crisis', 'protest'])

/** Collectives and events that a story has one of: the bare word says which ("the rebels", "the ceasefire"). */
const isOneInStory = ({ denotation, noun, definite }: Candidate): boolean =>
  denotation?.shared === true && !ANY_EVENT.has(denotation.denotes) && (definite || noun !== 'observer')

/** What opens a phrase that says whose or which. */
const TAIL = /^ (?:of|for|in|on|at|against|with|between|over|from|to|among|into) /
const LONGEST_TAIL = 7
/** Where the tale goes on behind what names the thing. */
const STORY = / (?:about|after|before|during|because|since|which|what|who|that|when|whether|if|how|by|as)(?: .*)?$/

/** " of the Law Council", " between Volvo and the unions": the phrase behind a bare head that names whose or which it is. */
function tailOf(candidate: Candidate): string {
  const { tree, head } = candidate
  if (isOneInStory(candidate)) return ''
  let last = phraseEnd(tree, head)
  if (last === head) return ''
  // No phrase ends within a name ("a meeting with Ann | Lee").
  while (tree.tokens[last]!.upos === 'PROPN' && /^\p{Lu}/u.test(tree.tokens[last + 1]?.form ?? '')) last++
  const tail = wholePair(wordsOf(tree, head, last).replace(STORY, ''))
  const fits = TAIL.test(tail) && /\p{Lu}\p{L}/u.test(tail) && tail.trim().split(' ').length <= LONGEST_TAIL
  return fits ? bareTail(tail) : ''
}

/** " between Volvo" of "between Volvo and the unions" says too little. */
const wholePair = (tail: string): string => (/ between /.test(tail) && !/ and /.test(tail) ? '' : tail)

const bareTail = (tail: string): string => tail.replace(/['’]s?$|[\s,;:]+$/g, '')

/** What stands behind a token up to another one, spaces as they are. */
function wordsOf({ tokens }: Tree, after: number, last: number): string {
  let words = ''
  for (let i = after + 1; i <= last; i++)
    words += `${tokens[i]!.start > tokens[i - 1]!.end ? ' ' : ''}${tokens[i]!.form}`
  return words
}

/** Times say when, not which. */
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|tonight|day|week|weekend|month|year|season|night|morning|afternoon|evening|hour|minute)s?$/i

/** Adjectives that say of what kind a thing is ("medical experts") end so; the others that do say how it is. */
const OF_KIND = /(?:al|ic|ary|ar|foreign|civil|public)$/
const NOT_OF_KIND =
  /^(?:real|several|usual|special|actual|final|initial|original|crucial|similar|particular|serious|typical|popular|total|potential|critical|substantial|dramatic|fantastic|enthusiastic|individual|additional|eventual|annual|historic|controversial|normal|traditional|sceptical|skeptical|cynical|loyal|equal|general|regular|partial|huge|unusual|ordinary|extraordinary|preliminary|temporary|necessary|realistic|optimistic|pessimistic|key|mutual|natural|ideal|vital|logical|successful|exceptional|emotional|tactical|spectacular|familiar|singular|casual|formal|informal|mental|moral|rival|oral|basic|classic|epic|tragic|heroic)$/

/**
 * Whether a description says which one or, of several, of what kind they are: by a country, a name, an owner, a noun of kind
 * ("security firms") or a phrase behind it. "The new deal" and "many people" do not.
 */
function isDefined({ tree, head, start, qualifiers, type, number }: Candidate, text: string): boolean {
  if (/^(?:no|any|only|every|each|which|whichever) /i.test(text)) return false
  if (qualifiers.some(qualifier => qualifier !== GOVERNMENT && !TIME.test(qualifier))) return true
  if (/\p{L} (?:of|for|in|on|at|against|with|between|over|from|to|among|into) .*\p{Lu}\p{L}/u.test(text)) return true
  const kinds =
    number === 'plural' && (type === 'group' || /^(?:talk|negotiation|discussion)s?$/.test(tree.tokens[head]!.lemma))
  for (let i = head - 1; i >= 0 && tree.tokens[i]!.start >= start; i--) {
    const { form, upos, deprel } = tree.tokens[i]!
    if (TIME.test(form) || tree.tokens[i + 1]!.tag === 'HYPH' || tree.tokens[i]!.tag === 'HYPH') continue
    if (upos === 'PROPN' || (/^\p{Lu}\p{L}/u.test(form) && tree.tokens[i]!.start > tree.sentence.start)) return true
    if (deprel === 'nmod:poss' && upos === 'NOUN') return true
    if (!kinds) continue
    if (upos === 'NOUN') return true
    if (upos === 'ADJ' && OF_KIND.test(form) && !NOT_OF_KIND.test(form)) return true
  }
  return false
}

/** Whether no wording of an unnamed chain says which one it is ("analysts", "a spokesman", "the new deal"). */
export function isVague({ type, candidates }: Chain, { roleGroups }: EntityResources): boolean {
  if (type === 'place' || type === 'state') return false
  return candidates.every(candidate => {
    if (candidate.kind === 'name') return false
    if (candidate.kind === 'pronoun') return true
    if (isOneInStory(candidate) && !areSeveralEvents(candidate)) return false
    if (isBodyOfStory(candidate)) return false
    // "The prime minister" is one, though not by name.
    if (type === 'person' && candidate.definite && roleGroups.has(candidate.noun) && isOffice(candidate.noun))
      return false
    return (
      areSeveralEvents(candidate) ||
      OWN_GAME.test(candidate.text) ||
      !isDefined(candidate, `${candidate.text}${tailOf(candidate)}`)
    )
  })
}

/** Of these each is an event of its own: several are no one event ("French film festivals", "games in France"). */
const SINGLE =
  /^(?:agreement|contract|deal|treaty|pact|match|game|race|fixture|tie|bout|festival|tournament|ceremony|exhibition|meeting|conference|debate|briefing|session|summit|takeover|acquisition|merger|buy-?out|bid|trial|lawsuit|inquest|appeal|inquiry|enquiry|investigation|probe|tour|trip|visit|wedding|funeral|launch|campaign|accident|crash|bill|directive|resolution|ruling|verdict)$/

/** How somebody plays, or one of the many games that he plays: "Oruz's game fell to pieces". */
const OWN_GAME = /['’]s? (?:game|match|race)$/

const areSeveralEvents = ({ type, number, noun }: Candidate): boolean =>
  type === 'event' && number === 'plural' && SINGLE.test(noun.split(' ').at(-1)!)

/** "The court", "MPs": bodies of which a story has one, though the next story has another. */
const isBodyOfStory = ({ denotation, definite, number, text }: Candidate): boolean =>
  denotation !== null &&
  ((denotation.denotes === 'court' && definite) ||
    (denotation.denotes === 'legislators' && number === 'plural') ||
    (/^(?:cabinet|ministry)$/.test(denotation.denotes) && definite && number !== 'plural')) &&
  !/^(?:many|some|several|any|few|other) /i.test(text)

/** Offices that a country has one of. */
const isOffice = (noun: string): boolean =>
  /^(?:president|prime minister|premier|chancellor|taoiseach|king|queen|pope|monarch|home secretary|foreign secretary|secretary-general|secretary general|attorney general)$/.test(
    noun,
  )
