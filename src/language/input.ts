/** The part of a sentence the models read: one entry a word, struct of arrays, filled once. */

import { ownCopy } from '../util/remember.ts'
import { hashString } from './hash.ts'
import { normaliseForm, wordShape } from './normalise.ts'

/** Gives a word's cluster ids, 0 where unknown. */
export interface Clusters {
  /** Rows 1 … `size`. */
  readonly size: number
  /** Fine cluster of each row; 0 for the unknown word and for numbers. */
  readonly fineOf: readonly number[]
  id(word: string): number
  fine(word: string): number
  coarse(word: string): number
}

/** What is hashed once a word type, however often the word occurs. */
export interface WordType {
  /** Tells types apart; 0 is none's. */
  readonly serial: number
  readonly norm: string
  /** Row in the vocabulary, 0 where unknown. */
  readonly id: number
  readonly word: number
  readonly suffix2: number
  readonly suffix3: number
  readonly prefix2: number
  readonly prefix3: number
  readonly shape: number
  readonly fine: number
  readonly coarse: number
}

const SEED = { word: 1, suffix2: 3, suffix3: 5, prefix2: 7, prefix3: 9 }
export const CACHE_LIMIT = 100_000

/** Looks words up, remembering the hashes of those seen before. */
export class WordTypes {
  private readonly clusters: Clusters
  private cache = new Map<string, WordType>()
  private given = 0

  constructor(clusters: Clusters) {
    this.clusters = clusters
  }

  get(form: string): WordType {
    const known = this.cache.get(form)
    if (known) return known
    const own = ownCopy(form)
    const norm = normaliseForm(own)
    const type: WordType = {
      serial: ++this.given,
      norm,
      id: this.clusters.id(norm),
      word: hashString(norm, SEED.word),
      suffix2: hashString(norm.slice(-2), SEED.suffix2),
      suffix3: hashString(norm.slice(-3), SEED.suffix3),
      prefix2: hashString(norm.slice(0, 2), SEED.prefix2),
      prefix3: hashString(norm.slice(0, 3), SEED.prefix3),
      shape: wordShape(form),
      fine: this.clusters.fine(norm),
      coarse: this.clusters.coarse(norm),
    }
    if (this.cache.size >= CACHE_LIMIT) this.cache = new Map()
    this.cache.set(own, type)
    return type
  }
}
