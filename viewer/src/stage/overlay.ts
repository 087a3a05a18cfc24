import { type Box, controlPoint, onCurve, overlap, towards } from './geometry.ts'
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

/** How a name is written. */
export interface Lettering {
  /** Pixels. */
  readonly size: number
  /** `must` is written whatever it covers. */
  readonly weight: 'plain' | 'bold' | 'must'
  /** Letters at most; what is longer is cut. */
  readonly most: number
}

/** A place for a name: its left end and middle height, its own box, and the stretch that would be read with it. */
interface Spot {
  readonly x: number
  readonly y: number
  readonly box: Box
  readonly reach: Box
}

/** Nodes less wide than this, in pixels, are dots: thousands of them leave no room for names beside them. */
const dotAcross = 8
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
   * The node's name beside it, where it covers no other name and no node: to the right, else to the left, below, above
   * or at a corner. In a crowd a name of weight may cover a node much smaller than its own, or touch the edge of another;
   * what `must` be written is written all the same.
   */
  label(node: ScreenNode, { size, weight, most }: Lettering): boolean {
    const { context } = this
    context.font = `${weight === 'plain' ? 450 : 650} ${size}px ${font}`
    const text = shorten(node.label, most)
    const width = context.measureText(text).width
    let best: Spot | undefined
    let least = weight === 'must' ? Number.POSITIVE_INFINITY : weight === 'bold' ? 0.08 : 0.03
    for (const spot of this.spotsBeside(node, width, size, weight === 'must' ? 9 : 4)) {
      if (this.taken.some(other => overlap(spot.box, other))) continue
      const plain = weight === 'plain'
      const covered = this.coveredNodes(plain ? spot.reach : spot.box, node, !plain) / ((width + 14) * size)
      if (covered > least || (covered === least && best !== undefined)) continue
      best = spot
      least = covered
      if (covered === 0) break
    }
    if (best === undefined) return false
    this.taken.push(best.box)
    this.write(text, best.x, best.y, this.style.ink)
    return true
  }

  /** How many square pixels of other nodes lie under a box; of those much smaller than its own node, a part. */
  private coveredNodes(box: Box, { index, radius }: ScreenNode, bold: boolean): number {
    let area = 0
    for (const other of this.nodeBoxes) {
      if (other.owner === index || !overlap(box, other)) continue
      const across = other.right - other.left
      const share = across >= radius * 1.5 ? 1 : across < dotAcross ? 0.05 : bold ? 0.25 : 1
      area +=
        (Math.min(box.right, other.right) - Math.max(box.left, other.left)) *
        (Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)) *
        share
    }
    return area
  }

  private spotsBeside({ x, y, radius }: ScreenNode, width: number, size: number, gap: number): Spot[] {
    const half = size * 0.6
    const below = radius + gap + half
    const aside = radius * 0.7 + gap
    const corner = radius * 0.7 + half
    const spots = [
      { x: x + radius + gap, y },
      { x: x - radius - gap - width, y },
      { x: x - width / 2, y: y + below },
      { x: x - width / 2, y: y - below },
      { x: x + aside, y: y - corner },
      { x: x + aside, y: y + corner },
      { x: x - aside - width, y: y - corner },
      { x: x - aside - width, y: y + corner },
    ]
    return spots
      .filter(spot => spot.x >= 2 && spot.x + width <= this.right - 2)
      .map(spot => ({
        ...spot,
        box: { left: spot.x - 3, right: spot.x + width + 3, top: spot.y - half - 1, bottom: spot.y + half + 1 },
        // A name that ends just before another node would seem to be that node's.
        reach: {
          left: spot.x - (spot.x + width < x ? 12 : 2),
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
    const distance = Math.hypot(edge.target.x - edge.source.x, edge.target.y - edge.source.y)
    if (distance < edge.source.radius + edge.target.radius + 30) return
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const { x, y } = onCurve(edge.source, control, edge.target, share)
      const box = { left: x - width / 2 - 2, right: x + width / 2 + 2, top: y - 8, bottom: y + 8 }
      if ([...this.taken, ...this.nodeBoxes].some(other => overlap(box, other))) continue
      this.taken.push(box)
      this.write(edge.label, x - width / 2, y, this.style.muted)
      return
    }
  }

  private write(text: string, x: number, y: number, color: string): void {
    const { context } = this
    context.textBaseline = 'middle'
    context.strokeStyle = this.style.paper
    context.lineWidth = 4
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

function shorten(label: string, most: number): string {
  return label.length > most ? `${label.slice(0, most - 1)}…` : label
}
