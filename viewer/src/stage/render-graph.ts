import { MultiDirectedGraph } from 'graphology'
import type { Story } from '../model/story.ts'
import { typeShapes } from './palette.ts'

/** Beyond this many lines arrowheads and curves cost more than they tell. */
export const manyClaims = 12_000

/** What Sigma gets of a story: places, shapes and lines, under the indices of actors and claims. */
export function renderGraph(story: Story, bends: Float32Array): MultiDirectedGraph {
  const graph = new MultiDirectedGraph()
  const { actors, claims } = story
  const many = claims.length > manyClaims
  actors.forEach(({ x, y, type }, index) => {
    graph.addNode(String(index), { x, y, shape: typeShapes[type] })
  })
  claims.forEach(({ source, target }, index) => {
    if (source === target) return
    const curvature = bends[index]!
    graph.addDirectedEdgeWithKey(String(index), String(source), String(target), {
      type: many ? 'line' : Math.abs(curvature) > 0.01 ? 'curve' : 'arrow',
      curvature,
    })
  })
  return graph
}
