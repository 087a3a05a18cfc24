import { baseRelation } from '../util/tree.ts'
import type { Candidate, Chain } from './candidate.ts'

/** Feature → weight, as `entities/pronoun-ranking.json` gives them. */
export type RankingWeights = ReadonlyMap<string, number>

/** A chain that a pronoun may stand for, and what speaks for and against it. */
export interface Antecedent {
  readonly chain: Chain
  readonly features: ReadonlyMap<string, number>
}

/** A pronoun refers this many sentences back at most. */
const WINDOW = 4

/**
 * Ranks what a pronoun can stand for by weighted features of each chain's nearest mentions (mention ranking after Denis &
 * Baldridge 2008; features after Lappin & Leass 1994).
 *
 * @returns the best chain, or null when nothing agrees in gender, number and type
 */
export function rankAntecedents(pronoun: Candidate, chains: readonly Chain[], weights: RankingWeights): Chain | null {
  let best: Chain | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const chain of chains) {
    const before = mentionsBefore(pronoun, chain)
    if (before.length === 0) continue
    let score = 0
    readFeatures(chain, before, pronoun, (feature, value) => {
      score += value * (weights.get(feature) ?? 0)
    })
    if (score > most) [best, most] = [chain, score]
  }
  return best
}

/** All chains that agree with a pronoun and stand before it, with their features. */
export function antecedentsOf(pronoun: Candidate, chains: readonly Chain[]): Antecedent[] {
  return chains.flatMap(chain => {
    const before = mentionsBefore(pronoun, chain)
    if (before.length === 0) return []
    const features = new Map<string, number>()
    readFeatures(chain, before, pronoun, (feature, value) => features.set(feature, value))
    return [{ chain, features }]
  })
}

/** A chain's mentions near before a pronoun; none where the two cannot be one. */
function mentionsBefore(pronoun: Candidate, chain: Chain): readonly Candidate[] {
  const before = chain.candidates.filter(
    candidate => candidate.end <= pronoun.start && pronoun.sentence - candidate.sentence <= WINDOW,
  )
  if (before.length === 0 || !agrees(chain, pronoun)) return []
  if (boundApart(chain, pronoun) || speaksHere(chain, pronoun)) return []
  // Places and events do not speak; whom "it said" means is a body or a state.
  return (chain.type === 'place' || chain.type === 'event') && isSpeaker(pronoun) ? [] : before
}

/** Whether a chain's mentions together allow the pronoun's gender and number. */
function agrees(chain: Chain, { gender, number, form }: Candidate): boolean {
  if (gender === 'male' || gender === 'female') {
    if (chain.type !== 'person') return false
    return chain.candidates.every(candidate => candidate.gender === null || candidate.gender === gender)
  }
  if (form.startsWith('it')) {
    if (chain.type === 'person') return false
    return !chain.candidates.some(candidate => candidate.number === 'plural' && candidate.kind !== 'name')
  }
  if (number === 'plural') {
    if (chain.type === 'place') return false
    return chain.candidates.some(candidate => candidate.number !== 'singular') || chain.type === 'state'
  }
  return true
}

/** An object pronoun is not the subject of its own verb (binding principle B), and no phrase means its own part. */
function boundApart(chain: Chain, pronoun: Candidate): boolean {
  const { tree, head, form } = pronoun
  const token = tree.tokens[head]!
  const possessive = token.deprel === 'nmod:poss'
  return chain.candidates.some(candidate => {
    if (candidate.tree !== tree) return false
    if (candidate.start <= pronoun.start && pronoun.end <= candidate.end) return true
    if (possessive || token.head < 0 || /sel(?:f|ves)$/.test(form)) return false
    const other = tree.tokens[candidate.head]!
    const siblings = other.head === token.head && candidate.head !== head
    return siblings && baseRelation(other) !== 'nmod' && !other.deprel.startsWith('conj')
  })
}

/** Within one's own words one is "I", not "he". */
function speaksHere(chain: Chain, pronoun: Candidate): boolean {
  if (!pronoun.quoted) return false
  return chain.candidates.some(candidate => {
    if (candidate.quoted || candidate.tree !== pronoun.tree) return false
    return isSpeaker(candidate)
  })
}

function isSpeaker({ tree, head }: Candidate): boolean {
  const token = tree.tokens[head]!
  return baseRelation(token) === 'nsubj' && token.head >= 0 && SPEAKING.test(tree.tokens[token.head]!.lemma)
}

const SPEAKING = /^(?:say|add|tell|note|warn|claim|insist|explain|argue|stress|continue|conclude|write|state|recall)$/

function readFeatures(
  chain: Chain,
  before: readonly Candidate[],
  pronoun: Candidate,
  add: (feature: string, value: number) => void,
): void {
  const nearest = before.reduce((a, b) => (b.start >= a.start ? b : a))
  const distance = pronoun.sentence - nearest.sentence
  add(`distance_${distance}`, 1)
  // The most prominent mention of the nearest sentence speaks for the chain.
  const near = before.filter(candidate => candidate.sentence === nearest.sentence)
  const tokens = near.map(candidate => candidate.tree.tokens[candidate.head]!)
  const own = pronoun.tree.tokens[pronoun.head]!
  const relation = baseRelation(own)
  if (tokens.some(token => baseRelation(token) === 'nsubj')) add('subject', 1)
  else if (tokens.some(token => /^(?:i?obj)$/.test(token.deprel))) add('object', 1)
  else if (tokens.some(token => token.deprel.startsWith('obl'))) add('oblique', 1)
  if (tokens.some(token => token.deprel === 'nmod:poss')) add('possessor', 1)
  if (tokens.some(token => baseRelation(token) === relation) && relation !== 'nmod') add('parallel', 1)
  if (near.some(candidate => candidate.head <= 3)) add('opens_sentence', 1)
  add(`nearest_${nearest.kind}`, 1)
  if (chain.candidates.some(candidate => candidate.kind === 'name')) add('named', 1)
  add('mentions', Math.log2(1 + before.length))
  if (
    pronoun.gender !== null &&
    before.some(candidate => candidate.gender === pronoun.gender && pronoun.gender !== 'neuter')
  ) {
    add('gender_known', 1)
  }
  const kind = pronoun.number === 'plural' ? 'they' : pronoun.gender === 'neuter' ? 'it' : 'he'
  if (kind !== 'he') {
    add(`${kind}_${chain.type}`, 1)
    if (before.some(candidate => candidate.number === 'plural')) add(`${kind}_plural`, 1)
  }
  if (near.some(candidate => candidate.quoted === pronoun.quoted)) add('same_quotation', 1)
  if (distance === 0) {
    if (relation === 'nmod') add(governs(near, pronoun) ? 'possessive_of_subject' : 'possessive_nearby', 1)
    add('words_between', Math.log2(1 + pronoun.head - nearest.head))
  }
  if (pronoun.quoted && near.some(candidate => !candidate.quoted && isSpeaker(candidate)))
    add('speaker_before_quotation', 1)
  // "He said" takes up who spoke last.
  if (relation === 'nsubj' && own.head >= 0 && SPEAKING.test(pronoun.tree.tokens[own.head]!.lemma)) {
    const spoke = near.some(candidate => {
      const token = candidate.tree.tokens[candidate.head]!
      return (
        token.head >= 0 && baseRelation(token) === 'nsubj' && SPEAKING.test(candidate.tree.tokens[token.head]!.lemma)
      )
    })
    if (spoke) add('spoke_last', 1)
  }
}

/** Whether a mention is the subject of a verb above the pronoun. */
function governs(near: readonly Candidate[], { tree, head }: Candidate): boolean {
  for (let at = tree.tokens[head]!.head, steps = 0; at >= 0 && steps < 8; at = tree.tokens[at]!.head, steps++) {
    const subject = near.some(candidate => {
      const token = tree.tokens[candidate.head]
      return token?.head === at && baseRelation(token) === 'nsubj'
    })
    if (subject) return true
  }
  return false
}
