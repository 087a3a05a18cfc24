import { expect, it } from 'vitest'
import { Tagger } from '../../scripts/language/tagger.ts'
import { openDataFiles } from '../../src/data-files.ts'
import { readClusters } from '../../src/language/clusters.ts'
import { WordTypes } from '../../src/language/input.ts'
import { Kernel } from '../../src/language/kernel.ts'
import { CLUSTERS_PATH, KERNEL_PATH } from '../../src/language/model.ts'
import { QuickTagger } from '../../src/language/quick-tagger.ts'
import { SPARSE_HEADER_BYTES, SparseModel } from '../../src/language/sparse-model.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'

const TAGS = 7
const SLOT_BITS = 12

/** A table filled with rows of noise, so that many features find one by chance. */
function noise(random: () => number): SparseModel {
  const slots = 1 << SLOT_BITS
  const whole = (limit: number) => Math.floor(random() * limit)
  const lengths = Array.from({ length: slots }, () => (random() < 0.9 ? 1 + whole(3) : 0))
  const rows = lengths.filter(length => length > 0).length
  const entries = lengths.reduce((sum, length) => sum + length, 0)
  const bytes = new Uint8Array(SPARSE_HEADER_BYTES + slots + rows * 2 + entries * 2)
  new Uint32Array(bytes.buffer, 0, 3).set([SLOT_BITS, rows, entries])
  bytes.set(lengths, SPARSE_HEADER_BYTES)
  let at = SPARSE_HEADER_BYTES + slots
  for (let row = 0; row < rows; row++, at += 2) bytes.set([whole(256), whole(1)], at)
  for (let entry = 0; entry < entries; entry++) bytes[at++] = whole(TAGS)
  for (let entry = 0; entry < entries; entry++) bytes[at++] = whole(256)
  return new SparseModel(bytes, TAGS)
}

it('scores as the tagger without a memory does, also when rows take each other’s places', () => {
  const random = seededRandom(5)
  const model = noise(random)
  const plain = new Tagger(model)
  const quick = new QuickTagger(model, new Kernel(openDataFiles(KERNEL_PATH)))
  const types = new WordTypes(readClusters(openDataFiles(CLUSTERS_PATH)))
  for (let sentence = 0; sentence < 3000; sentence++) {
    const vocabulary = sentence % 3 === 0 ? 40 : 40_000
    const words = Array.from({ length: sentence % 25 }, () => types.get(`w${Math.floor(random() * vocabulary)}x`))
    const tags = new Int32Array(words.length)
    for (let i = 0; i < words.length; i++) {
      const best = quick.best(words, i, tags)
      expect(best).toBe(plain.best(words, i, tags))
      expect(quick.scores.every((score, tag) => score === plain.scores[tag])).toBe(true)
      tags[i] = best
    }
  }
})
