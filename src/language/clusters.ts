/** Word clusters: words that occur in like company share an id (Koo, Carreras & Collins 2008; here k-means of vectors). */

import type { Clusters } from './input.ts'

/** Reads the table: one line a fine cluster, `coarse id <tab> word word …`; ids start at 1. */
export function readClusters(bytes: Uint8Array): Clusters {
  const fine = new Map<string, number>()
  const coarseOf: number[] = [0]
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const id = coarseOf.length
    coarseOf.push(Number(line.slice(0, tab)))
    for (const word of line.slice(tab + 1).split(' ')) fine.set(word, id)
  }
  return {
    fine: word => fine.get(word) ?? 0,
    coarse: word => coarseOf[fine.get(word) ?? 0]!,
  }
}
