/** Spherical k-means: unit vectors, cosine similarity, centres that start at random points. */

import { DIMENSIONS } from './vectors.ts'

export interface Clustering {
  readonly clusterOf: Int32Array
  readonly centres: Float32Array
}

/** @param sample points that move the centres; all are assigned in the last round */
export function kMeans(
  values: Float32Array,
  clusters: number,
  rounds: number,
  sample: number,
  random: () => number,
): Clustering {
  const count = values.length / DIMENSIONS
  const centres = new Float32Array(clusters * DIMENSIONS)
  const chosen = new Set<number>()
  while (chosen.size < clusters) chosen.add(Math.floor(random() * Math.min(count, 30_000)))
  ;[...chosen].forEach((point, k) => {
    centres.set(values.subarray(point * DIMENSIONS, (point + 1) * DIMENSIONS), k * DIMENSIONS)
  })
  const clusterOf = new Int32Array(count)
  for (let round = 0; round < rounds; round++) {
    const points = round < rounds - 1 ? Math.min(count, sample) : count
    for (let i = 0; i < points; i++) clusterOf[i] = nearest(values, i, centres, clusters)
    if (round < rounds - 1) move(values, points, clusterOf, centres)
  }
  return { clusterOf, centres }
}

function nearest(values: Float32Array, point: number, centres: Float32Array, clusters: number): number {
  const at = point * DIMENSIONS
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < clusters; k++) {
    const centre = k * DIMENSIONS
    let product = 0
    for (let d = 0; d < DIMENSIONS; d += 4) {
      product +=
        values[at + d]! * centres[centre + d]! +
        values[at + d + 1]! * centres[centre + d + 1]! +
        values[at + d + 2]! * centres[centre + d + 2]! +
        values[at + d + 3]! * centres[centre + d + 3]!
    }
    if (product > most) {
      most = product
      best = k
    }
  }
  return best
}

function move(values: Float32Array, points: number, clusterOf: Int32Array, centres: Float32Array): void {
  centres.fill(0)
  for (let i = 0; i < points; i++) {
    const centre = clusterOf[i]! * DIMENSIONS
    for (let d = 0; d < DIMENSIONS; d++) centres[centre + d] = centres[centre + d]! + values[i * DIMENSIONS + d]!
  }
  for (let centre = 0; centre < centres.length; centre += DIMENSIONS) {
    let length = 0
    for (let d = 0; d < DIMENSIONS; d++) length += centres[centre + d]! ** 2
    length = Math.sqrt(length) || 1
    for (let d = 0; d < DIMENSIONS; d++) centres[centre + d] = centres[centre + d]! / length
  }
}
