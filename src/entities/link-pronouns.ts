import type { Candidate } from './candidate.ts'
import type { Chains } from './chains.ts'
import { type RankingWeights, rankAntecedents } from './rank-antecedents.ts'
import { relativeHead } from './relative-head.ts'

/** Links pronouns in text order, so that a pronoun that found its chain helps the next one. */
export function linkPronouns(
  pronouns: readonly Candidate[],
  candidates: readonly Candidate[],
  chains: Chains,
  weights: RankingWeights,
): void {
  const all = chains.all()
  for (const pronoun of pronouns) {
    const noun = relativeHead(pronoun.tree, pronoun.head)
    if (noun !== null) {
      const antecedent = candidates.find(
        candidate => candidate.tree === pronoun.tree && candidate.kind !== 'pronoun' && candidate.head === noun,
      )
      const chain = antecedent && chains.of(antecedent)
      if (chain) chains.join(chain, pronoun)
      continue
    }
    const chain = rankAntecedents(pronoun, all, weights)
    if (chain !== null) chains.join(chain, pronoun)
  }
}
