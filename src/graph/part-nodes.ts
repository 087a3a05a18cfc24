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
  const cell = 2 * largest + margin
  for (let round = 0; round < rounds; round++) {
    if (!pushOnce(discs, margin, cell)) return
  }
}

/** One round over all pairs in neighbouring cells of a grid; whether any was too near. */
function pushOnce(discs: readonly Disc[], margin: number, cell: number): boolean {
  const grid = new Map<string, number[]>()
  const place = (value: number) => Math.floor(value / cell)
  for (const [i, { x, y }] of discs.entries()) {
    const key = `${place(x)} ${place(y)}`
    const inside = grid.get(key)
    if (inside) inside.push(i)
    else grid.set(key, [i])
  }
  let moved = false
  for (const [i, disc] of discs.entries()) {
    const [column, row] = [place(disc.x), place(disc.y)]
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const j of grid.get(`${column + dx} ${row + dy}`) ?? []) {
          if (j > i && push(disc, discs[j]!, margin, i + j)) moved = true
        }
      }
    }
  }
  return moved
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
