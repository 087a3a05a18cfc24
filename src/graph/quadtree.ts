/** How often two bodies in the same quarter are parted further before one of them is left out of the tree. */
const SUBDIVISIONS = 3

/**
 * The tree of squares of Barnes and Hut, in typed arrays that are used again in every round: hundreds of thousands of
 * bodies need millions of squares.
 *
 * Source: J. Barnes, P. Hut, A hierarchical O(N log N) force-calculation algorithm (1986); G. Plique's
 * graphology-layout-forceatlas2 (MIT), which this follows step by step.
 */
export class Quadtree {
  /** Body in a square that has no parts; -1 for none. */
  body = new Int32Array(0)
  /** First of the four parts of a square; -1 where it has none. */
  child = new Int32Array(0)
  /** Square to look at when one is done with; -1 after the last. */
  next = new Int32Array(0)
  /** Half the length of a side. */
  size = new Float64Array(0)
  mass = new Float64Array(0)
  /** Middle of the mass. */
  massX = new Float64Array(0)
  massY = new Float64Array(0)
  #middleX = new Float64Array(0)
  #middleY = new Float64Array(0)
  #squares = 0

  /** @param bodies how many there will be */
  constructor(bodies: number) {
    this.#makeRoom(4 * bodies + 5)
  }

  /** Builds the tree of bodies at some places anew. */
  fill(xs: Float32Array, ys: Float32Array, masses: Float32Array): void {
    let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    let [top, bottom] = [left, right]
    for (let n = 0; n < xs.length; n++) {
      left = Math.min(left, xs[n]!)
      right = Math.max(right, xs[n]!)
      top = Math.min(top, ys[n]!)
      bottom = Math.max(bottom, ys[n]!)
    }
    const [width, height] = [right - left, bottom - top]
    if (width > height) {
      top -= (width - height) / 2
      bottom = top + width
    } else {
      left -= (height - width) / 2
      right = left + height
    }
    this.#squares = 0
    this.#addSquare((left + right) / 2, (top + bottom) / 2, Math.max(right - left, bottom - top), -1)
    for (let n = 0; n < xs.length; n++) this.#add(n, xs, ys, masses)
  }

  #add(n: number, xs: Float32Array, ys: Float32Array, masses: Float32Array): void {
    const [x, y, mass] = [xs[n]!, ys[n]!, masses[n]!]
    let attempts = SUBDIVISIONS
    let square = 0
    for (;;) {
      if (this.child[square]! >= 0) {
        const before = this.mass[square]!
        this.massX[square] = (this.massX[square]! * before + x * mass) / (before + mass)
        this.massY[square] = (this.massY[square]! * before + y * mass) / (before + mass)
        this.mass[square]! += mass
        square = this.#quarter(square, x, y)
        continue
      }
      const other = this.body[square]!
      if (other < 0) {
        this.body[square] = n
        return
      }
      this.#split(square)
      this.mass[square] = masses[other]!
      this.massX[square] = xs[other]!
      this.massY[square] = ys[other]!
      this.body[square] = -1
      const its = this.#quarter(square, xs[other]!, ys[other]!)
      const own = this.#quarter(square, x, y)
      this.body[its] = other
      if (its !== own) {
        this.body[own] = n
        return
      }
      // Beyond that two places are one as far as numbers tell.
      if (attempts-- === 0) return
      square = its
    }
  }

  #quarter(square: number, x: number, y: number): number {
    const first = this.child[square]!
    return first + (x < this.#middleX[square]! ? 0 : 2) + (y < this.#middleY[square]! ? 0 : 1)
  }

  #split(square: number): void {
    const [x, y, size] = [this.#middleX[square]!, this.#middleY[square]!, this.size[square]! / 2]
    const first = this.#squares
    this.child[square] = first
    this.#addSquare(x - size, y - size, size, first + 1)
    this.#addSquare(x - size, y + size, size, first + 2)
    this.#addSquare(x + size, y - size, size, first + 3)
    this.#addSquare(x + size, y + size, size, this.next[square]!)
  }

  #addSquare(x: number, y: number, size: number, next: number): void {
    const square = this.#squares++
    if (square === this.body.length) this.#makeRoom(2 * square)
    this.#middleX[square] = x
    this.#middleY[square] = y
    this.size[square] = size
    this.next[square] = next
    this.body[square] = -1
    this.child[square] = -1
    this.mass[square] = 0
    this.massX[square] = 0
    this.massY[square] = 0
  }

  #makeRoom(squares: number): void {
    const wider = (old: Float64Array) => {
      const list = new Float64Array(squares)
      list.set(old)
      return list
    }
    const wider32 = (old: Int32Array) => {
      const list = new Int32Array(squares)
      list.set(old)
      return list
    }
    this.body = wider32(this.body)
    this.child = wider32(this.child)
    this.next = wider32(this.next)
    this.size = wider(this.size)
    this.mass = wider(this.mass)
    this.massX = wider(this.massX)
    this.massY = wider(this.massY)
    this.#middleX = wider(this.#middleX)
    this.#middleY = wider(this.#middleY)
  }
}
