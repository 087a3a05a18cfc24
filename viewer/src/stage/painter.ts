import type { MultiDirectedGraph } from 'graphology'
import type { Story } from '../model/story.ts'
import { type Lettering, Overlay, type OverlayStyle, type ScreenEdge, type ScreenNode } from './overlay.ts'
import { type Palette, typeShapes } from './palette.ts'
import type { Lit, Looks } from './shown.ts'
import type { Sigma } from './sigma.ts'

const mostLabels = 160
/** Lines in sight that labels are tried for. */
const mostLettered = 1000
/** Square pixels of the stage that each name has to itself; a phone's names are fewer, not smaller. */
const roomPerLabel = 6000
const narrow = 500
/** Of the nodes in sight, those that labels are tried for and go around. */
const mostNamed = 400

/** What is drawn, and whether lines are lettered. */
interface Drawn {
  readonly story: Story
  readonly graph: MultiDirectedGraph
  readonly bends: Float32Array
  readonly edgeLabels: boolean
}

/** Paints names, and whatever is lit, above what Sigma draws; and everything at once for pictures. */
export class Painter {
  private readonly sigma: Sigma
  private readonly graph: MultiDirectedGraph
  private readonly story: Story
  private readonly bends: Float32Array
  private readonly context: CanvasRenderingContext2D
  private looks: Looks
  private order: number[]
  private edgeLabels: boolean
  style: OverlayStyle

  constructor(
    sigma: Sigma,
    context: CanvasRenderingContext2D,
    { story, graph, bends, edgeLabels }: Drawn,
    looks: Looks,
    style: OverlayStyle,
  ) {
    this.sigma = sigma
    this.context = context
    this.story = story
    this.graph = graph
    this.bends = bends
    this.edgeLabels = edgeLabels
    this.looks = looks
    this.order = byImportance(looks)
    this.style = style
  }

  show(looks: Looks, edgeLabels: boolean): void {
    const sized = this.looks.actorSize
    if (sized.some((size, index) => size !== looks.actorSize[index])) this.order = byImportance(looks)
    this.looks = looks
    this.edgeLabels = edgeLabels
  }

  private screenNode(index: number): ScreenNode {
    const key = String(index)
    const { x, y } = this.sigma.graphToViewport(this.graph.getNodeAttributes(key) as { x: number; y: number })
    const actor = this.story.actors[index]!
    return {
      index,
      x,
      y,
      radius: this.sigma.scaleSize(this.looks.actorSize[index]!),
      color: this.looks.actorColor[index]!,
      shape: typeShapes[actor.type],
      label: actor.label,
    }
  }

  private screenEdge(index: number): ScreenEdge {
    const claim = this.story.claims[index]!
    return {
      source: this.screenNode(claim.source),
      target: this.screenNode(claim.target),
      curvature: this.bends[index]!,
      width: Math.max(1.5, this.sigma.scaleSize(this.looks.claimSize[index]!) * 0.8),
      color: this.looks.claimColor[index]!,
      label: claim.label,
      negated: claim.negated,
    }
  }

  /** Names, or what is lit alone. */
  paint(lit: Lit | null): void {
    const { width, height } = this.sigma.getDimensions()
    this.context.clearRect(0, 0, width, height)
    const overlay = new Overlay(this.context, this.style, width)
    if (lit !== null) this.paintLit(overlay, lit)
    if (lit === null) this.paintNames(overlay, width, height)
    if (this.edgeLabels && lit === null) this.paintEdgeLabels(overlay, width, height)
  }

  private paintEdgeLabels(overlay: Overlay, width: number, height: number): void {
    let tried = 0
    for (const [index, on] of this.looks.claimOn.entries()) {
      if (on === 0) continue
      const edge = this.screenEdge(index)
      const [x, y] = [(edge.source.x + edge.target.x) / 2, (edge.source.y + edge.target.y) / 2]
      if (x < 0 || y < 0 || x > width || y > height) continue
      overlay.edgeLabel(edge)
      if (++tried === mostLettered) return
    }
  }

  private paintNames(overlay: Overlay, width: number, height: number): void {
    const inSight: ScreenNode[] = []
    for (const index of this.order) {
      if (this.looks.actorOn[index] === 0) continue
      const node = this.screenNode(index)
      if (node.x > 0 && node.y > 0 && node.x < width && node.y < height) inSight.push(node)
      if (inSight.length === mostNamed) break
    }
    overlay.avoid(inSight)
    const important = this.looks.actorSize[this.order[0] ?? 0] ?? 1
    const most = Math.min(mostLabels, Math.ceil((width * height) / roomPerLabel))
    let written = 0
    for (const node of inSight) {
      const share = this.looks.actorSize[node.index]! / important
      if (overlay.label(node, lettering(share, width))) written++
      if (written === most) break
    }
  }

  private paintLit(overlay: Overlay, lit: Lit): void {
    const actors = lit.actors.filter(index => this.looks.actorOn[index] !== 0)
    const edges = lit.claims.filter(index => this.looks.claimOn[index] !== 0).map(index => this.screenEdge(index))
    const nodes = actors.map(index => this.screenNode(index))
    overlay.edges(edges)
    overlay.nodes(nodes)
    const ring = nodes.find(node => node.index === lit.ring)
    if (ring) overlay.ring(ring)
    overlay.avoid(nodes)
    const bySize = nodes.toSorted((a, b) => (a === ring ? -1 : b === ring ? 1 : b.radius - a.radius))
    for (const node of bySize)
      overlay.label(node, {
        size: node === ring ? 15 : 12.5,
        weight: node === ring || nodes.length <= 8 ? 'must' : 'plain',
        most: node === ring ? 60 : 32,
      })
    if (edges.length <= 60) for (const edge of edges) overlay.edgeLabel(edge)
  }

  /** All layers in one canvas, at twice the size of the screen's pixels. */
  picture(palette: Palette): HTMLCanvasElement {
    const { width, height } = this.sigma.getDimensions()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    const context = canvas.getContext('2d')!
    context.fillStyle = this.style.paper
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.scale(2, 2)
    this.paintAll(context)
    new Overlay(context, this.style, width).legend(palette, height)
    return canvas
  }

  private paintAll(context: CanvasRenderingContext2D): void {
    const overlay = new Overlay(context, this.style, this.sigma.getDimensions().width)
    const { claimOn, actorOn } = this.looks
    overlay.edges([...claimOn.keys()].filter(index => claimOn[index] !== 0).map(index => this.screenEdge(index)))
    const nodes = this.order.filter(index => actorOn[index] !== 0).map(index => this.screenNode(index))
    overlay.nodes(nodes.toReversed())
    overlay.avoid(nodes.slice(0, mostNamed))
    const important = this.looks.actorSize[this.order[0] ?? 0] ?? 1
    for (const node of nodes.slice(0, mostLabels))
      overlay.label(node, lettering(this.looks.actorSize[node.index]! / important, Number.POSITIVE_INFINITY))
  }

  /** What is shown, where it stands on the screen: for pictures made elsewhere. */
  screen(): { nodes: ScreenNode[]; edges: ScreenEdge[]; width: number; height: number } {
    const { claimOn, actorOn } = this.looks
    return {
      nodes: this.order.filter(index => actorOn[index] !== 0).map(index => this.screenNode(index)),
      edges: [...claimOn.keys()].filter(index => claimOn[index] !== 0).map(index => this.screenEdge(index)),
      ...this.sigma.getDimensions(),
    }
  }
}

/** How the name of a node is written that has a share of the size of the largest, on a stage so wide. */
function lettering(share: number, width: number): Lettering {
  const bold = share > 0.55
  return {
    size: (width < narrow ? 10.5 : 11) + (width < narrow ? 2.5 : 4) * share,
    weight: bold ? 'bold' : 'plain',
    most: width < narrow ? 18 : bold ? 30 : 26,
  }
}

function byImportance({ actorSize }: Looks): number[] {
  return [...actorSize.keys()].sort((a, b) => actorSize[b]! - actorSize[a]! || a - b)
}
