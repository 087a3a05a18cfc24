import type { HearsayGraph } from '../types.ts'
import type { EntityCard } from './answers.ts'

/** All that the graph knows of a node. */
export function entityCard(graph: HearsayGraph, key: string): EntityCard {
  const node = graph.getNodeAttributes(key)
  const claims = new Map<string, { predicate: string; out: number; in: number }>()
  graph.forEachEdge(key, (_edge, { kind, weight }, source) => {
    const count = claims.get(kind) ?? { predicate: kind, out: 0, in: 0 }
    count[source === key ? 'out' : 'in'] += weight
    claims.set(kind, count)
  })
  return {
    key,
    label: node.label,
    type: node.entity_type,
    aliases: node.aliases,
    roles: node.roles,
    namings: node.namings,
    mentions: node.mentions,
    documents: node.documents,
    independentSources: node.independent_sources,
    outlets: node.outlets,
    firstSeen: node.first_seen,
    lastSeen: node.last_seen,
    node,
    claims: [...claims.values()].sort((a, b) => b.out + b.in - a.out - a.in || (a.predicate < b.predicate ? -1 : 1)),
  }
}
