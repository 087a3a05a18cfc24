import { Quadtree } from './quadtree.ts'

/** Bodies by their number; the forces move them in place. */
export interface Bodies {
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Springs between bodies. */
export interface Springs {
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
}

const GRAVITY = 0.05
const SCALING = 10

/** Crowds beyond this are repelled by groups far away as by one body. */
const FEW = 500
/** How small a group must look to count as one body. */
const THETA = 0.5

/**
 * Runs ForceAtlas2 with strong gravity: what graphology-layout-forceatlas2 (G. Plique, MIT) computes, number for number.
 * That package makes a new tree of plain arrays in every round, which for some hundred thousand bodies leaves gigabytes
 * behind; here every array is made once.
 *
 * Source: M. Jacomy et al., ForceAtlas2 (2014).
 */
export function applyForces({ x, y }: Bodies, springs: Springs, rounds: number): void {
  const order = x.length
  const slowDown = 1 + Math.log(order)
  const mass = new Float32Array(order).fill(1)
  for (const [spring, weight] of springs.weights.entries()) {
    mass[springs.sources[spring]!]! += weight
    mass[springs.targets[spring]!]! += weight
  }
  const weights = Float32Array.from(springs.weights)
  const [dx, dy, oldX, oldY] = [0, 1, 2, 3].map(() => new Float32Array(order)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const convergence = new Float32Array(order).fill(1)
  const tree = order > FEW ? new Quadtree(order) : null
  for (let round = 0; round < rounds; round++) {
    oldX.set(dx)
    oldY.set(dy)
    dx.fill(0)
    dy.fill(0)
    if (tree === null) repelAll(x, y, mass, dx, dy)
    else {
      tree.fill(x, y, mass)
      for (let n = 0; n < order; n++) repelByTree(tree, n, x, y, mass, dx, dy)
    }
    for (let n = 0; n < order; n++) {
      if (x[n] === 0 && y[n] === 0) continue
      const pull = SCALING * mass[n]! * (GRAVITY / SCALING)
      dx[n]! -= x[n]! * pull
      dy[n]! -= y[n]! * pull
    }
    for (let spring = 0; spring < weights.length; spring++) {
      const [a, b] = [springs.sources[spring]!, springs.targets[spring]!]
      const forceX = (x[a]! - x[b]!) * -weights[spring]!
      const forceY = (y[a]! - y[b]!) * -weights[spring]!
      dx[a]! += forceX
      dy[a]! += forceY
      dx[b]! -= forceX
      dy[b]! -= forceY
    }
    for (let n = 0; n < order; n++) {
      const swinging = mass[n]! * length(oldX[n]! - dx[n]!, oldY[n]! - dy[n]!)
      const traction = length(oldX[n]! + dx[n]!, oldY[n]! + dy[n]!) / 2
      const calm = 1 + Math.sqrt(swinging)
      const speed = (convergence[n]! * Math.log(1 + traction)) / calm
      convergence[n] = Math.min(1, Math.sqrt((speed * (dx[n]! * dx[n]! + dy[n]! * dy[n]!)) / calm))
      x[n]! += dx[n]! * (speed / slowDown)
      y[n]! += dy[n]! * (speed / slowDown)
    }
  }
}

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y)

/** Repulsion between each two. */
function repelAll(x: Float32Array, y: Float32Array, mass: Float32Array, dx: Float32Array, dy: Float32Array): void {
  for (let a = 0; a < x.length; a++) {
    for (let b = 0; b < a; b++) {
      const [farX, farY] = [x[a]! - x[b]!, y[a]! - y[b]!]
      const distance = length(farX, farY)
      if (distance === 0) continue
      const factor = (SCALING * mass[a]! * mass[b]!) / distance / distance
      dx[a]! += farX * factor
      dy[a]! += farY * factor
      dx[b]! -= farX * factor
      dy[b]! -= farY * factor
    }
  }
}

/** Repulsion of one body by the others, groups that look small as one. */
function repelByTree(
  tree: Quadtree,
  n: number,
  xs: Float32Array,
  ys: Float32Array,
  masses: Float32Array,
  dx: Float32Array,
  dy: Float32Array,
): void {
  const { body, child, next, size, mass, massX, massY } = tree
  const [x, y, own] = [xs[n]!, ys[n]!, SCALING * masses[n]!]
  for (let square = 0; square >= 0; ) {
    const first = child[square]!
    const other = body[square]!
    if (first >= 0) {
      const [farX, farY] = [x - massX[square]!, y - massY[square]!]
      const squared = farX * farX + farY * farY
      const side = size[square]!
      if ((4 * side * side) / squared < THETA * THETA) {
        const factor = (own * mass[square]!) / squared
        dx[n]! += farX * factor
        dy[n]! += farY * factor
        square = next[square]!
      } else square = first
      continue
    }
    if (other >= 0 && other !== n) {
      const [farX, farY] = [x - xs[other]!, y - ys[other]!]
      const squared = farX * farX + farY * farY
      if (squared > 0) {
        const factor = (own * masses[other]!) / squared
        dx[n]! += farX * factor
        dy[n]! += farY * factor
      }
    }
    square = next[square]!
  }
}
