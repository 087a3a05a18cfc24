/** Word clusters: words that occur in like company share an id (Koo, Carreras & Collins 2008; here k-means of vectors). */

import type { Clusters } from './input.ts'

/** What numbers are normalised to; they have rows in the vocabulary, after the words. */
const NUMBERS = ['!num', '!year']

/** Reads the table: one line a fine cluster, `coarse id <tab> word word …`; all ids start at 1. */
export function readClusters(bytes: Uint8Array): Clusters {
  const ids = new Map<string, number>()
  const fineOf: number[] = [0]
  const coarseOf: number[] = [0]
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const fine = coarseOf.length
    coarseOf.push(Number(line.slice(0, tab)))
    for (const word of line.slice(tab + 1).split(' ')) {
      ids.set(word, fineOf.length)
      fineOf.push(fine)
    }
  }
  for (const name of NUMBERS) {
    ids.set(name, fineOf.length)
    fineOf.push(0)
  }
  const id = (word: string) => ids.get(word) ?? 0
  return {
    size: fineOf.length,
    fineOf,
    id,
    fine: word => fineOf[id(word)]!,
    coarse: word => coarseOf[fineOf[id(word)]!]!,
  }
}
