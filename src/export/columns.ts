import type { BareEdgeAttributes, NodeAttributes } from '../types.ts'

/** How a value of the graph goes into formats that know neither lists nor null. */
export type ColumnType = 'string' | 'integer' | 'double' | 'boolean'

/** What a node is called, given its key. */
export type LabelOf = (node: string) => string

export interface Column<Attributes> {
  /** Lower case, never `id`, `label`, `type` or `weight`, which some readers take for their own. */
  readonly id: string
  readonly type: ColumnType
  /** Null where there is nothing to say; lists are joined by {@link joinList}. */
  readonly value: (attributes: Attributes, labelOf: LabelOf) => string | number | boolean | null
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
  { id: 'entity_type', type: 'string', value: node => node.entity_type },
  { id: 'aliases', type: 'string', value: node => listOrNull(node.aliases) },
  { id: 'roles', type: 'string', value: node => listOrNull(node.roles) },
  { id: 'mentions', type: 'integer', value: node => node.mentions },
  { id: 'documents', type: 'integer', value: node => node.documents },
  { id: 'independent_sources', type: 'integer', value: node => node.independent_sources },
  { id: 'outlets', type: 'string', value: node => listOrNull(node.outlets) },
  { id: 'first_seen', type: 'string', value: node => node.first_seen },
  { id: 'last_seen', type: 'string', value: node => node.last_seen },
  { id: 'community', type: 'integer', value: node => node.community },
  { id: 'pagerank', type: 'double', value: node => node.pagerank },
  { id: 'links', type: 'integer', value: node => node.degree },
  { id: 'betweenness', type: 'double', value: node => node.betweenness },
]

/** What tables and other formats say of an edge, besides its key, ends, label, weight and colour. */
export const EDGE_COLUMNS: readonly Column<BareEdgeAttributes>[] = [
  { id: 'relation', type: 'string', value: edge => edge.kind },
  { id: 'category', type: 'string', value: edge => edge.category },
  { id: 'negated', type: 'boolean', value: edge => edge.negated },
  { id: 'modality', type: 'string', value: edge => edge.modality },
  {
    id: 'asserted_by',
    type: 'string',
    value: (edge, labelOf) => listOrNull(edge.asserted_by.map(labelOf)),
  },
  { id: 'own_voice', type: 'integer', value: edge => edge.own_voice },
  { id: 'outlets', type: 'string', value: edge => listOrNull(edge.outlets) },
  { id: 'documents', type: 'integer', value: edge => edge.documents },
  { id: 'articles', type: 'integer', value: edge => edge.articles },
  { id: 'independent_sources', type: 'integer', value: edge => edge.independent_sources },
  { id: 'first_seen', type: 'string', value: edge => edge.first_seen },
  { id: 'last_seen', type: 'string', value: edge => edge.last_seen },
  { id: 'cameo', type: 'string', value: edge => edge.cameo },
]
