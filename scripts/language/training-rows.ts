/**
 * Averaged perceptron weights, one sparse row of classes a feature. A row is made when its feature is first updated,
 * so features that never mattered cost nothing.
 */
import type { Scorer } from '../../src/language/scorer.ts'

export class TrainingRows implements Scorer {
  readonly classes: number
  private mask: number
  private keys: Int32Array
  private starts: Int32Array
  private lengths: Uint8Array
  private capacities: Uint8Array
  private updates: Uint16Array
  private rows = 0
  private used = 0
  private entryClass = new Uint8Array(1 << 20)
  private entryWeight = new Float32Array(1 << 20)
  private entryTotal = new Float64Array(1 << 20)
  /** Counts decisions, for averaging. */
  step = 1
  /** Rows updated less often than this are silent (Goldberg & Elhadad 2011): they mostly fit noise. */
  readonly minimumUpdates: number

  constructor(classes: number, minimumUpdates = 1, slotBits = 20) {
    this.classes = classes
    this.minimumUpdates = minimumUpdates
    const slots = 1 << slotBits
    this.mask = slots - 1
    this.keys = new Int32Array(slots)
    this.starts = new Int32Array(slots)
    this.lengths = new Uint8Array(slots)
    this.capacities = new Uint8Array(slots)
    this.updates = new Uint16Array(slots)
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0)
    const { entryClass, entryWeight, starts, lengths, updates, minimumUpdates } = this
    for (let k = 0; k < count; k++) {
      const slot = this.find(features[k]!)
      if (slot < 0 || updates[slot]! < minimumUpdates) continue
      const start = starts[slot]!
      const end = start + lengths[slot]!
      for (let e = start; e < end; e++) scores[entryClass[e]!]! += entryWeight[e]!
    }
  }

  /** Moves the weights of these features towards `good` and away from `bad`. */
  update(features: Int32Array, count: number, good: number, bad: number, amount = 1): void {
    for (let k = 0; k < count; k++) {
      const slot = this.findOrMake(features[k]!)
      if (this.updates[slot]! < 65535) this.updates[slot]!++
      this.add(slot, good, amount)
      this.add(slot, bad, -amount)
    }
  }

  /** Replaces each weight by its average over all decisions; training cannot go on after this. */
  average(): this {
    for (let e = 0; e < this.used; e++) this.entryWeight[e]! -= this.entryTotal[e]! / this.step
    return this
  }

  /** Every row that speaks, with its weights. */
  *speakingRows(): Generator<{ readonly feature: number; readonly weights: readonly (readonly [number, number])[] }> {
    for (let slot = 0; slot <= this.mask; slot++) {
      if (this.lengths[slot] === 0 || this.updates[slot]! < this.minimumUpdates) continue
      const weights: [number, number][] = []
      const start = this.starts[slot]!
      for (let e = start; e < start + this.lengths[slot]!; e++)
        weights.push([this.entryClass[e]!, this.entryWeight[e]!])
      yield { feature: this.keys[slot]!, weights }
    }
  }

  private find(feature: number): number {
    let slot = (feature ^ (feature >>> 15)) & this.mask
    while (this.lengths[slot] !== 0) {
      if (this.keys[slot] === feature) return slot
      slot = (slot + 1) & this.mask
    }
    return -1
  }

  private findOrMake(feature: number): number {
    let slot = (feature ^ (feature >>> 15)) & this.mask
    while (this.lengths[slot] !== 0) {
      if (this.keys[slot] === feature) return slot
      slot = (slot + 1) & this.mask
    }
    if (++this.rows * 2 > this.mask) {
      this.rehash()
      return this.findOrMake(feature)
    }
    this.keys[slot] = feature
    this.starts[slot] = this.allocate(2)
    this.capacities[slot] = 2
    return slot
  }

  private add(slot: number, target: number, amount: number): void {
    const start = this.starts[slot]!
    const length = this.lengths[slot]!
    let e = start
    while (e < start + length && this.entryClass[e] !== target) e++
    if (e === start + length) {
      if (length === this.capacities[slot]!) {
        e = this.move(slot)
      }
      this.lengths[slot] = length + 1
      this.entryClass[e] = target
      this.entryWeight[e] = 0
      this.entryTotal[e] = 0
    }
    this.entryWeight[e]! += amount
    this.entryTotal[e]! += amount * this.step
  }

  /** Copies a full row to twice the room; returns the first free entry. */
  private move(slot: number): number {
    const length = this.lengths[slot]!
    const capacity = Math.min(length * 2, 255)
    const from = this.starts[slot]!
    const to = this.allocate(capacity)
    this.entryClass.copyWithin(to, from, from + length)
    this.entryWeight.copyWithin(to, from, from + length)
    this.entryTotal.copyWithin(to, from, from + length)
    this.starts[slot] = to
    this.capacities[slot] = capacity
    return to + length
  }

  private allocate(entries: number): number {
    const at = this.used
    this.used += entries
    if (this.used > this.entryClass.length) {
      const capacity = Math.floor(this.entryClass.length * 1.6) + entries
      const grow = <T extends Uint8Array | Float32Array | Float64Array>(old: T, fresh: T): T => {
        fresh.set(old)
        return fresh
      }
      this.entryClass = grow(this.entryClass, new Uint8Array(capacity))
      this.entryWeight = grow(this.entryWeight, new Float32Array(capacity))
      this.entryTotal = grow(this.entryTotal, new Float64Array(capacity))
    }
    return at
  }

  private rehash(): void {
    const { keys, starts, lengths, capacities, updates, mask } = this
    const slots = (mask + 1) * 2
    this.mask = slots - 1
    this.keys = new Int32Array(slots)
    this.starts = new Int32Array(slots)
    this.lengths = new Uint8Array(slots)
    this.capacities = new Uint8Array(slots)
    this.updates = new Uint16Array(slots)
    for (let old = 0; old <= mask; old++) {
      if (lengths[old] === 0) continue
      const feature = keys[old]!
      let slot = (feature ^ (feature >>> 15)) & this.mask
      while (this.lengths[slot] !== 0) slot = (slot + 1) & this.mask
      this.keys[slot] = feature
      this.starts[slot] = starts[old]!
      this.lengths[slot] = lengths[old]!
      this.capacities[slot] = capacities[old]!
      this.updates[slot] = updates[old]!
    }
    this.rows--
  }
}
