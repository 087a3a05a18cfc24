import type { EdgeAttributes, HearsayGraph, NodeAttributes } from '../types.ts'

/** How a value of the graph goes into formats that know neither lists nor null. */
export type ColumnType = 'string' | 'integer' | 'double' | 'boolean'

export interface Column<Attributes> {
  /** Lower case, never `id`, `label`, `type` or `weight`, which some readers take for their own. */
  readonly id: string
  readonly title: string
  readonly type: ColumnType
  /** Null where there is nothing to say; lists are joined by {@link joinList}. */
  readonly value: (attributes: Attributes, graph: HearsayGraph) => string | number | boolean | null
}

/** One cell for a list: "a; b". A semicolon inside an item becomes a comma. */
export function joinList(items: readonly string[]): string {
  return items.map(item => item.replaceAll(';', ',')).join('; ')
}

function listOrNull(items: readonly string[]): string | null {
  return items.length === 0 ? null : joinList(items)
}

/** What tables and other formats say of a node, besides its key, label, place, size and colour. */
export const NODE_COLUMNS: readonly Column<NodeAttributes>[] = [
  { id: 'entity_type', title: 'entity type', type: 'string', value: node => node.entity_type },
  { id: 'aliases', title: 'aliases', type: 'string', value: node => listOrNull(node.aliases) },
  { id: 'roles', title: 'roles', type: 'string', value: node => listOrNull(node.roles) },
  { id: 'mentions', title: 'mentions', type: 'integer', value: node => node.mentions },
  { id: 'documents', title: 'documents', type: 'integer', value: node => node.documents },
  { id: 'outlets', title: 'outlets', type: 'string', value: node => listOrNull(node.outlets) },
  { id: 'first_seen', title: 'first seen', type: 'string', value: node => node.first_seen },
  { id: 'last_seen', title: 'last seen', type: 'string', value: node => node.last_seen },
  { id: 'community', title: 'community', type: 'integer', value: node => node.community },
  { id: 'pagerank', title: 'pagerank', type: 'double', value: node => node.pagerank },
  { id: 'links', title: 'links', type: 'integer', value: node => node.degree },
  { id: 'betweenness', title: 'betweenness', type: 'double', value: node => node.betweenness },
]

/** What tables and other formats say of an edge, besides its key, ends, label, weight and colour. */
export const EDGE_COLUMNS: readonly Column<EdgeAttributes>[] = [
  { id: 'relation', title: 'relation', type: 'string', value: edge => edge.kind },
  { id: 'category', title: 'category', type: 'string', value: edge => edge.category },
  { id: 'negated', title: 'negated', type: 'boolean', value: edge => edge.negated },
  { id: 'modality', title: 'modality', type: 'string', value: edge => edge.modality },
  {
    id: 'asserted_by',
    title: 'asserted by',
    type: 'string',
    value: (edge, graph) => listOrNull(edge.asserted_by.map(speaker => nameOf(graph, speaker))),
  },
  { id: 'own_voice', title: 'own voice', type: 'integer', value: edge => edge.own_voice },
  { id: 'outlets', title: 'outlets', type: 'string', value: edge => listOrNull(edge.outlets) },
  { id: 'documents', title: 'documents', type: 'integer', value: edge => edge.documents },
  { id: 'first_seen', title: 'first seen', type: 'string', value: edge => edge.first_seen },
  { id: 'last_seen', title: 'last seen', type: 'string', value: edge => edge.last_seen },
  { id: 'cameo', title: 'CAMEO code', type: 'string', value: edge => edge.cameo },
]

/** A speaker who takes part in nothing else has no node, and is given by key. */
function nameOf(graph: HearsayGraph, key: string): string {
  return graph.hasNode(key) ? graph.getNodeAttribute(key, 'label') : key
}
