export interface Point {
  readonly x: number
  readonly y: number
}

/** In screen coordinates: y runs downward. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Control point of the curve that `@sigma/edge-curve` draws, in screen coordinates (y downward). */
export function controlPoint(source: Point, target: Point, curvature: number): Point {
  return {
    x: (source.x + target.x) / 2 + (target.y - source.y) * curvature,
    y: (source.y + target.y) / 2 - (target.x - source.x) * curvature,
  }
}

/** The place on a quadratic curve a share of the way along it. */
export function onCurve(from: Point, control: Point, to: Point, share: number): Point {
  const rest = 1 - share
  return {
    x: rest * rest * from.x + 2 * rest * share * control.x + share * share * to.x,
    y: rest * rest * from.y + 2 * rest * share * control.y + share * share * to.y,
  }
}

/** The place at a distance from one on the way to another. */
export function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance }
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
