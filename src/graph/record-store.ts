import type { BareEdgeAttributes, EdgeEvidence, NodeAttributes } from '../types.ts'

/** Where records are kept while a graph is made: in memory, or out of it. */
export interface RecordStore<Kept> {
  /** Keeps a record and gives its number; they count from 0. */
  readonly add: (record: Kept) => number
  readonly get: (number: number) => Kept
  /** A record as JSON. */
  readonly json: (number: number) => string
}

/** What of a graph may be larger than the memory. */
export interface GraphStores {
  readonly evidence: RecordStore<EdgeEvidence>
  /** Without places and measures. */
  readonly nodes: RecordStore<NodeAttributes>
  readonly edges: RecordStore<BareEdgeAttributes>
}

export function storesInMemory(): GraphStores {
  return { evidence: inMemory(), nodes: inMemory(), edges: inMemory() }
}

function inMemory<Kept>(): RecordStore<Kept> {
  const all: Kept[] = []
  return {
    add: record => all.push(record) - 1,
    get: number => all[number]!,
    json: number => JSON.stringify(all[number]),
  }
}
