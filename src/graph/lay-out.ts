import { packEnclose } from 'd3-hierarchy'
import type { HearsayGraph } from '../types.ts'
import { componentsOf } from './components.ts'
import type { Point } from './convex-hull.ts'
import { placeBeside } from './place-beside.ts'
import { type Body, placeComponent } from './place-component.ts'

/** Free space between components, in the unit of node sizes. */
const GAP = 24

/** No two small components are turned alike. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Sets x and y on every node: each connected component by forces, then the others beside the largest, which fills the
 * picture. Sizes must be set; positions are in their unit, y up, the middle of all at 0, 0.
 */
export function layOut(graph: HearsayGraph): void {
  const [largest, ...others] = componentsOf(graph).map(nodes => placeComponent(graph, nodes))
  if (largest === undefined) return
  const circles = others.map(bodies => ({ ...around(bodies), bodies })).sort((a, b) => b.r - a.r)
  const places = placeBeside(
    largest,
    circles.map(({ r }) => r),
    GAP,
  )
  const placed = [
    ...largest,
    ...circles.flatMap(({ x, y, bodies }, i) =>
      bodies.map(body => turned(body, { x, y }, places[i]!, i * GOLDEN_ANGLE)),
    ),
  ]
  const [x, y] = [middleOf(placed.map(body => body.x)), middleOf(placed.map(body => body.y))]
  for (const body of placed)
    graph.mergeNodeAttributes(body.node, { x: hundredths(body.x - x), y: hundredths(body.y - y) })
}

/** A body of a crowd around `from` that is moved to `to` and turned: pairs by the hundred would look like hatching. */
function turned(body: Body, from: Point, to: Point, angle: number): Body {
  const [x, y, cos, sin] = [body.x - from.x, body.y - from.y, Math.cos(angle), Math.sin(angle)]
  return { ...body, x: to.x + x * cos - y * sin, y: to.y + x * sin + y * cos }
}

function around(bodies: readonly Body[]): { x: number; y: number; r: number } {
  return packEnclose(bodies.map(({ x, y, size }) => ({ x, y, r: size })))
}

function middleOf(values: readonly number[]): number {
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  return (least + most) / 2
}

function hundredths(value: number): number {
  // Adding 0 turns -0, which JSON writes as 0, into 0.
  return Math.round(value * 100) / 100 + 0
}
