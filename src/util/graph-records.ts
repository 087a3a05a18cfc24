import type { GraphRecords, HearsayGraph } from '../types.ts'

/** A graph in memory, to be read as one that need not be. */
export function recordsOf(graph: HearsayGraph | GraphRecords): GraphRecords {
  if (!('nodeEntries' in graph)) return graph
  return {
    attributes: graph.getAttributes(),
    order: graph.order,
    size: graph.size,
    *nodes() {
      for (const { node: key, attributes } of graph.nodeEntries()) yield { key, attributes }
    },
    *edges() {
      for (const { edge: key, source, target, attributes: all } of graph.edgeEntries()) {
        const { evidence, ...attributes } = all
        yield {
          key,
          source,
          target,
          attributes,
          evidence: () => evidence,
          evidenceJson: () => evidence.map(piece => JSON.stringify(piece)),
        }
      }
    },
    labelOf: node => graph.getNodeAttribute(node, 'label'),
  }
}
