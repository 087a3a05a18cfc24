import { packEnclose, packSiblings } from 'd3-hierarchy'
import type { HearsayGraph } from '../types.ts'
import { componentsOf } from './components.ts'
import { type Body, placeComponent } from './place-component.ts'

/** Free space between components, in the unit of node sizes. */
const GAP = 24

/**
 * Sets x and y on every node: each connected component by forces, then the components side by side in one disc, the
 * largest in the middle, so that nothing flies off. Sizes must be set; positions are in their unit, y up, the middle
 * at 0, 0.
 */
export function layOut(graph: HearsayGraph): void {
  const placed = componentsOf(graph).map(nodes => placeComponent(graph, nodes))
  const circles = placed.map(bodies => ({ ...around(bodies), bodies }))
  const packed = packSiblings(circles.map(circle => ({ ...circle, r: circle.r + GAP / 2 })))
  for (const [i, { x, y }] of packed.entries()) {
    const circle = circles[i]!
    for (const body of circle.bodies) {
      graph.mergeNodeAttributes(body.node, {
        x: hundredths(x + body.x - circle.x),
        y: hundredths(y + body.y - circle.y),
      })
    }
  }
}

function around(bodies: readonly Body[]): { x: number; y: number; r: number } {
  return packEnclose(bodies.map(({ x, y, size }) => ({ x, y, r: size })))
}

function hundredths(value: number): number {
  // Adding 0 turns -0, which JSON writes as 0, into 0.
  return Math.round(value * 100) / 100 + 0
}
