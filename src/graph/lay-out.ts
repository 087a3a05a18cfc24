import { packEnclose } from 'd3-hierarchy'
import { componentsOf } from './components.ts'
import type { Point } from './convex-hull.ts'
import { placeBeside } from './place-beside.ts'
import { type Body, componentPlacer } from './place-component.ts'
import type { Topology } from './topology.ts'

/** Free space between components, in the unit of node sizes. */
const GAP = 24

/** No two small components are turned alike. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Where each node stands, by its number. */
export interface Places {
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * Places every node: each connected component by forces, then the others beside the largest, which fills the picture.
 * Positions are in the unit of sizes, y up, the middle of all at 0, 0.
 *
 * @param sizes radii of the nodes
 * @param communities of the nodes
 */
export function layOut(topology: Topology, sizes: Float64Array, communities: Int32Array): Places {
  const [x, y] = [new Float64Array(topology.order), new Float64Array(topology.order)]
  const placeComponent = componentPlacer(topology, sizes, communities)
  const [largest, ...others] = componentsOf(topology).map(placeComponent)
  if (largest === undefined) return { x, y }
  const circles = others.map(bodies => ({ ...around(bodies), bodies })).sort((a, b) => b.r - a.r)
  const places = placeBeside(
    largest,
    circles.map(({ r }) => r),
    GAP,
  )
  const put = (node: number, place: Point) => {
    x[node] = place.x
    y[node] = place.y
  }
  for (const body of largest) put(body.node, body)
  for (const [i, { bodies, ...middle }] of circles.entries()) {
    for (const body of bodies) put(body.node, turned(body, middle, places[i]!, i * GOLDEN_ANGLE))
  }
  for (const values of [x, y]) {
    const middle = middleOf(values)
    for (let node = 0; node < values.length; node++) values[node] = hundredths(values[node]! - middle)
  }
  return { x, y }
}

/** Where a body of a crowd around `from` goes that is moved to `to` and turned: pairs by the hundred would look like hatching. */
function turned(body: Body, from: Point, to: Point, angle: number): Point {
  const [x, y, cos, sin] = [body.x - from.x, body.y - from.y, Math.cos(angle), Math.sin(angle)]
  return { x: to.x + x * cos - y * sin, y: to.y + x * sin + y * cos }
}

function around(bodies: readonly Body[]): { x: number; y: number; r: number } {
  return packEnclose(bodies.map(({ x, y, size }) => ({ x, y, r: size })))
}

function middleOf(values: Float64Array): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return (least + most) / 2
}

function hundredths(value: number): number {
  // Adding 0 turns -0, which JSON writes as 0, into 0.
  return Math.round(value * 100) / 100 + 0
}
