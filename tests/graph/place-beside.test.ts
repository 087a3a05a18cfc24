import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convexHull } from '../../src/graph/convex-hull.ts'
import { placeBeside } from '../../src/graph/place-beside.ts'

const GAP = 24
const disc = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
  size: fc.double({ min: 4, max: 40, noNaN: true }),
})
const crowds = fc.array(disc, { minLength: 1, maxLength: 30 })
const sizes = fc.array(fc.double({ min: 4, max: 120, noNaN: true }), { maxLength: 25 })

describe('the hull of points', () => {
  it('is the outer corners alone, anticlockwise', () => {
    const square = [
      [0, 0],
      [1, 1],
      [2, 0],
      [2, 2],
      [0, 2],
      [1, 0],
    ].map(([x, y]) => ({ x: x!, y: y! }))
    expect(convexHull(square)).toEqual([
      { x: 0, y: 0 },
      { x: 2, y: 0 },
      { x: 2, y: 2 },
      { x: 0, y: 2 },
    ])
  })
})

describe('circles beside a crowd', () => {
  /** The corners of a diamond: all four corners of its box are free. */
  const diamond = [
    [0, 500],
    [500, 0],
    [0, -500],
    [-500, 0],
  ].map(([x, y]) => ({ x: x!, y: y!, size: 10 }))

  it('take the corners of its box, so that the picture does not grow', () => {
    for (const { x, y } of placeBeside(diamond, [60, 40, 40, 30, 30, 20], GAP)) {
      expect(Math.abs(x)).toBeLessThanOrEqual(510)
      expect(Math.abs(y)).toBeLessThanOrEqual(510)
      expect(Math.abs(x) + Math.abs(y)).toBeGreaterThan(510)
    }
  })

  it('frame it where the corners are full', () => {
    const places = placeBeside(
      diamond,
      Array.from({ length: 120 }, () => 60),
      GAP,
    )
    const reach = Math.max(...places.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))))
    expect(reach).toBeGreaterThan(510)
    expect(reach).toBeLessThan(1100)
  })

  it('cover neither each other nor any of the crowd, and stand in the same places every time', () => {
    fc.assert(
      fc.property(crowds, sizes, (crowd, given) => {
        const radii = given.toSorted((a, b) => b - a)
        const places = placeBeside(crowd, radii, GAP)
        expect(placeBeside(crowd, radii, GAP)).toEqual(places)
        const discs = places.map((place, i) => ({ ...place, size: radii[i]! }))
        for (const [i, a] of discs.entries()) {
          // The hull is drawn through eight points of each disc, which leaves out a sliver of it.
          for (const b of crowd)
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.size + b.size * 0.9 + GAP - 1)
          for (const b of discs.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.size + b.size + GAP - 1)
        }
      }),
      { numRuns: 40 },
    )
  })
})
