/** Anything that gives each class a score for a bag of hashed features: the shipped model, or one in training. */
export interface Scorer {
  readonly classes: number
  /** Fills `scores[0 … classes)` with the sums over `features[0 … count)`. */
  score(features: Int32Array, count: number, scores: Float64Array): void
}
