import { nameForm } from '../util/name-form.ts'
import { baseRelation } from '../util/tree.ts'
import type { Candidate, Chain } from './candidate.ts'
import { namesOf } from './chains.ts'

/** What parties are called by their last word; spelt as `nameForm` does. */
const PARTY =
  /(?:^| )(?:communists|conservatives|democrats|greens|labor|liberals|nationalists|party|republicans|socialists|tories|unionists)$/

const isParty = (chain: Chain): boolean => chain.type === 'group' && namesOf(chain).some(({ form }) => PARTY.test(form))

/**
 * Which party "the party" is where others are named more often: that of the person who is the subject nearby, as his roles
 * tell, else the only one that headline and lead name, unless another was just named alone; null where neither tells.
 */
export function partyOf(nominal: Candidate, chains: readonly Chain[]): Chain | null {
  if (nominal.noun !== 'party' || !nominal.definite || nominal.qualifiers.length > 0) return null
  const parties = chains.filter(isParty)
  if (parties.length < 2) return null
  const leader = subjectNearby(nominal, chains)
  const own = leader === null ? [] : parties.filter(party => isNamedIn([...leader.roles], party))
  if (own.length === 1) return own[0]!
  const [just, ...others] = parties.filter(party => isNamedNear(party, nominal))
  if (just !== undefined && others.length === 0) return null
  const first = parties.filter(party => namesOf(party).some(({ sentence }) => sentence < 2))
  return first.length === 1 ? first[0]! : null
}

/** The person who is a subject last before a description, in its sentence or the one before. */
function subjectNearby({ start, sentence }: Candidate, chains: readonly Chain[]): Chain | null {
  let last = -1
  let found: Chain | null = null
  for (const chain of chains) {
    if (chain.type !== 'person') continue
    for (const { tree, head, start: at, sentence: own } of chain.candidates) {
      if (at >= start || at <= last || sentence - own > 1) continue
      const token = tree.tokens[head]!
      // "Ms Orme" may hang on its form of address.
      const top = token.deprel === 'flat' ? tree.tokens[token.head]! : token
      if (baseRelation(top) === 'nsubj') [last, found] = [at, chain]
    }
  }
  return found
}

const isNamedIn = (roles: readonly string[], party: Chain): boolean =>
  roles.some(role => namesOf(party).some(({ form }) => ` ${nameForm(role)} `.includes(` ${form} `)))

/** Named before a description in its own sentence or the one before. */
const isNamedNear = (party: Chain, { start, sentence }: Candidate): boolean =>
  namesOf(party).some(name => name.start < start && sentence - name.sentence <= 1)
