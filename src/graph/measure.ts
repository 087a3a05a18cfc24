import type { HearsayGraph } from '../types.ts'
import { seededRandom } from '../util/seeded-random.ts'
import { louvain, pagerank } from './algorithms.ts'
import { betweenness } from './betweenness.ts'
import { projectDirected, projectUndirected } from './project.ts'

const SEED = 20161213

/**
 * Sets community, pagerank, degree and betweenness on every node. Communities are Louvain's, on the graph without
 * directions, numbered from the largest; PageRank follows the edges by weight, so that who is much spoken of and acted
 * upon ranks high.
 *
 * Source: V. Blondel et al., Fast unfolding of communities in large networks (2008); L. Page et al., The PageRank
 * citation ranking (1999).
 */
export function measure(graph: HearsayGraph): void {
  if (graph.order === 0) return
  const undirected = projectUndirected(graph)
  const communities = numberBySize(
    louvain(undirected, { getEdgeWeight: 'weight', rng: seededRandom(SEED) }),
    graph.nodes(),
  )
  const ranks = pagerank(projectDirected(graph), { getEdgeWeight: 'weight', maxIterations: 1000 })
  const between = betweenness(undirected)
  graph.updateEachNodeAttributes((node, attributes) => ({
    ...attributes,
    community: communities.get(node)!,
    pagerank: significant(ranks[node]!),
    degree: graph.degree(node),
    betweenness: significant(between.get(node)!),
  }))
}

/** Five significant digits: the last bits of a sum are nobody's information. */
function significant(value: number): number {
  return Number(value.toPrecision(5))
}

/** Louvain's numbers are arbitrary; 0 becomes the largest community, equals go by their first node's key. */
function numberBySize(community: Readonly<Record<string, number>>, nodes: readonly string[]): Map<string, number> {
  const members = new Map<number, string[]>()
  for (const node of nodes) {
    const list = members.get(community[node]!)
    if (list) list.push(node)
    else members.set(community[node]!, [node])
  }
  const ordered = [...members.values()].sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
  return new Map(ordered.flatMap((list, number) => list.map(node => [node, number] as const)))
}
