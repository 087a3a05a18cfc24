import type { EntityType } from '../../../src/types.ts'
import { svg } from '../dom.ts'
import { shapePaths, typeShapes } from '../stage/palette.ts'

/** The small shape that stands for a type, as on the graph. */
export function typeMark(type: EntityType, color: string, size = 12): SVGElement {
  return svg(
    'svg',
    { width: size, height: size, viewBox: '0 0 16 16', class: 'type-mark', 'aria-hidden': 'true' },
    svg('path', { d: shapePaths[typeShapes[type]]!, fill: color }),
  )
}
