/** Open-addressing table from 32-bit keys to positions 0, 1, 2, … in the order of insertion. */
export class IntTable {
  size = 0
  private keys: Int32Array
  private positions: Int32Array
  private shift: number

  constructor(capacity = 16) {
    const bits = Math.max(4, Math.ceil(Math.log2(capacity * 2)))
    this.keys = new Int32Array(1 << bits)
    this.positions = new Int32Array(1 << bits)
    this.shift = 32 - bits
  }

  /** The position of `key`, or -1. */
  find(key: number): number {
    const { keys, positions } = this
    const mask = keys.length - 1
    if (key === 0) key = 1
    let slot = Math.imul(key, 0x9e3779b1) >>> this.shift
    for (;;) {
      const found = keys[slot]!
      if (found === key) return positions[slot]!
      if (found === 0) return -1
      slot = (slot + 1) & mask
    }
  }

  /** The position of `key`, which is given one if it is new. */
  add(key: number): number {
    const known = this.find(key)
    if (known >= 0) return known
    if (this.size * 2 >= this.keys.length) this.grow()
    this.put(key === 0 ? 1 : key, this.size)
    return this.size++
  }

  forEach(use: (key: number, position: number) => void): void {
    this.keys.forEach((key, slot) => {
      if (key !== 0) use(key, this.positions[slot]!)
    })
  }

  private put(key: number, position: number): void {
    const mask = this.keys.length - 1
    let slot = Math.imul(key, 0x9e3779b1) >>> this.shift
    while (this.keys[slot] !== 0) slot = (slot + 1) & mask
    this.keys[slot] = key
    this.positions[slot] = position
  }

  private grow(): void {
    const { keys, positions } = this
    this.keys = new Int32Array(keys.length * 2)
    this.positions = new Int32Array(keys.length * 2)
    this.shift--
    keys.forEach((key, slot) => {
      if (key !== 0) this.put(key, positions[slot]!)
    })
  }
}
