import { entityTypes, type Palette, shapePaths, typeNames, typeShapes } from './palette.ts'

/** One node as it stands on the screen, in CSS pixels. */
export interface ScreenNode {
  readonly index: number
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly color: string
  readonly shape: number
  readonly label: string
}

/** One edge as it stands on the screen. */
export interface ScreenEdge {
  readonly source: ScreenNode
  readonly target: ScreenNode
  readonly curvature: number
  readonly width: number
  readonly color: string
  readonly label: string
  readonly negated: boolean
}

export interface OverlayStyle {
  readonly paper: string
  readonly ink: string
  readonly muted: string
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const shapes = shapePaths.map(path => new Path2D(path))

/** Draws what must be crisp or stand out: labels that never overlap, and whatever is lit, on a 2D canvas. */
export class Overlay {
  private readonly context: CanvasRenderingContext2D
  private readonly style: OverlayStyle
  private readonly taken: Box[] = []
  private readonly nodeBoxes: (Box & { owner: number })[] = []

  /** Where the drawing ends: labels that would run over it stand to the left of their node. */
  private readonly right: number

  constructor(context: CanvasRenderingContext2D, style: OverlayStyle, width: number) {
    this.context = context
    this.right = width
    this.style = style
    context.lineJoin = 'round'
  }

  edges(edges: readonly ScreenEdge[]): void {
    for (const edge of edges) this.edge(edge)
  }

  private edge({ source, target, curvature, width, color, negated }: ScreenEdge): void {
    const { context } = this
    const control = controlPoint(source, target, curvature)
    const from = towards(source, control, source.radius)
    const head = 5 + width * 1.5
    const tip = towards(target, control, target.radius + 1)
    const end = towards(target, control, target.radius + head)
    context.strokeStyle = color
    context.fillStyle = color
    context.lineWidth = width
    context.setLineDash(negated ? [6, 4] : [])
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.quadraticCurveTo(control.x, control.y, end.x, end.y)
    context.stroke()
    context.setLineDash([])
    const angle = Math.atan2(tip.y - end.y, tip.x - end.x)
    const half = 2.5 + width * 0.9
    context.beginPath()
    context.moveTo(tip.x, tip.y)
    context.lineTo(end.x + half * Math.sin(angle), end.y - half * Math.cos(angle))
    context.lineTo(end.x - half * Math.sin(angle), end.y + half * Math.cos(angle))
    context.fill()
  }

  nodes(nodes: readonly ScreenNode[]): void {
    const { context } = this
    for (const node of nodes) {
      const scale = node.radius / 6.5
      context.save()
      context.translate(node.x - 8 * scale, node.y - 8 * scale)
      context.scale(scale, scale)
      context.strokeStyle = this.style.paper
      context.lineWidth = 2.5 / scale
      context.stroke(shapes[node.shape]!)
      context.fillStyle = node.color
      context.fill(shapes[node.shape]!)
      context.restore()
    }
  }

  /** A ring around what is selected. */
  ring(node: ScreenNode): void {
    const { context } = this
    context.strokeStyle = this.style.ink
    context.lineWidth = 2
    context.beginPath()
    context.arc(node.x, node.y, node.radius + 5, 0, 2 * Math.PI)
    context.stroke()
  }

  /**
   * The node's name beside it, where it covers no other name and, if that can be, no node: to the right, else to the
   * left, below or above. `must` writes it all the same.
   */
  label(node: ScreenNode, size: number, bold: boolean, must: boolean): boolean {
    const { context } = this
    context.font = `${bold ? 650 : 450} ${size}px ${font}`
    const text = shorten(node.label, must ? 60 : 32)
    const width = context.measureText(text).width
    const places = this.placesBeside(node, width, size, must && bold ? 9 : 4)
    const free = places.filter(({ box }) => !this.taken.some(other => overlap(box, other)))
    const clear = free.find(
      ({ reach }) => !this.nodeBoxes.some(other => other.owner !== node.index && overlap(reach, other)),
    )
    const chosen = clear ?? (bold || must ? free[0] : undefined) ?? (must ? places[0] : undefined)
    if (chosen === undefined) return false
    this.taken.push(chosen.box)
    this.write(text, chosen.x, chosen.y, this.style.ink)
    return true
  }

  private placesBeside({ x, y, radius }: ScreenNode, width: number, size: number, gap: number) {
    const half = size * 0.6
    const below = radius + gap + half
    const spots = [
      { x: x + radius + gap, y },
      { x: x - radius - gap - width, y },
      { x: x - width / 2, y: y + below },
      { x: x - width / 2, y: y - below },
    ]
    return spots
      .filter(spot => spot.x >= 2 && spot.x + width <= this.right - 2)
      .map(spot => ({
        ...spot,
        box: { left: spot.x - 2, right: spot.x + width + 2, top: spot.y - half, bottom: spot.y + half },
        // A name that ends just before another node would seem to be that node's.
        reach: {
          left: spot.x - (spot.x < x - radius - gap ? 12 : 2),
          right: spot.x + width + (spot.x > x ? 12 : 2),
          top: spot.y - half,
          bottom: spot.y + half,
        },
      }))
  }

  edgeLabel(edge: ScreenEdge): void {
    const { context } = this
    context.font = `italic 450 11px ${font}`
    const width = context.measureText(edge.label).width
    const control = controlPoint(edge.source, edge.target, edge.curvature)
    const x = (edge.source.x + 2 * control.x + edge.target.x) / 4
    const y = (edge.source.y + 2 * control.y + edge.target.y) / 4
    const distance = Math.hypot(edge.target.x - edge.source.x, edge.target.y - edge.source.y)
    if (distance < edge.source.radius + edge.target.radius + 30) return
    const box = { left: x - width / 2, right: x + width / 2, top: y - 7, bottom: y + 7 }
    if (this.taken.some(other => overlap(box, other))) return
    this.taken.push(box)
    this.write(edge.label, x - width / 2, y, this.style.muted)
  }

  private write(text: string, x: number, y: number, color: string): void {
    const { context } = this
    context.textBaseline = 'middle'
    context.strokeStyle = this.style.paper
    context.lineWidth = 3.5
    context.strokeText(text, x, y)
    context.fillStyle = color
    context.fillText(text, x, y)
  }

  /** The types and their shapes, in the lower left corner. */
  legend(palette: Palette, height: number): void {
    const { context } = this
    context.font = `450 12px ${font}`
    entityTypes.forEach((type, order) => {
      const y = height - 20 - (entityTypes.length - 1 - order) * 20
      this.nodes([{ index: -1, x: 20, y, radius: 5.5, color: palette.types[type], shape: typeShapes[type], label: '' }])
      this.write(typeNames[type], 34, y, this.style.ink)
    })
  }

  /** Labels go around these nodes where they can. */
  avoid(nodes: readonly ScreenNode[]): void {
    for (const { x, y, radius, index } of nodes)
      this.nodeBoxes.push({ owner: index, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
  }
}

/** Control point of the curve that `@sigma/edge-curve` draws, in screen coordinates (y downward). */
export function controlPoint(
  source: { x: number; y: number },
  target: { x: number; y: number },
  curvature: number,
): { x: number; y: number } {
  return {
    x: (source.x + target.x) / 2 + (target.y - source.y) * curvature,
    y: (source.y + target.y) / 2 - (target.x - source.x) * curvature,
  }
}

function towards(from: { x: number; y: number }, to: { x: number; y: number }, distance: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function shorten(label: string, most: number): string {
  return label.length > most ? `${label.slice(0, most - 1)}…` : label
}
