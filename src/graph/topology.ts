/**
 * Who is linked with whom, by number: nodes count from 0, edges stand in the graph's order. Four bytes a number, so that
 * measures and layout of hundreds of thousands of nodes take megabytes.
 */
export interface Topology {
  /** How many nodes there are. */
  readonly order: number
  /** Node that each edge leaves. */
  readonly sources: Int32Array
  /** Node that each edge reaches. */
  readonly targets: Int32Array
  readonly weights: Int32Array
}

/** One edge a pair (a direction, where `directed`), its weight the sum of theirs; in the order in which pairs first appear. */
export function withoutParallels({ order, sources, targets, weights }: Topology, directed: boolean): Topology {
  const simple = {
    sources: new Int32Array(sources.length),
    targets: new Int32Array(sources.length),
    weights: new Int32Array(sources.length),
  }
  const edgeOf = new Map<number, number>()
  for (let edge = 0; edge < sources.length; edge++) {
    const [source, target] = [sources[edge]!, targets[edge]!]
    const pair = directed || source < target ? source * order + target : target * order + source
    let own = edgeOf.get(pair)
    if (own === undefined) {
      edgeOf.set(pair, (own = edgeOf.size))
      simple.sources[own] = source
      simple.targets[own] = target
    }
    simple.weights[own]! += weights[edge]!
  }
  const size = edgeOf.size
  return {
    order,
    sources: simple.sources.slice(0, size),
    targets: simple.targets.slice(0, size),
    weights: simple.weights.slice(0, size),
  }
}

/** The nodes that each node is linked with: those of node n from `starts[n]` to `starts[n + 1]`, in the order of the edges. */
export interface Neighbours {
  readonly starts: Int32Array
  readonly list: Int32Array
}

/** Lists neighbours in both directions; a node twice where two edges lead to it. */
export function neighboursOf({ order, sources, targets }: Topology): Neighbours {
  const starts = new Int32Array(order + 1)
  for (const ends of [sources, targets]) for (const node of ends) starts[node + 1]!++
  for (let node = 0; node < order; node++) starts[node + 1]! += starts[node]!
  const filled = starts.slice()
  const list = new Int32Array(2 * sources.length)
  for (let edge = 0; edge < sources.length; edge++) {
    const [source, target] = [sources[edge]!, targets[edge]!]
    list[filled[source]!++] = target
    list[filled[target]!++] = source
  }
  return { starts, list }
}
