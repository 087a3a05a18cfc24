import { MultiDirectedGraph } from 'graphology'
import { Sigma } from '../stage/sigma.ts'

/** What Sigma alone needs for a graph: the measure that the viewer is held against. */
const graph = new MultiDirectedGraph()
const { nodes, edges } = JSON.parse(document.getElementById('hearsay-graph')!.textContent)
for (const { key, attributes } of nodes)
  graph.addNode(key, {
    x: attributes.x,
    y: attributes.y,
    size: attributes.size,
    color: attributes.color,
    label: attributes.label,
  })
for (const { key, source, target, attributes } of edges)
  graph.addDirectedEdgeWithKey(key, source, target, { size: 1, color: attributes.color })
const sigma = new Sigma(graph, document.getElementById('stage')!)
// Sigma draws while it is made.
performance.mark('drawn')
// The bench asks what a full refresh costs, and what a frame in which nothing has changed.
Object.assign(window, { refresh: () => sigma.refresh(), render: () => sigma.scheduleRender() })
