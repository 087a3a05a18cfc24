import { singular } from '../util/nominal-lexicon.ts'
import type { Candidate, Chain } from './candidate.ts'
import { namesOf } from './chains.ts'
import { core } from './core.ts'
import { TIME } from './is-vague.ts'
import { phraseEnd } from './noun-phrase.ts'
import type { EntityResources } from './resources.ts'

/** What of a class of events may be called by which of its other nouns; of a class that has no row every noun may. */
export interface EventNouns {
  /** Nouns that may take up any event of the class ("the game" for a semi-final). */
  readonly takeUpAny: readonly string[]
  /** Nouns that say the same of each other. */
  readonly synonyms: readonly (readonly string[])[]
}

/** Of these a story has one, whatever words it finds for it. */
const ONE_IN_STORY = new Set(['truce', 'battle', 'war', 'evacuation'])

/** Another than those told of before, or none at all. */
const ANOTHER =
  /^(?:another|any|each|every|no|some|further|separate|other|more|new|fresh|next|last|previous|two|three|four|five|six|several|many) /i
const INDEFINITE = /^(?:an?|one) /i

/** Numbers in a row: "her second race" is not the first. */
const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|previous|earlier|later|final|opening|\d+(?:st|nd|rd|th))$/

/** Sentences that headline and lead take. */
const LEAD = 2

/**
 * Whether an event may be the one that a chain speaks of: a noun that can mean it, no other modifiers, ordinals or parties,
 * and no article that brings in a new one where the first has been told of at length.
 *
 * @param parties the named chains in the phrase behind an event's noun
 */
export function mayBeSameEvent(
  chain: Chain,
  nominal: Candidate,
  parties: (event: Candidate) => ReadonlySet<Chain>,
  { eventNouns }: EntityResources,
): boolean {
  const events = chain.candidates.filter(({ kind, type }) => kind === 'nominal' && type === 'event')
  if (events.length === 0) return true
  const denotes = nominal.denotation?.denotes ?? ''
  if (nominal.denotation?.shared === true && ONE_IN_STORY.has(denotes)) return true
  const told = events.filter(({ start }) => start < nominal.start)
  const same = events.some(event => wording(event) === wording(nominal) && wording(event).includes(' '))
  if (ANOTHER.test(nominal.text) && !same) return false
  if (INDEFINITE.test(nominal.text) && !same && told.some(({ sentence }) => sentence >= LEAD)) return false
  if (!ordinalsAgree(events, nominal) || !yearsAgree(events, nominal)) return false
  const own = parties(nominal)
  if (own.size > 0) {
    const others = events.map(parties).filter(({ size }) => size > 0)
    const takesUp = /^(?:the|this|that|these|those) /i.test(nominal.text)
    // "Their victory over France" is none of the victory that was told of before.
    if (others.length === 0 && !takesUp && told.some(({ sentence }) => sentence > 0)) return false
    if (others.length > 0 && !others.some(other => [...own].some(party => other.has(party)))) return false
  }
  const rows = eventNouns.get(denotes)
  if (rows !== undefined && !events.some(event => meansTheSame(rows, lastNoun(event), lastNoun(nominal)))) return false
  if (!tailsAgree(events, nominal)) return false
  // What a headline only hints at the lead tells in other words.
  const hinted = nominal.sentence <= LEAD && told.length > 0 && told.every(({ sentence }) => sentence === 0)
  return hinted || modifiersAgree(events, nominal)
}

const lastNoun = ({ noun }: Candidate): string => singular(noun.split(' ').at(-1)!)

const meansTheSame = ({ takeUpAny, synonyms }: EventNouns, earlier: string, later: string): boolean =>
  earlier === later ||
  takeUpAny.includes(later) ||
  synonyms.some(nouns => nouns.includes(earlier) && nouns.includes(later))

/** The words up to the head, without an article. */
const wording = (event: Candidate): string => core(event).replace(/^(?:an?|one|this|that|such) /, '')

const modifiers = (event: Candidate): string[] => {
  // A deal is told of by what it is worth, a race by how long it is.
  const amount = event.denotation?.denotes === 'match' ? /^$/ : /\d/
  return wording(event)
    .split(' ')
    .slice(0, -1)
    .filter(word => !/^(?:the|this|that|his|her|its|their|our|my|your|s)$/.test(word) && !amount.test(word))
}

/** What the phrase behind a noun says in plain words: "with a mystery investor", "for the striker". */
function tailWords({ tree: { tokens }, head }: Candidate): string[] {
  if (!/^(?:with|between|for|against|over|on|to)$/.test(tokens[head + 1]?.form ?? '')) return []
  const words: string[] = []
  for (let i = head + 2; i < Math.min(head + 7, tokens.length); i++) {
    const { upos, lemma } = tokens[i]!
    if (/^(?:VERB|AUX|PUNCT|SCONJ)$/.test(upos)) break
    if (/^(?:NOUN|PROPN)$/.test(upos) && !TIME.test(lemma)) words.push(lemma.toLowerCase())
  }
  return words
}

/** "Negotiations for a striker" are not those "with an investor". */
function tailsAgree(events: readonly Candidate[], nominal: Candidate): boolean {
  const own = tailWords(nominal)
  if (own.length === 0) return true
  const others = events.map(tailWords).filter(words => words.length > 0)
  return others.length === 0 || others.some(words => words.some(word => own.includes(word)))
}

const YEAR = /\b(?:1[89]|20)\d\d\b/
const yearOf = ({ text }: Candidate): string | undefined => YEAR.exec(text)?.[0]

/** "The 1892 elections" are not those of 2015. */
function yearsAgree(events: readonly Candidate[], nominal: Candidate): boolean {
  const own = yearOf(nominal)
  if (own === undefined) return true
  const others = events.map(yearOf).filter(year => year !== undefined)
  return others.length === 0 || others.includes(own)
}

function ordinalsAgree(events: readonly Candidate[], nominal: Candidate): boolean {
  const own = modifiers(nominal).filter(word => ORDINAL.test(word))
  return own.length === 0 || events.some(event => modifiers(event).some(word => own.includes(word)))
}

/** "The oil deal" may be "the deal", though not where that was a mobile deal before. */
function modifiersAgree(events: readonly Candidate[], nominal: Candidate): boolean {
  const own = modifiers(nominal)
  if (own.length === 0) return true
  const others = events.map(modifiers).filter(words => words.length > 0)
  return others.length === 0 || others.some(words => words.some(word => own.includes(word) && !TIME.test(word)))
}

/** Gives the named chains in the phrase behind an event's noun, found once for each event. */
export function partiesAmong(chains: readonly Chain[]): (event: Candidate) => ReadonlySet<Chain> {
  const known = new Map<Candidate, ReadonlySet<Chain>>()
  const none: ReadonlySet<Chain> = new Set()
  return event => {
    const found = known.get(event)
    if (found !== undefined) return found
    const { tree, head } = event
    // Whatever the parser hangs "with Kenya" on.
    const beside = /^(?:with|between|against)$/.test(tree.tokens[head + 1]?.form ?? '') ? head + 2 : head
    const last = Math.min(Math.max(phraseEnd(tree, head), beside), tree.tokens.length - 1)
    const [from, to] = [tree.tokens[head]!.end, tree.tokens[last]!.end]
    const isIn = (name: Candidate) => name.tree === tree && name.start >= from && name.start < to
    const named = last === head ? none : new Set(chains.filter(chain => namesOf(chain).some(isIn)))
    known.set(event, named)
    return named
  }
}
