import { UndirectedGraph } from 'graphology'
import type { HearsayGraph } from '../types.ts'
import { forceAtlas2 } from './algorithms.ts'
import { partNodes } from './part-nodes.ts'

/** A node with its place; `size` is its radius, in the same unit. */
export interface Body {
  readonly node: string
  readonly x: number
  readonly y: number
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
 * Places one connected component by ForceAtlas2, scaled to even density, then pushed apart until nothing overlaps.
 * The start is fixed (communities as sunflowers on a larger sunflower), so the end is as well.
 *
 * Source: M. Jacomy et al., ForceAtlas2 (2014).
 */
export function placeComponent(graph: HearsayGraph, nodes: readonly string[]): Body[] {
  const sizes = nodes.map(node => graph.getNodeAttribute(node, 'size'))
  if (nodes.length === 1) return [{ node: nodes[0]!, x: 0, y: 0, size: sizes[0]! }]
  const start = startingPlaces(nodes.map(node => graph.getNodeAttribute(node, 'community')))
  const index = new Map(nodes.map((node, i) => [node, i]))
  const simple = new UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>()
  for (const [i, place] of start.entries()) simple.addNode(`n${i}`, { ...place, size: sizes[i]! })
  for (const [source, i] of index) {
    graph.forEachOutEdge(source, (_edge, { weight }, _source, target) => {
      const j = index.get(target)!
      simple.updateEdge(`n${i}`, `n${j}`, old => ({ weight: (old.weight ?? 0) + weight }))
    })
  }
  // The hundredth quotation of the same person must not pull a hundred times as hard.
  simple.updateEachEdgeAttributes((_edge, { weight }) => ({ weight: 1 + Math.log2(weight) / 2 }))
  forceAtlas2.assign(simple, {
    iterations: rounds(nodes.length, 1000, 400_000),
    settings: {
      ...forceAtlas2.inferSettings(nodes.length),
      barnesHutOptimize: nodes.length > 500,
      strongGravityMode: true,
      gravity: 0.05,
      scalingRatio: 10,
    },
  })
  fillDisc(simple, (nodes.length < FEW ? ROOM_OF_FEW : ROOM) * Math.sqrt(nodes.length))
  const bodies = nodes.map((node, i) => {
    const { x, y } = simple.getNodeAttributes(`n${i}`)
    return { node, x, y, size: sizes[i]! }
  })
  partNodes(bodies, MARGIN, rounds(nodes.length, 500, 2_000_000))
  return bodies
}

/** Fewer rounds for more nodes, so that the work stays bounded; at least twenty. */
function rounds(order: number, most: number, nodesInAll: number): number {
  return Math.round(Math.min(most, Math.max(20, nodesInAll / order)))
}

function startingPlaces(communities: readonly number[]): { x: number; y: number }[] {
  const order = [...new Set(communities)].sort((a, b) => a - b)
  const members = new Map(order.map(community => [community, 0]))
  const spread = 2 * Math.sqrt(communities.length)
  return communities.map(community => {
    const nth = members.get(community)!
    members.set(community, nth + 1)
    const middle = sunflower(order.indexOf(community), spread)
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
function fillDisc(graph: UndirectedGraph<{ x: number; y: number; size: number }>, radius: number): void {
  let x = 0
  let y = 0
  graph.forEachNode((_node, place) => {
    x += place.x / graph.order
    y += place.y / graph.order
  })
  const distances = new Map(graph.mapNodes((node, place) => [node, Math.hypot(place.x - x, place.y - y)]))
  const outwards = [...distances].sort((a, b) => a[1] - b[1]).map(([node]) => node)
  const rank = new Map(outwards.map((node, i) => [node, i]))
  const typical = distances.get(outwards[Math.floor(outwards.length / 2)]!)! || 1
  graph.updateEachNodeAttributes((node, place) => {
    const distance = distances.get(node)! || 1
    // In a full disc half of the nodes lie within 1 / √2 of the radius.
    const scaled = (distance / typical) * radius * Math.SQRT1_2
    const even = radius * Math.sqrt((rank.get(node)! + 0.5) / graph.order)
    const factor = (scaled * (1 - EVENNESS) + even * EVENNESS) / distance
    return { ...place, x: (place.x - x) * factor, y: (place.y - y) * factor }
  })
}
