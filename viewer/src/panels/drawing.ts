import { svg } from '../dom.ts'
import { controlPoint } from '../stage/geometry.ts'
import type { ScreenEdge, ScreenNode } from '../stage/overlay.ts'
import { entityTypes, type Palette, shapePaths, typeNames, typeShapes } from '../stage/palette.ts'

interface Scene {
  readonly nodes: readonly ScreenNode[]
  readonly edges: readonly ScreenEdge[]
  readonly width: number
  readonly height: number
}

const font = 'system-ui, sans-serif'

/** What is on the stage as an SVG document, with a legend. */
export function drawing(scene: Scene, palette: Palette, paper: string, ink: string): string {
  const { nodes, edges, width, height } = scene
  const root = svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': font,
      'font-size': 12,
      fill: ink,
    },
    svg('rect', { width, height, fill: paper }),
    svg('g', { fill: 'none' }, edges.map(line)),
    svg('g', {}, nodes.toReversed().map(shape)),
    svg(
      'g',
      { stroke: paper, 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' },
      nodes.map(label),
    ),
    legend(height, palette),
  )
  return new XMLSerializer().serializeToString(root)
}

function line({ source, target, curvature, width, color, negated, label }: ScreenEdge): SVGElement {
  const control = controlPoint(source, target, curvature)
  const length = Math.hypot(target.x - control.x, target.y - control.y) || 1
  const [dx, dy] = [(target.x - control.x) / length, (target.y - control.y) / length]
  const tip = { x: target.x - dx * (target.radius + 1), y: target.y - dy * (target.radius + 1) }
  const end = { x: tip.x - dx * 6, y: tip.y - dy * 6 }
  const round = (value: number) => Math.round(value * 10) / 10
  return svg(
    'g',
    { stroke: color },
    svg('title', {}, `${source.label} ${label} ${target.label}`),
    svg('path', {
      d: `M${round(source.x)} ${round(source.y)}Q${round(control.x)} ${round(control.y)} ${round(end.x)} ${round(end.y)}`,
      'stroke-width': round(width),
      'stroke-dasharray': negated ? '6 4' : null,
    }),
    svg('path', {
      d: `M${round(tip.x)} ${round(tip.y)}L${round(end.x - dy * 3)} ${round(end.y + dx * 3)}L${round(end.x + dy * 3)} ${round(end.y - dx * 3)}z`,
      fill: color,
      stroke: 'none',
    }),
  )
}

function shape({ x, y, radius, color, shape: kind, label: name }: ScreenNode): SVGElement {
  const scale = radius / 6.5
  return svg(
    'path',
    { d: shapePaths[kind]!, fill: color, transform: `translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})` },
    svg('title', {}, name),
  )
}

function label({ x, y, radius, label: name }: ScreenNode): SVGElement {
  return svg('text', { x: x + radius + 4, y: y + 4 }, name)
}

function legend(height: number, palette: Palette): SVGElement {
  return svg(
    'g',
    {},
    entityTypes.map((type, order) =>
      svg(
        'g',
        { transform: `translate(14 ${height - 20 - (entityTypes.length - 1 - order) * 20})` },
        svg('path', {
          d: shapePaths[typeShapes[type]]!,
          fill: palette.types[type],
          transform: 'translate(0 -8) scale(.8)',
        }),
        svg('text', { x: 20, y: 3 }, typeNames[type]),
      ),
    ),
  )
}
