import { bareName, nameForm } from '../util/name-form.ts'
import { denotationOf } from '../util/nominal-lexicon.ts'
import type { Candidate, Chain } from './candidate.ts'
import { tailOf, withoutTime, wordsOf } from './description-tail.ts'
import { isDefined, isOffice, isOneInStory, TIME } from './is-vague.ts'
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
    const alone =
      isDefined(candidate, core) || isOneInStory(candidate) || (candidate.definite && isOffice(candidate.noun))
    const tail = alone ? '' : tailOf(candidate)
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
  const named = NAMING_TAIL.exec(withoutTime(withWholeName(candidate)))?.[0]
  if (named === undefined || withoutTime(named) === '') return null
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
  // "Ninety | one MPs"
  const description = named ? words : words.replace(QUANTIFIER, '').replace(/^one (?=[\p{L}-]+s$)/iu, '')
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
