import { convexHull, type Point } from './convex-hull.ts'

/** A disc that has its place. */
interface Disc extends Point {
  readonly size: number
}

/** Cells along a side of the square that is searched, at most. */
const MOST_CELLS = 400

/** Circles whose radii differ by less are placed alike, so that the search goes on where it stood. */
const STEP = 4

const AT_A_TIME = 10_000

/** How many corners stand for a disc when the hull is drawn around it. */
const CORNERS = 8

/**
 * Finds places for circles beside a crowd of discs, none within the crowd's convex hull (where its lines run) and none
 * nearer than `gap` to another: the corners of the crowd's bounding box first, so that the picture does not grow, then in
 * frames around it.
 *
 * @param radii of the circles, in the order in which they are served: larger ones first fill the plane better
 * @returns middles of the circles, in the coordinates of the crowd
 */
export function placeBeside(crowd: readonly Disc[], radii: readonly number[], gap: number): Point[] {
  if (radii.length === 0) return []
  const hull = hullOf(crowd)
  const box = boxOf(hull)
  const field = makeField(box, radii, gap)
  for (let cell = 0; cell < field.side ** 2; cell++) field.clearance[cell] = distanceTo(hull, field.at(cell))
  const norm = (cell: number) => {
    const { x, y } = field.at(cell)
    return Math.max(Math.abs(x - box.x) / box.halfWidth, Math.abs(y - box.y) / box.halfHeight)
  }
  const norms = Float64Array.from({ length: field.side ** 2 }, (_, cell) => norm(cell))
  const outwards = [...norms.keys()].sort((a, b) => norms[a]! - norms[b]! || a - b)
  const edge = outwards.findIndex(cell => norms[cell]! > 1)
  let [radius, inside, outside] = [-1, 0, 0]
  return radii.map(wanted => {
    const needed = Math.ceil(wanted / STEP) * STEP
    // What had no room for a circle has none for the next of its size.
    if (needed !== radius) [radius, inside, outside] = [needed, edge - 1, 0]
    const free = (cell: number) => field.clearance[cell]! >= radius + gap
    const within = (cell: number) => {
      const { x, y } = field.at(cell)
      return Math.abs(x - box.x) + radius <= box.halfWidth && Math.abs(y - box.y) + radius <= box.halfHeight
    }
    while (inside >= 0 && !(free(outwards[inside]!) && within(outwards[inside]!))) inside--
    if (inside < 0) while (outside < outwards.length - 1 && !free(outwards[outside]!)) outside++
    const cell = outwards[inside >= 0 ? inside : outside]!
    field.take(field.at(cell), radius)
    return field.at(cell)
  })
}

/** A square of cells around a box that has room for all circles, with the free radius around each cell's middle. */
function makeField(box: Box, radii: readonly number[], gap: number) {
  const room = 4 * box.halfWidth * box.halfHeight + radii.reduce((sum, radius) => sum + (2 * (radius + gap)) ** 2, 0)
  const largest = radii.reduce((most, radius) => Math.max(most, radius), 0)
  const half = Math.max(box.halfWidth, box.halfHeight, Math.sqrt(room)) + 2 * (largest + gap)
  const width = Math.max(gap / 2, (2 * half) / MOST_CELLS)
  const side = Math.ceil((2 * half) / width)
  const clearance = new Float64Array(side ** 2)
  const at = (cell: number): Point => ({
    x: box.x - half + ((cell % side) + 0.5) * width,
    y: box.y - half + (Math.floor(cell / side) + 0.5) * width,
  })
  return {
    side,
    clearance,
    at,
    /** Cells so near that a circle may no longer stand there. */
    take({ x, y }: Point, radius: number): void {
      const reach = radius + largest + gap + width
      const first = (value: number, middle: number) =>
        Math.max(0, Math.floor((value - reach - (middle - half)) / width))
      const last = (value: number, middle: number) =>
        Math.min(side - 1, Math.ceil((value + reach - (middle - half)) / width))
      for (let row = first(y, box.y); row <= last(y, box.y); row++) {
        for (let column = first(x, box.x); column <= last(x, box.x); column++) {
          const cell = row * side + column
          const place = at(cell)
          const free = Math.hypot(place.x - x, place.y - y) - radius
          if (free < clearance[cell]!) clearance[cell] = free
        }
      }
    },
  }
}

interface Box extends Point {
  readonly halfWidth: number
  readonly halfHeight: number
}

function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return { x: (left + right) / 2, y: (bottom + top) / 2, halfWidth: (right - left) / 2, halfHeight: (top - bottom) / 2 }
}

/** The hull around all discs, a few thousand of them at a time: their corners together would be millions of points. */
function hullOf(crowd: readonly Disc[]): Point[] {
  let hull: Point[] = []
  for (let from = 0; from < crowd.length; from += AT_A_TIME)
    hull = convexHull([...hull, ...crowd.slice(from, from + AT_A_TIME).flatMap(outline)])
  return hull
}

function outline({ x, y, size }: Disc): Point[] {
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI
    return { x: x + size * Math.cos(angle), y: y + size * Math.sin(angle) }
  })
}

/** Distance of a point from a convex polygon that runs anticlockwise; 0 within. */
function distanceTo(hull: readonly Point[], { x, y }: Point): number {
  let nearest = Number.POSITIVE_INFINITY
  let inside = true
  for (const [i, a] of hull.entries()) {
    const b = hull[(i + 1) % hull.length]!
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    if (dx * (y - a.y) - dy * (x - a.x) < 0) inside = false
    const share = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)))
    nearest = Math.min(nearest, Math.hypot(x - a.x - share * dx, y - a.y - share * dy))
  }
  return inside ? 0 : nearest
}
