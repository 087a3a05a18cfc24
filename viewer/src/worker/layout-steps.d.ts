// The packages ship these without types; shapes after their own sources.
declare module 'graphology-layout-forceatlas2/iterate' {
  /** One step over matrices of ten numbers a node and three an edge, in place. */
  export default function iterate(
    settings: {
      linLogMode: boolean
      outboundAttractionDistribution: boolean
      adjustSizes: boolean
      edgeWeightInfluence: number
      scalingRatio: number
      strongGravityMode: boolean
      gravity: number
      slowDown: number
      barnesHutOptimize: boolean
      barnesHutTheta: number
    },
    nodes: Float32Array,
    edges: Float32Array,
  ): unknown
}

declare module 'graphology-layout-noverlap/iterate' {
  /** One step over a matrix of x, y, size a node, in place. */
  export default function iterate(
    settings: { gridSize: number; margin: number; expansion: number; ratio: number; speed: number },
    nodes: Float32Array,
  ): { converged: boolean }
}
