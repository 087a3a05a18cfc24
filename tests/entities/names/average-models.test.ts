import { describe, expect, it } from 'vitest'
import { averageModels } from '../../../scripts/names/average-models.ts'
import { LABELS } from '../../../src/entities/names/labels.ts'
import type { ModelParts } from '../../../src/entities/names/model.ts'

const model = (keys: readonly number[], weight: number, unit: number): ModelParts => ({
  keys: Int32Array.from(keys),
  weights: new Int8Array(keys.length * LABELS).fill(weight),
  unit,
  first: new Float32Array((LABELS + 1) * LABELS).fill(weight),
  second: new Float32Array((LABELS + 1) * LABELS),
  bias: new Float32Array(LABELS),
})

describe('averageModels', () => {
  it('takes the mean of each weight in the units of the first, a missing one being nothing', () => {
    const mean = averageModels([model([1, 2], 10, 0.1), model([2, 3], 20, 0.2)])
    const row = (key: number) => mean.weights[mean.keys.indexOf(key) * LABELS]
    expect([row(1), row(2), row(3), mean.first[0]]).toEqual([5, 25, 20, 15])
  })

  it('drops rows that hardly weigh', () => {
    expect([...averageModels([model([1], 1, 0.1), model([2], 9, 0.1)]).keys]).toEqual([2])
  })
})
