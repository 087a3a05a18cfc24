import type { EntityType } from '../types.ts'
import type { Candidate, Chain } from './candidate.ts'

/** Which candidates are one; sieves add to it, the surest first, and nothing is ever taken apart again. */
export class Chains {
  readonly #chainOf = new Map<Candidate, Chain>()

  of(candidate: Candidate): Chain | undefined {
    return this.#chainOf.get(candidate)
  }

  /** Starts a chain of its own for a candidate. */
  begin(candidate: Candidate, type: EntityType = candidate.type): Chain {
    const chain: Chain = { type, candidates: [candidate], roles: new Set() }
    this.#chainOf.set(candidate, chain)
    return chain
  }

  /** Adds a candidate, with all that is one with it, to a chain. */
  join(chain: Chain, candidate: Candidate): void {
    const own = this.#chainOf.get(candidate)
    if (own === chain) return
    if (own === undefined) {
      chain.candidates.push(candidate)
      this.#chainOf.set(candidate, chain)
    } else this.merge(chain, own)
  }

  merge(into: Chain, from: Chain): void {
    if (into === from) return
    for (const candidate of from.candidates) {
      into.candidates.push(candidate)
      this.#chainOf.set(candidate, into)
    }
    for (const role of from.roles) into.roles.add(role)
    from.candidates.length = 0
  }

  /** All chains in the order of their first candidates. */
  all(): Chain[] {
    const chains = [...new Set(this.#chainOf.values())]
    for (const chain of chains) chain.candidates.sort((a, b) => a.start - b.start || b.end - a.end)
    return chains.sort(
      (a, b) => a.candidates[0]!.start - b.candidates[0]!.start || b.candidates[0]!.end - a.candidates[0]!.end,
    )
  }
}

export const namesOf = (chain: Chain): Candidate[] => chain.candidates.filter(candidate => candidate.kind === 'name')

/** How present a chain is before an offset: its mentions so far, the later ones more. */
export function salience(chain: Chain, before: number, sentence: number): number {
  let sum = 0
  for (const candidate of chain.candidates) {
    if (candidate.start < before) sum += 1 / (1 + 0.3 * Math.max(0, sentence - candidate.sentence))
  }
  return sum
}

export function mostSalient(chains: readonly Chain[], { start, sentence }: Candidate): Chain | null {
  let best: Chain | null = null
  let most = 0
  for (const chain of chains) {
    const present = salience(chain, start, sentence)
    if (present > most) [best, most] = [chain, present]
  }
  return best
}
