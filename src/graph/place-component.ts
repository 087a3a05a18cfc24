import { applyForces } from './force-atlas.ts'
import { partNodes } from './part-nodes.ts'
import { type Topology, withoutParallels } from './topology.ts'

/** A node with its place; `size` is its radius, in the same unit. */
export interface Body {
  readonly node: number
  x: number
  y: number
  readonly size: number
}

/** Mean free radius around a node, in the unit of node sizes; a few nodes need less, for there is nothing to part. */
const ROOM = 48
const ROOM_OF_FEW = 30
const FEW = 12

/** Free space between two nodes. */
const MARGIN = 6

/** 0 leaves distances from the middle as the forces have them, 1 fills the disc evenly. */
const EVENNESS = 0.6

/** The angle between two seeds of a sunflower, which fills a disc evenly. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Makes what places the connected components of a graph, one at a time: by ForceAtlas2, scaled to even density, then pushed
 * apart until nothing overlaps. The start is fixed (communities as sunflowers on a larger sunflower), so the end is as well.
 *
 * Source: M. Jacomy et al., ForceAtlas2 (2014).
 *
 * @returns takes the nodes of a component in ascending order
 */
export function componentPlacer(
  topology: Topology,
  sizes: Float64Array,
  communities: Int32Array,
): (nodes: Int32Array) => Body[] {
  const linksOf = linksWithin(topology)
  return nodes => {
    if (nodes.length === 1) return [{ node: nodes[0]!, x: 0, y: 0, size: sizes[nodes[0]!]! }]
    const bodies = arrange(nodes, sizes, communities, linksOf(nodes))
    partNodes(bodies, MARGIN, rounds(nodes.length, 500, 2_000_000))
    return bodies
  }
}

/** Tells the links of a component without parallels, by the places of their ends among its nodes: each node's in turn. */
function linksWithin({ order, sources, targets, weights }: Topology): (nodes: Int32Array) => Topology {
  const starts = new Int32Array(order + 1)
  for (const source of sources) starts[source + 1]!++
  for (let node = 0; node < order; node++) starts[node + 1]! += starts[node]!
  const filled = starts.slice()
  const bySource = new Int32Array(sources.length)
  for (const [edge, source] of sources.entries()) bySource[filled[source]!++] = edge
  const placeOf = new Int32Array(order)
  return nodes => {
    for (const [place, node] of nodes.entries()) placeOf[node] = place
    const size = nodes.reduce((sum, node) => sum + starts[node + 1]! - starts[node]!, 0)
    const links = { sources: new Int32Array(size), targets: new Int32Array(size), weights: new Int32Array(size) }
    let link = 0
    for (const [place, node] of nodes.entries()) {
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const edge = bySource[i]!
        links.sources[link] = place
        links.targets[link] = placeOf[targets[edge]!]!
        links.weights[link++] = weights[edge]!
      }
    }
    return withoutParallels({ order: nodes.length, ...links }, false)
  }
}

/** Places by forces in a full disc; bodies may still overlap. */
function arrange(nodes: Int32Array, sizes: Float64Array, communities: Int32Array, links: Topology): Body[] {
  const start = startingPlaces(Array.from(nodes, node => communities[node]!))
  const x = Float32Array.from(start, place => place.x)
  const y = Float32Array.from(start, place => place.y)
  // The hundredth quotation of the same person must not pull a hundred times as hard.
  const weights = Float64Array.from(links.weights, weight => 1 + Math.log2(weight) / 2)
  applyForces({ x, y }, { ...links, weights }, rounds(nodes.length, 1000, 400_000))
  const bodies = Array.from(nodes, (node, i) => ({ node, x: x[i]!, y: y[i]!, size: sizes[node]! }))
  fillDisc(bodies, (nodes.length < FEW ? ROOM_OF_FEW : ROOM) * Math.sqrt(nodes.length))
  return bodies
}

/** Fewer rounds for more nodes, so that the work stays bounded; at least twenty. */
function rounds(order: number, most: number, nodesInAll: number): number {
  return Math.round(Math.min(most, Math.max(20, nodesInAll / order)))
}

function startingPlaces(communities: readonly number[]): { x: number; y: number }[] {
  const order = [...new Set(communities)].sort((a, b) => a - b)
  const seatOf = new Map(order.map((community, seat) => [community, seat]))
  const members = new Map(order.map(community => [community, 0]))
  const spread = 2 * Math.sqrt(communities.length)
  return communities.map(community => {
    const nth = members.get(community)!
    members.set(community, nth + 1)
    const middle = sunflower(seatOf.get(community)!, spread)
    const seat = sunflower(nth, 1)
    return { x: middle.x + seat.x, y: middle.y + seat.y }
  })
}

function sunflower(nth: number, spread: number): { x: number; y: number } {
  const radius = spread * Math.sqrt(nth + 0.5)
  return { x: radius * Math.cos(nth * GOLDEN_ANGLE), y: radius * Math.sin(nth * GOLDEN_ANGLE) }
}

/**
 * Moves the middle to 0, 0 and brings every distance from it nearer to what it would be in an evenly filled disc of the
 * given radius: forces leave a crowd in the middle, voids around it and stragglers far out.
 */
function fillDisc(bodies: Body[], radius: number): void {
  let x = 0
  let y = 0
  for (const body of bodies) {
    x += body.x / bodies.length
    y += body.y / bodies.length
  }
  const distances = Float64Array.from(bodies, body => Math.hypot(body.x - x, body.y - y))
  const outwards = Uint32Array.from(bodies, (_, i) => i).sort((a, b) => distances[a]! - distances[b]! || a - b)
  const typical = distances[outwards[Math.floor(outwards.length / 2)]!]! || 1
  for (const [rank, i] of outwards.entries()) {
    const body = bodies[i]!
    const distance = distances[i]! || 1
    // In a full disc half of the nodes lie within 1 / √2 of the radius.
    const scaled = (distance / typical) * radius * Math.SQRT1_2
    const even = radius * Math.sqrt((rank + 0.5) / bodies.length)
    const factor = (scaled * (1 - EVENNESS) + even * EVENNESS) / distance
    body.x = (body.x - x) * factor
    body.y = (body.y - y) * factor
  }
}
