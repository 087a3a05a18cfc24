import { MultiDirectedGraph } from 'graphology'
import { HearsayError } from '../errors.ts'
import type { EdgeAttributes, GraphAttributes, HearsayGraph, NodeAttributes } from '../types.ts'

/**
 * Reads a `graph.json` that hearsay wrote.
 *
 * @param given its text, or what `JSON.parse` makes of it
 * @param subject what to call it in an error
 * @throws HearsayError `query/not-a-graph` where it is something else
 */
export function readGraph(given: unknown, subject = 'graph.json'): HearsayGraph {
  try {
    const serialised = typeof given === 'string' ? JSON.parse(given) : given
    const graph: HearsayGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>()
    graph.import(serialised)
    if (graph.getAttribute('generator') !== 'hearsay') throw new Error('it does not name hearsay as its generator')
    return graph
  } catch (error) {
    throw new HearsayError(
      'query/not-a-graph',
      subject,
      `is no graph that hearsay wrote (${(error as Error).message})`,
      'Give the folder that `hearsay build` wrote, or its graph.json.',
      { cause: error },
    )
  }
}
