/** Rows of whole numbers, four bytes each, that can be listed by their first number. */
export class IntRows {
  readonly #width: number
  #values: Int32Array
  #size = 0

  /** @param width numbers in a row */
  constructor(width: number) {
    this.#width = width
    this.#values = new Int32Array(width * 1024)
  }

  add(...row: readonly number[]): void {
    const start = this.#size * this.#width
    if (start === this.#values.length) {
      const longer = new Int32Array(start * 2)
      longer.set(this.#values)
      this.#values = longer
    }
    this.#values.set(row, start)
    this.#size++
  }

  get(row: number, column: number): number {
    return this.#values[row * this.#width + column]!
  }

  /**
   * Lists the rows that open with a number, in the order of adding.
   *
   * @param groups one more than the largest number that opens a row
   */
  byFirst(groups: number): (first: number) => Int32Array {
    const starts = new Int32Array(groups + 1)
    for (let row = 0; row < this.#size; row++) starts[this.get(row, 0) + 1]!++
    for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!
    const filled = starts.slice()
    const sorted = new Int32Array(this.#size)
    for (let row = 0; row < this.#size; row++) sorted[filled[this.get(row, 0)]!++] = row
    return first => sorted.subarray(starts[first]!, starts[first + 1]!)
  }
}
