/** The only door to Sigma: everything the page draws with WebGL comes through here. */
export { createEdgeCurveProgram } from '@sigma/edge-curve'
export { default as Sigma } from 'sigma'
export { EdgeArrowProgram, EdgeRectangleProgram, NodeProgram } from 'sigma/rendering'
export type { NodeDisplayData, RenderParams } from 'sigma/types'
export { floatColor } from 'sigma/utils'
