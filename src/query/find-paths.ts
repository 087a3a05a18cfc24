import type { HearsayGraph } from '../types.ts'
import type { Claim, Path } from './answers.ts'
import type { ClaimFilter, CompiledFilter } from './claim-filter.ts'
import { byEvidence, claimMaker, entityRef } from './collect-claims.ts'

/** Which claims may be steps, and how many ways to give. */
export interface PathOptions extends ClaimFilter {
  /** The most steps; 6 by default. */
  readonly maxSteps?: number
  /** The most ways; 5 by default. */
  readonly limit?: number
}

/** More ways of equal length than this are not compared. */
const MOST_WAYS = 1000

/**
 * The shortest ways between two actors, directions disregarded; of several, those with the most evidence on their
 * weakest step first.
 */
export function findPaths(
  graph: HearsayGraph,
  from: string,
  to: string,
  filter: CompiledFilter,
  { maxSteps = 6, limit = 5 }: PathOptions,
): Path[] {
  if (from === to) return []
  const before = shortestWaysBack(graph, from, to, filter, maxSteps)
  const toClaim = claimMaker(graph)
  const step = (a: string, b: string): Claim[] => {
    const claims: Claim[] = []
    graph.forEachEdge(a, (key, attributes, source, target) => {
      if ((source === a ? target : source) !== b || !filter.edge(source, target, attributes)) return
      const evidence = attributes.evidence.filter(filter.evidence)
      if (evidence.length > 0) claims.push(toClaim(key, attributes, source, target, evidence))
    })
    return claims.sort(byEvidence)
  }
  return ways(before, from, to)
    .map(keys => ({
      entities: keys.map(key => entityRef(graph, key)),
      steps: keys.slice(1).map((key, i) => step(keys[i]!, key)),
    }))
    .map(path => ({ path, strength: Math.min(...path.steps.map(amount)) }))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, limit)
    .map(({ path }) => path)
}

function amount(claims: readonly Claim[]): number {
  return claims.reduce((sum, { evidence }) => sum + evidence.length, 0)
}

/** Breadth first from `from`: for each node reached, the nodes before it on shortest ways. */
function shortestWaysBack(
  graph: HearsayGraph,
  from: string,
  to: string,
  filter: CompiledFilter,
  maxSteps: number,
): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>([[from, []]])
  let border = [from]
  for (let steps = 0; steps < maxSteps && border.length > 0 && !before.has(to); steps++) {
    const reached = new Map<string, Set<string>>()
    for (const node of border) {
      graph.forEachEdge(node, (_edge, attributes, source, target) => {
        const next = source === node ? target : source
        if (before.has(next) || !filter.edge(source, target, attributes)) return
        if (!attributes.evidence.some(filter.evidence)) return
        const known = reached.get(next)
        if (known) known.add(node)
        else reached.set(next, new Set([node]))
      })
    }
    for (const [node, nodes] of reached) before.set(node, [...nodes].sort())
    border = [...reached.keys()]
  }
  return before
}

/** All ways along `before`, from both ends inclusive. */
function ways(before: ReadonlyMap<string, readonly string[]>, from: string, to: string): string[][] {
  if (!before.has(to)) return []
  const complete: string[][] = []
  const walk = (tail: readonly string[]) => {
    if (complete.length >= MOST_WAYS) return
    if (tail[0] === from) complete.push([...tail])
    else for (const node of before.get(tail[0]!)!) walk([node, ...tail])
  }
  walk([to])
  return complete
}
