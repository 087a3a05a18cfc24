import { expect, it } from 'vitest'
import { openDataFiles } from '../../../src/data-files.ts'
import { LABELS } from '../../../src/entities/names/labels.ts'
import { keyOf, readNameModel, writeNameModel } from '../../../src/entities/names/model.ts'
import { KERNEL_PATH, RowSums } from '../../../src/entities/names/row-sums.ts'
import { seededRandom } from '../../../src/util/seeded-random.ts'

const random = seededRandom(7)
const whole = (limit: number) => Math.floor(random() * limit)
const transitions = new Float32Array((LABELS + 1) * LABELS)

it.each([3, 20, 5000])('sums the rows of features that a model of %i rows knows', rows => {
  const keys = Int32Array.from({ length: rows }, (_, row) => (row === 0 ? 0 : whole(2 ** 32) | 0))
  const model = readNameModel(
    writeNameModel({
      keys,
      weights: Int8Array.from({ length: rows * LABELS }, () => whole(255) - 127),
      unit: 1,
      first: transitions,
      second: transitions,
      bias: new Float32Array(LABELS),
    }),
  )
  const rowSums = new RowSums(openDataFiles(KERNEL_PATH), model)
  for (const count of [0, 1, 7, 150, 256, 257, 600]) {
    const features = Int32Array.from({ length: 600 }, () => (random() < 0.6 ? keys[whole(rows)]! : whole(2 ** 32) | 0))
    const expected = new Int32Array(LABELS)
    for (const feature of features.subarray(0, count)) {
      const row = model.table.find(keyOf(feature))
      if (row >= 0)
        for (let label = 0; label < LABELS; label++) expected[label]! += model.weights[row * LABELS + label]!
    }
    rowSums.add(features, count)
    expect(rowSums.sums).toEqual(expected)
  }
})
