/** Pairs of indexes with a score, some bytes each, however many there are. */
export class ScoredPairs {
  #firsts = new Int32Array(1024)
  #seconds = new Int32Array(1024)
  #scores = new Float64Array(1024)
  #size = 0

  add(first: number, second: number, score: number): void {
    if (this.#size === this.#scores.length) {
      const length = this.#size * 2
      const [firsts, seconds, scores] = [new Int32Array(length), new Int32Array(length), new Float64Array(length)]
      firsts.set(this.#firsts)
      seconds.set(this.#seconds)
      scores.set(this.#scores)
      this.#firsts = firsts
      this.#seconds = seconds
      this.#scores = scores
    }
    this.#firsts[this.#size] = first
    this.#seconds[this.#size] = second
    this.#scores[this.#size++] = score
  }

  /** The pairs, those with the highest score first, equals by their indexes. */
  *surestFirst(): Generator<readonly [first: number, second: number]> {
    const [firsts, seconds, scores] = [this.#firsts, this.#seconds, this.#scores]
    const order = Uint32Array.from({ length: this.#size }, (_, index) => index).sort(
      (x, y) => scores[y]! - scores[x]! || firsts[x]! - firsts[y]! || seconds[x]! - seconds[y]!,
    )
    for (const index of order) yield [firsts[index]!, seconds[index]!]
  }
}
