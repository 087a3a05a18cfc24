import iterateForces from 'graphology-layout-forceatlas2/iterate'
import iterateNoverlap from 'graphology-layout-noverlap/iterate'

export interface LayoutRequest {
  readonly kind: 'force' | 'noverlap'
  /** x, y, size of each node in turn. */
  readonly nodes: Float32Array
  /** Source, target, weight of each edge in turn. */
  readonly edges: Float32Array
  /** Indices of nodes that stay where they are. */
  readonly pinned: readonly number[]
  readonly steps: number
}

export interface LayoutAnswer {
  /** x, y of each node in turn. */
  readonly positions: Float32Array
  /** 0 to 1. */
  readonly done: number
}

// Rows of graphology-layout-forceatlas2: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed.
const nodeRow = 10
const edgeRow = 3
const overlapRow = 3

addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  if (event.data.kind === 'force') runForces(event.data)
  else runNoverlap(event.data)
})

function tell(positions: Float32Array, done: number): void {
  postMessage({ positions, done } satisfies LayoutAnswer)
}

/** ForceAtlas2 (Jacomy et al. 2014) with logarithmic attraction, which sets groups apart. */
function runForces({ nodes, edges, pinned, steps }: LayoutRequest): void {
  const count = nodes.length / 3
  const matrix = new Float32Array(count * nodeRow)
  for (let node = 0; node < count; node++) {
    const row = node * nodeRow
    matrix[row] = nodes[node * 3]!
    matrix[row + 1] = nodes[node * 3 + 1]!
    matrix[row + 6] = 1
    matrix[row + 7] = 1
    matrix[row + 8] = nodes[node * 3 + 2]!
  }
  for (const node of pinned) matrix[node * nodeRow + 9] = 1
  const ties = new Float32Array(edges.length)
  for (let edge = 0; edge < edges.length; edge += edgeRow) {
    ties[edge] = edges[edge]! * nodeRow
    ties[edge + 1] = edges[edge + 1]! * nodeRow
    ties[edge + 2] = edges[edge + 2]!
    matrix[ties[edge]! + 6]! += edges[edge + 2]!
    matrix[ties[edge + 1]! + 6]! += edges[edge + 2]!
  }
  const settings = {
    linLogMode: true,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 8,
    strongGravityMode: false,
    gravity: 0.6,
    slowDown: 1 + Math.log(count + 1),
    barnesHutOptimize: count > 1500,
    barnesHutTheta: 0.7,
  }
  for (let step = 1; step <= steps; step++) {
    iterateForces(settings, matrix, ties)
    if (step % 20 !== 0 && step !== steps) continue
    const positions = new Float32Array(count * 2)
    for (let node = 0; node < count; node++) {
      positions[node * 2] = matrix[node * nodeRow]!
      positions[node * 2 + 1] = matrix[node * nodeRow + 1]!
    }
    tell(positions, step / steps)
  }
}

function runNoverlap({ nodes, pinned, steps }: LayoutRequest): void {
  const matrix = Float32Array.from(nodes)
  const count = nodes.length / overlapRow
  const still = new Set(pinned)
  const settings = {
    gridSize: Math.max(4, Math.ceil(Math.sqrt(count) / 2)),
    margin: 3,
    expansion: 1.1,
    ratio: 1.4,
    speed: 3,
  }
  let converged = false
  for (let step = 1; step <= steps && !converged; step++) {
    converged = iterateNoverlap(settings, matrix).converged
    for (const node of still) {
      matrix[node * overlapRow] = nodes[node * 3]!
      matrix[node * overlapRow + 1] = nodes[node * 3 + 1]!
    }
  }
  const positions = new Float32Array(count * 2)
  for (let node = 0; node < count; node++) {
    positions[node * 2] = matrix[node * overlapRow]!
    positions[node * 2 + 1] = matrix[node * overlapRow + 1]!
  }
  tell(positions, 1)
}
