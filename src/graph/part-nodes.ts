/** A disc that can be moved. */
export interface Disc {
  x: number
  y: number
  readonly size: number
}

/** Looks away from each other for discs in the same spot: no two nodes get the same direction. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Moves discs apart until none is nearer to another than `margin`, or for `rounds` rounds. Each pair that is too near
 * shares the way; a moved disc stands in its new place at once, so that most crowds part within some tens of rounds.
 */
export function partNodes(discs: readonly Disc[], margin: number, rounds: number): void {
  let largest = 0
  for (const { size } of discs) largest = Math.max(largest, size)
  const grid = new Grid(discs.length, 2 * largest + margin)
  for (let round = 0; round < rounds; round++) {
    grid.fill(discs)
    if (!pushOnce(discs, margin, grid)) return
  }
}

/** One round over all pairs in neighbouring cells of a grid; whether any was too near. */
function pushOnce(discs: readonly Disc[], margin: number, grid: Grid): boolean {
  let moved = false
  for (const [i, disc] of discs.entries()) {
    const [column, row] = [grid.place(disc.x), grid.place(disc.y)]
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let j = grid.firstIn(column + dx, row + dy); j >= 0; j = grid.after(j)) {
          if (j > i && grid.isIn(j, column + dx, row + dy) && push(disc, discs[j]!, margin, i + j)) moved = true
        }
      }
    }
  }
  return moved
}

/** Which discs stand in which cell, as lists in typed arrays: they are filled anew in each round. Cells may share a list. */
class Grid {
  readonly #cell: number
  readonly #columns: Float64Array
  readonly #rows: Float64Array
  readonly #first: Int32Array
  readonly #next: Int32Array

  /** @param cell width of a cell */
  constructor(discs: number, cell: number) {
    this.#cell = cell
    this.#columns = new Float64Array(discs)
    this.#rows = new Float64Array(discs)
    this.#next = new Int32Array(discs)
    this.#first = new Int32Array(2 ** Math.ceil(Math.log2(discs + 1)))
  }

  fill(discs: readonly Disc[]): void {
    this.#first.fill(-1)
    // From the last on, so that lists run from the first.
    for (let i = discs.length - 1; i >= 0; i--) {
      const [column, row] = [this.place(discs[i]!.x), this.place(discs[i]!.y)]
      this.#columns[i] = column
      this.#rows[i] = row
      const list = this.#listOf(column, row)
      this.#next[i] = this.#first[list]!
      this.#first[list] = i
    }
  }

  /** Column or row of a coordinate. */
  place(value: number): number {
    return Math.floor(value / this.#cell)
  }

  /** The first disc of the cell's list; -1 where it is empty. */
  firstIn(column: number, row: number): number {
    return this.#first[this.#listOf(column, row)]!
  }

  /** The next of the same list, always a later one; -1 at its end. */
  after(disc: number): number {
    return this.#next[disc]!
  }

  /** Whether a disc stood in a cell when the grid was filled. */
  isIn(disc: number, column: number, row: number): boolean {
    return this.#columns[disc] === column && this.#rows[disc] === row
  }

  #listOf(column: number, row: number): number {
    return (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b)) & (this.#first.length - 1)
  }
}

function push(a: Disc, b: Disc, margin: number, turn: number): boolean {
  const wanted = a.size + b.size + margin
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const distance = Math.sqrt(dx * dx + dy * dy)
  // A thousandth is left, so that rounding does not keep two discs at it for ever.
  if (distance >= wanted * 0.999) return false
  const [ux, uy] =
    distance > 0 ? [dx / distance, dy / distance] : [Math.cos(turn * GOLDEN_ANGLE), Math.sin(turn * GOLDEN_ANGLE)]
  const way = (wanted - distance) / 2
  a.x -= ux * way
  a.y -= uy * way
  b.x += ux * way
  b.y += uy * way
  return true
}
