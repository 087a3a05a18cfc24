import { baseRelation } from '../util/tree.ts'
import type { Candidate, Chain } from './candidate.ts'
import { salience } from './chains.ts'

/** Feature → weight, as `entities/pronoun-ranking.json` gives them. */
export type RankingWeights = ReadonlyMap<string, number>

/** A pronoun refers this many sentences back at most. */
const WINDOW = 4

/**
 * Ranks what a pronoun can stand for, by weighted features of the nearest mention of each chain (mention ranking after
 * Denis & Baldridge 2008, features after Lappin & Leass 1994).
 *
 * @returns the best chain, or null when nothing agrees in gender, number and type
 */
export function rankAntecedents(pronoun: Candidate, chains: readonly Chain[], weights: RankingWeights): Chain | null {
  let best: Chain | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const chain of chains) {
    const nearest = nearestBefore(chain, pronoun)
    if (nearest === null || !agrees(chain, pronoun) || boundApart(chain, pronoun)) continue
    let score = 0
    for (const [feature, value] of featuresOf(chain, nearest, pronoun)) score += value * (weights.get(feature) ?? 0)
    if (score > most) [best, most] = [chain, score]
  }
  return best
}

function nearestBefore(chain: Chain, pronoun: Candidate): Candidate | null {
  let nearest: Candidate | null = null
  for (const candidate of chain.candidates) {
    if (candidate.end <= pronoun.start && (nearest === null || candidate.start >= nearest.start)) nearest = candidate
  }
  return nearest !== null && pronoun.sentence - nearest.sentence <= WINDOW ? nearest : null
}

/** What a chain's mentions together tell: the first known gender, the number. */
function agrees(chain: Chain, { gender, number, form }: Candidate): boolean {
  if (gender === 'male' || gender === 'female') {
    if (chain.type !== 'person') return false
    return chain.candidates.every(candidate => candidate.gender === null || candidate.gender === gender)
  }
  if (form === 'it' || form === 'its' || form === 'itself') {
    return (
      chain.type !== 'person' &&
      !chain.candidates.some(candidate => candidate.number === 'plural' && candidate.kind !== 'name')
    )
  }
  if (number === 'plural') {
    if (chain.type === 'person' || chain.type === 'state' || chain.type === 'place') return false
    return chain.candidates.some(candidate => candidate.number !== 'singular')
  }
  return true
}

/** An object pronoun is not the subject of its own verb (binding principle B). */
function boundApart(chain: Chain, pronoun: Candidate): boolean {
  const { tree, head, form } = pronoun
  const token = tree.tokens[head]!
  if (/sel(?:f|ves)$/.test(form) || token.deprel === 'nmod:poss' || token.head < 0) return false
  return chain.candidates.some(candidate => {
    if (candidate.tree !== tree) return false
    const other = tree.tokens[candidate.head]!
    if (
      other.head === token.head &&
      candidate.head !== head &&
      baseRelation(other) !== 'nmod' &&
      !other.deprel.startsWith('conj')
    )
      return true
    // "the friend of her" inside one phrase: a mention that holds the pronoun is not its antecedent.
    return candidate.start <= pronoun.start && pronoun.end <= candidate.end
  })
}

function* featuresOf(chain: Chain, nearest: Candidate, pronoun: Candidate): Generator<[string, number]> {
  const distance = pronoun.sentence - nearest.sentence
  if (distance === 0) yield ['same_sentence', 1]
  yield ['sentences_away', distance]
  // The most prominent mention of the nearest sentence speaks for the chain.
  const near = chain.candidates.filter(
    candidate => candidate.sentence === nearest.sentence && candidate.end <= pronoun.start,
  )
  const relations = near.map(candidate => baseRelation(candidate.tree.tokens[candidate.head]!))
  if (relations.includes('nsubj')) yield ['subject', 1]
  else if (relations.includes('obj') || relations.includes('iobj')) yield ['object', 1]
  if (near.some(candidate => candidate.tree.tokens[candidate.head]!.deprel === 'nmod:poss')) yield ['possessor', 1]
  const own = baseRelation(pronoun.tree.tokens[pronoun.head]!)
  if (relations.includes(own) && own !== 'nmod') yield ['parallel', 1]
  if (near.some(candidate => candidate.head <= 3)) yield ['first_in_sentence', 1]
  if (chain.candidates.some(candidate => candidate.kind === 'name')) yield ['name', 1]
  if (nearest.kind === 'pronoun') yield ['pronoun', 1]
  yield ['presence', salience(chain, pronoun.start, pronoun.sentence)]
  if (pronoun.gender !== null && chain.candidates.some(candidate => candidate.gender === pronoun.gender))
    yield ['gender_known', 1]
  if (pronoun.number !== null && chain.candidates.some(candidate => candidate.number === pronoun.number))
    yield ['number_known', 1]
  if (pronoun.number === 'plural' && chain.candidates.some(isPeople)) yield ['animate_they', 1]
  if (chain.type === 'event' || chain.type === 'place') yield ['inert', 1]
  if (near.some(candidate => candidate.quoted === pronoun.quoted)) yield ['same_quotation', 1]
  if (own === 'nmod' && distance === 0 && governs(near, pronoun)) yield ['governor', 1]
}

const isPeople = (candidate: Candidate): boolean =>
  candidate.number === 'plural' && candidate.denotation?.type === 'group'

/** Whether a mention is the subject of a verb above the pronoun. */
function governs(near: readonly Candidate[], { tree, head }: Candidate): boolean {
  for (let at = tree.tokens[head]!.head, steps = 0; at >= 0 && steps < 8; at = tree.tokens[at]!.head, steps++) {
    if (
      near.some(
        ({ head: subject }) => tree.tokens[subject]!.head === at && baseRelation(tree.tokens[subject]!) === 'nsubj',
      )
    )
      return true
  }
  return false
}
