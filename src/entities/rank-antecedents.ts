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
  for (const { chain, features } of antecedentsOf(pronoun, chains)) {
    let score = 0
    for (const [feature, value] of features) score += value * (weights.get(feature) ?? 0)
    if (score > most) [best, most] = [chain, score]
  }
  return best
}

/** All chains that agree with a pronoun and stand before it, with their features. */
export function antecedentsOf(pronoun: Candidate, chains: readonly Chain[]): Antecedent[] {
  const found: Antecedent[] = []
  for (const chain of chains) {
    const before = chain.candidates.filter(
      candidate => candidate.end <= pronoun.start && pronoun.sentence - candidate.sentence <= WINDOW,
    )
    if (before.length === 0 || !agrees(chain, pronoun)) continue
    if (boundApart(chain, pronoun) || speaksHere(chain, pronoun)) continue
    // Places and events do not speak; whom "it said" means is a body or a state.
    if ((chain.type === 'place' || chain.type === 'event') && isSpeaker(pronoun)) continue
    found.push({ chain, features: new Map(featuresOf(chain, before, pronoun)) })
  }
  return found
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

function* featuresOf(chain: Chain, before: readonly Candidate[], pronoun: Candidate): Generator<[string, number]> {
  const nearest = before.reduce((a, b) => (b.start >= a.start ? b : a))
  const distance = pronoun.sentence - nearest.sentence
  yield [`distance_${distance}`, 1]
  // The most prominent mention of the nearest sentence speaks for the chain.
  const near = before.filter(candidate => candidate.sentence === nearest.sentence)
  const tokens = near.map(candidate => candidate.tree.tokens[candidate.head]!)
  const own = pronoun.tree.tokens[pronoun.head]!
  const relation = baseRelation(own)
  if (tokens.some(token => baseRelation(token) === 'nsubj')) yield ['subject', 1]
  else if (tokens.some(token => /^(?:i?obj)$/.test(token.deprel))) yield ['object', 1]
  else if (tokens.some(token => token.deprel.startsWith('obl'))) yield ['oblique', 1]
  if (tokens.some(token => token.deprel === 'nmod:poss')) yield ['possessor', 1]
  if (tokens.some(token => baseRelation(token) === relation) && relation !== 'nmod') yield ['parallel', 1]
  if (near.some(candidate => candidate.head <= 3)) yield ['opens_sentence', 1]
  yield [`nearest_${nearest.kind}`, 1]
  if (chain.candidates.some(candidate => candidate.kind === 'name')) yield ['named', 1]
  yield ['mentions', Math.log2(1 + before.length)]
  if (
    pronoun.gender !== null &&
    before.some(candidate => candidate.gender === pronoun.gender && pronoun.gender !== 'neuter')
  ) {
    yield ['gender_known', 1]
  }
  const kind = pronoun.number === 'plural' ? 'they' : pronoun.gender === 'neuter' ? 'it' : 'he'
  if (kind !== 'he') {
    yield [`${kind}_${chain.type}`, 1]
    if (before.some(candidate => candidate.number === 'plural')) yield [`${kind}_plural`, 1]
  }
  if (near.some(candidate => candidate.quoted === pronoun.quoted)) yield ['same_quotation', 1]
  if (distance === 0) {
    if (relation === 'nmod') yield [governs(near, pronoun) ? 'possessive_of_subject' : 'possessive_nearby', 1]
    yield ['words_between', Math.log2(1 + pronoun.head - nearest.head)]
  }
  if (pronoun.quoted && near.some(candidate => !candidate.quoted && isSpeaker(candidate)))
    yield ['speaker_before_quotation', 1]
  // "He said" takes up who spoke last.
  if (relation === 'nsubj' && own.head >= 0 && SPEAKING.test(pronoun.tree.tokens[own.head]!.lemma)) {
    const spoke = near.some(candidate => {
      const token = candidate.tree.tokens[candidate.head]!
      return (
        token.head >= 0 && baseRelation(token) === 'nsubj' && SPEAKING.test(candidate.tree.tokens[token.head]!.lemma)
      )
    })
    if (spoke) yield ['spoke_last', 1]
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
