import { baseRelation } from '../util/tree.ts'
import type { Candidate, Chain } from './candidate.ts'
import { namesOf } from './chains.ts'
import type { EntityResources } from './resources.ts'

/** A new description of somebody follows at most so many sentences behind the name. */
const REACH = 3

/**
 * Who the text is about where a description begins: of the nearest sentence that names anybody of the kind, the only
 * subject, else the only person named; null where several are. In its own sentence a person is rather renamed who is no
 * subject there ("Lind passed to Orme, and the winger scored"). What stands in quotation marks is somebody else's talk.
 */
export function topicOf(nominal: Candidate, chains: readonly Chain[]): Chain | null {
  let nearest = -1
  let named: { chain: Chain; name: Candidate }[] = []
  for (const chain of chains) {
    for (const name of namesOf(chain)) {
      const { sentence, start, quoted } = name
      if (start >= nominal.start || nominal.sentence - sentence > REACH || (quoted && !nominal.quoted)) continue
      if (sentence > nearest) [nearest, named] = [sentence, []]
      if (sentence === nearest) named.push({ chain, name })
    }
  }
  const subjects = named.filter(({ name }) => isSubject(name))
  const others = named.filter(({ name }) => !isSubject(name) && !isOblique(name))
  const isPerson = nominal.type === 'person'
  const inside = nearest === nominal.sentence && isPerson
  // "Shares in Osgil Air fell. The Dutch airline said …": the lead names no other body.
  const ofLead = nearest === nominal.sentence - 1 && nominal.sentence <= 3
  const pool = inside ? others : subjects.length > 0 ? subjects : isPerson ? others : ofLead ? named : []
  const found = new Set(pool.map(({ chain }) => chain))
  const [only] = found
  return found.size === 1 ? only! : null
}

/** Whether the last name of somebody before a description is a subject. */
export const isSubjectNear = (chain: Chain, { start }: Candidate): boolean => {
  const last = namesOf(chain)
    .filter(name => name.start < start)
    .at(-1)
  return last !== undefined && isSubject(last)
}

const isOblique = ({ tree, head }: Candidate): boolean => {
  const { deprel } = tree.tokens[head]!
  return /^(?:obl|nmod)/.test(deprel) && deprel !== 'nmod:poss'
}

/** "said Ann Lee", "Ann Lee added": a sentence of talk is about what she says. */
export const isSaidBy = (chain: Chain, before: number): boolean => {
  const last = namesOf(chain)
    .filter(name => name.start < before)
    .at(-1)
  if (last === undefined || !isSubject(last)) return false
  const { tokens } = last.tree
  const verb = tokens[tokens[last.head]!.head]
  return verb !== undefined && /^(?:say|add|tell|explain|recall|joke|insist|claim|warn)$/.test(verb.lemma)
}

export function isSubject({ tree, head }: Candidate): boolean {
  const token = tree.tokens[head]!
  // "Ms Orme" may hang on its form of address.
  const top = token.deprel === 'flat' && token.head >= 0 ? tree.tokens[token.head]! : token
  return baseRelation(top) === 'nsubj'
}

export const FORMER = /^(?:the |an? )?(?:ex-|former |late |then )/i

/** Who speaks or acts for others, or belongs to somebody, is seldom whom the text is about. */
const FOR_OTHERS =
  /^(?:spokesman|spokeswoman|spokesperson|lawyer|solicitor|attorney|barrister|judge|magistrate|official|source|officer|policeman|detective|reporter|journalist|correspondent|suspect|victim|driver|doctor|surgeon|wife|husband|son|daughter|brother|sister|mother|father|friend|neighbou?r|minister|president|premier|chancellor|king|queen|pope|monarch|secretary|ambassador|envoy|governor|referee|umpire)$/

/**
 * Whether "the Osgil striker", "the former teacher", "the Tamar-born man" may be whom the text is about: words that
 * newspapers use for somebody they have just named, unless he is known for something else of the sort.
 */
export function mayBeCalled(
  { roles }: Chain,
  { noun, text, qualifiers, start }: Candidate,
  persons: readonly Chain[],
  { epithets }: EntityResources,
): boolean {
  if (!/^the /i.test(text)) return false
  if (FOR_OTHERS.test(noun.split(' ').at(-1)!)) return false
  if (epithets.has(noun) || FORMER.test(text)) return true
  if (qualifiers.length === 0) return false
  if (/^(?:man|woman)$/.test(noun)) return true
  // A "Tamar coach" is not "the Osgil captain".
  const known = [...roles].flatMap(role => role.toLowerCase().split(' '))
  if (known.some(word => word === noun || qualifiers.includes(word))) return true
  // Who leads is somebody else as often, but where nobody else was named.
  return known.length === 0 && (!LEADS.test(noun) || persons.filter(other => isNamedBefore(other, start)).length === 1)
}

const LEADS =
  /^(?:boss|captain|chairman|chief|chief executive|coach|director|editor|head|leader|manager|owner|skipper)$/

const isNamedBefore = (chain: Chain, before: number): boolean => namesOf(chain).some(({ start }) => start < before)

/** The only one that the headline names and the lead is about. */
export function mainOf(chains: readonly Chain[]): Chain | null {
  const main = chains.filter(chain => {
    const names = namesOf(chain)
    const isTopic = (name: Candidate) => name.sentence > 0 && name.sentence <= 2 && isSubject(name)
    return names.some(({ sentence }) => sentence === 0) && names.some(isTopic)
  })
  return main.length === 1 ? main[0]! : null
}
