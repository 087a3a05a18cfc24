import type { MultiDirectedGraph } from 'graphology'
import { NodeShapes } from './node-shapes.ts'
import type { Looks } from './shown.ts'
import { createEdgeCurveProgram, EdgeArrowProgram, EdgeRectangleProgram, Sigma } from './sigma.ts'

/**
 * Sigma on a container, drawing nodes and edges as they look now. It writes no names and lights nothing: that is
 * painted on the canvas that `openOverlay` puts above.
 */
export function startSigma(
  graph: MultiDirectedGraph,
  container: HTMLElement,
  looks: () => Looks,
  edgeEvents: boolean,
): Sigma {
  const sigma = new Sigma(graph, container, {
    allowInvalidContainer: true,
    enableEdgeEvents: edgeEvents,
    renderLabels: false,
    zIndex: false,
    minEdgeThickness: 0.6,
    stagePadding: container.offsetWidth < 500 ? 24 : 46,
    defaultNodeType: 'shape',
    nodeProgramClasses: { shape: NodeShapes },
    nodeHoverProgramClasses: {},
    edgeProgramClasses: {
      line: EdgeRectangleProgram,
      arrow: EdgeArrowProgram,
      curve: createEdgeCurveProgram({
        arrowHead: { extremity: 'target', lengthToThicknessRatio: 3.5, widenessToThicknessRatio: 2.6 },
      }),
    },
    defaultDrawNodeHover: () => {},
    // Sigma hands its reducers a copy, which is theirs to change; another copy of each of 50,000 edges would be felt.
    nodeReducer: (key, data) => {
      const index = Number(key)
      const { actorOn, actorSize, actorColor } = looks()
      data.hidden = actorOn[index] === 0
      data.size = actorSize[index]!
      data.color = actorColor[index]!
      return data
    },
    edgeReducer: (key, data) => {
      const index = Number(key)
      const { claimOn, claimSize, claimColor } = looks()
      data.hidden = claimOn[index] === 0
      data.size = claimSize[index]!
      data.color = claimColor[index]!
      return data
    },
  })
  // The frame is that of the whole story: nothing jumps when filters hide a part of it.
  sigma.setCustomBBox(sigma.getBBox())
  return sigma
}

/** A canvas above Sigma's own; it has the stage's size, as Sigma will give it from the next change of size on. */
export function openOverlay(sigma: Sigma): CanvasRenderingContext2D {
  sigma.createCanvasContext('overlay', { style: { pointerEvents: 'none' } })
  const canvas = sigma.getCanvases().overlay!
  const { width, height } = sigma.getDimensions()
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  canvas.width = width * devicePixelRatio
  canvas.height = height * devicePixelRatio
  const context = canvas.getContext('2d')!
  context.scale(devicePixelRatio, devicePixelRatio)
  return context
}
