/** One model whose scores are the mean of several models' scores: linear models may be averaged weight by weight. */

import { LABELS } from '../../src/entities/names/labels.ts'
import type { ModelParts } from '../../src/entities/names/model.ts'

/** Weights that end up below this many units are dropped with their row. */
const LEAST_UNITS = 1

export function averageModels(models: readonly ModelParts[]): ModelParts {
  const { unit, bias } = models[0]!
  const sums = new Map<number, Float32Array>()
  for (const model of models) {
    model.keys.forEach((key, row) => {
      let sum = sums.get(key)
      if (!sum) sums.set(key, (sum = new Float32Array(LABELS)))
      for (let label = 0; label < LABELS; label++) {
        sum[label]! += (model.weights[row * LABELS + label]! * model.unit) / unit / models.length
      }
    })
  }
  const kept = [...sums].filter(([, sum]) => sum.some(value => Math.abs(value) >= LEAST_UNITS))
  const mean = (of: (model: ModelParts) => Float32Array) =>
    of(models[0]!).map((_, i) => models.reduce((sum, model) => sum + of(model)[i]!, 0) / models.length)
  return {
    keys: Int32Array.from(kept, ([key]) => key),
    weights: Int8Array.from(kept.flatMap(([, sum]) => Array.from(sum, value => Math.round(value)))),
    unit,
    first: mean(model => model.first),
    second: mean(model => model.second),
    bias,
  }
}
