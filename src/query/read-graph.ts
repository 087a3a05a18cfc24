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
    const graph = emptyGraph()
    graph.import(serialised)
    return ofHearsay(graph)
  } catch (error) {
    throw notAGraph(subject, error)
  }
}

/**
 * {@link readGraph} from the lines of the file as hearsay writes it, one node or edge a line, for files that are longer than
 * a string can be.
 *
 * @throws HearsayError `query/not-a-graph` where it is something else
 */
export async function readGraphLines(lines: AsyncIterable<string>, subject = 'graph.json'): Promise<HearsayGraph> {
  const graph = emptyGraph()
  try {
    for await (const line of lines) {
      if (line.startsWith('{"key":')) {
        const record = JSON.parse(line.replace(/,$/, ''))
        if ('source' in record) {
          graph.addDirectedEdgeWithKey(record.key, record.source, record.target, record.attributes)
        } else graph.addNode(record.key, record.attributes)
      } else if (line.startsWith('"attributes":')) {
        graph.replaceAttributes(JSON.parse(`{${line.replace(/,$/, '')}}`).attributes)
      } else if (!FRAME.has(line) && !line.startsWith('{"options":'))
        throw new Error('its lines are no nodes and edges')
    }
    return ofHearsay(graph)
  } catch (error) {
    throw notAGraph(subject, error)
  }
}

/** Lines of the file around nodes and edges. */
const FRAME = new Set(['"nodes":[', '],', '"edges":[', ']}', ''])

const emptyGraph = (): HearsayGraph => new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>()

function ofHearsay(graph: HearsayGraph): HearsayGraph {
  if (graph.getAttribute('generator') !== 'hearsay') throw new Error('it does not name hearsay as its generator')
  return graph
}

const notAGraph = (subject: string, cause: unknown) =>
  new HearsayError(
    'query/not-a-graph',
    subject,
    `is no graph that hearsay wrote (${(cause as Error).message})`,
    'Give the folder that `hearsay build` wrote, or its graph.json.',
    { cause },
  )
