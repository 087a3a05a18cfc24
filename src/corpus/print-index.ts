/** Which texts hold a print. Typed arrays throughout: millions of prints take tens of megabytes. */
export class PrintIndex {
  /** Last entry of each bucket, 0 for none; entry n is described at index n of the arrays below. */
  #buckets = new Int32Array(1 << 16)
  #prints = new Uint32Array(1 << 16)
  #texts = new Int32Array(1 << 16)
  #before = new Int32Array(1 << 16)
  #size = 0

  /** Notes that a text, given by its number, holds a print. */
  add(print: number, text: number): void {
    if (this.#size + 1 === this.#prints.length) this.#grow()
    const entry = ++this.#size
    const bucket = print & (this.#buckets.length - 1)
    this.#prints[entry] = print
    this.#texts[entry] = text
    this.#before[entry] = this.#buckets[bucket]!
    this.#buckets[bucket] = entry
  }

  /** The texts that hold a print, the latest first; at most `limit`, for what very many hold tells nothing. */
  find(print: number, limit: number): number[] {
    const found: number[] = []
    for (let entry = this.#buckets[print & (this.#buckets.length - 1)]!; entry !== 0; entry = this.#before[entry]!) {
      if (this.#prints[entry] === print) found.push(this.#texts[entry]!)
      if (found.length === limit) break
    }
    return found
  }

  #grow(): void {
    const length = this.#prints.length * 2
    const longer = <List extends Int32Array | Uint32Array>(list: List, target: List): List => {
      target.set(list)
      return target
    }
    this.#prints = longer(this.#prints, new Uint32Array(length))
    this.#texts = longer(this.#texts, new Int32Array(length))
    this.#before = new Int32Array(length)
    this.#buckets = new Int32Array(length)
    for (let entry = 1; entry <= this.#size; entry++) {
      const bucket = this.#prints[entry]! & (length - 1)
      this.#before[entry] = this.#buckets[bucket]!
      this.#buckets[bucket] = entry
    }
  }
}
