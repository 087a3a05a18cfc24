import { MultiDirectedGraph } from 'graphology'
import type { Story } from '../model/story.ts'
import { fanOut } from './fan.ts'
import { halo, NodeShapes } from './node-shapes.ts'
import { Overlay, type OverlayStyle, type ScreenEdge, type ScreenNode } from './overlay.ts'
import { type Palette, typeShapes } from './palette.ts'
import { createEdgeCurveProgram, EdgeArrowProgram, EdgeRectangleProgram, Sigma } from './sigma.ts'

/** How each node and edge looks now, by index. */
export interface Looks {
  readonly actorOn: Uint8Array
  readonly claimOn: Uint8Array
  readonly actorSize: Float32Array
  readonly actorColor: readonly string[]
  readonly claimSize: Float32Array
  readonly claimColor: readonly string[]
}

/** What stands out while the rest steps back. */
export interface Lit {
  readonly actors: readonly number[]
  readonly claims: readonly number[]
  readonly ring: number | null
}

export interface StageEvents {
  actor(index: number): void
  claim(index: number): void
  nothing(): void
  hover(index: number | null): void
}

/** Beyond this many lines arrowheads and curves cost more than they tell. */
const manyClaims = 12_000
const mostLabels = 160
/** Of the nodes in sight, those that labels are tried for and go around. */
const mostNamed = 400

/** The drawn graph. Holds positions, sizes, colours and labels only; what they mean stays with the story. */
export class Stage {
  private readonly container: HTMLElement
  private readonly events: StageEvents
  private readonly graph: MultiDirectedGraph
  private readonly sigma: Sigma
  private readonly context: CanvasRenderingContext2D
  private readonly story: Story
  private readonly bends: Float32Array
  private looks: Looks
  private lit: Lit | null = null
  private hovered: Lit | null = null
  private order: number[] = []
  private style: OverlayStyle
  private edgeLabels = false
  private readonly pinned = new Set<number>()
  private dragging: number | null = null

  constructor(container: HTMLElement, story: Story, looks: Looks, style: OverlayStyle, events: StageEvents) {
    this.container = container
    this.story = story
    this.looks = looks
    this.style = style
    this.events = events
    this.bends = fanOut(story.claims)
    this.graph = this.renderGraph()
    this.setHalo()
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      enableEdgeEvents: story.claims.length <= manyClaims,
      renderLabels: false,
      zIndex: false,
      minEdgeThickness: 0.8,
      stagePadding: 46,
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
      nodeReducer: (key, data) => {
        const index = Number(key)
        return {
          ...data,
          hidden: this.looks.actorOn[index] === 0,
          size: this.looks.actorSize[index]!,
          color: this.looks.actorColor[index]!,
        }
      },
      edgeReducer: (key, data) => {
        const index = Number(key)
        return {
          ...data,
          hidden: this.looks.claimOn[index] === 0,
          size: this.looks.claimSize[index]!,
          color: this.looks.claimColor[index]!,
        }
      },
    })
    // The frame is that of the whole story: nothing jumps when filters hide a part of it.
    this.sigma.setCustomBBox(this.sigma.getBBox())
    this.sigma.createCanvasContext('overlay', { style: { pointerEvents: 'none' } })
    this.context = this.fitOverlay(this.sigma.getCanvases().overlay!)
    this.sortByImportance()
    this.sigma.on('afterRender', () => this.paint())
    this.listen()
    // Sigma has drawn while it was made; another pass over a large graph would double the wait.
    this.paint()
    performance.mark('drawn')
  }

  /** Gives the new canvas the stage's size, as Sigma will from the next change of size on. */
  private fitOverlay(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const { width, height } = this.sigma.getDimensions()
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
    canvas.width = width * devicePixelRatio
    canvas.height = height * devicePixelRatio
    const context = canvas.getContext('2d')!
    context.scale(devicePixelRatio, devicePixelRatio)
    return context
  }

  private renderGraph(): MultiDirectedGraph {
    const graph = new MultiDirectedGraph()
    const { actors, claims } = this.story
    const many = claims.length > manyClaims
    actors.forEach(({ x, y, type }, index) => {
      graph.addNode(String(index), { x, y, shape: typeShapes[type] })
    })
    claims.forEach(({ source, target }, index) => {
      if (source === target) return
      const curvature = this.bends[index]!
      graph.addDirectedEdgeWithKey(String(index), String(source), String(target), {
        type: many ? 'line' : Math.abs(curvature) > 0.01 ? 'curve' : 'arrow',
        curvature,
      })
    })
    return graph
  }

  private listen(): void {
    const { sigma, events } = this
    sigma.on('clickNode', ({ node }) => events.actor(Number(node)))
    sigma.on('clickEdge', ({ edge }) => events.claim(Number(edge)))
    sigma.on('clickStage', () => events.nothing())
    sigma.on('enterNode', ({ node }) => {
      this.container.style.cursor = 'pointer'
      events.hover(Number(node))
    })
    sigma.on('leaveNode', () => {
      this.container.style.cursor = ''
      events.hover(null)
    })
    sigma.on('enterEdge', ({ edge }) => {
      this.container.style.cursor = 'pointer'
      const { source, target } = this.story.claims[Number(edge)]!
      this.hover({ actors: [source, target], claims: [Number(edge)], ring: null })
    })
    sigma.on('leaveEdge', () => {
      this.container.style.cursor = ''
      this.hover(null)
    })
    sigma.on('downNode', ({ node, preventSigmaDefault }) => {
      this.dragging = Number(node)
      preventSigmaDefault()
    })
    sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
      if (this.dragging === null) return
      preventSigmaDefault()
      event.original.preventDefault()
      const { x, y } = sigma.viewportToGraph(event)
      this.pinned.add(this.dragging)
      this.graph.mergeNodeAttributes(String(this.dragging), { x, y })
    })
    const drop = () => {
      this.dragging = null
    }
    sigma.on('upNode', drop)
    sigma.on('upStage', drop)
    sigma.on('leaveStage', drop)
  }

  /** Takes new looks; positions and the camera stay. */
  show(looks: Looks, edgeLabels: boolean): void {
    this.looks = looks
    this.edgeLabels = edgeLabels
    this.sortByImportance()
    this.sigma.refresh()
  }

  /** What stands out until told otherwise. */
  light(lit: Lit | null): void {
    this.lit = lit
    this.hovered = null
    this.paint()
  }

  /** What stands out while the pointer rests on it. */
  hover(lit: Lit | null): void {
    this.hovered = lit
    this.paint()
  }

  dress(style: OverlayStyle): void {
    this.style = style
    this.setHalo()
    this.sigma.refresh({ skipIndexation: true })
  }

  private setHalo(): void {
    const value = Number.parseInt(this.style.paper.slice(1), 16)
    halo.color = [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
  }

  private sortByImportance(): void {
    const { actorSize } = this.looks
    this.order = [...actorSize.keys()].sort((a, b) => actorSize[b]! - actorSize[a]! || a - b)
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

  private paint(): void {
    const { width, height } = this.sigma.getDimensions()
    this.context.clearRect(0, 0, width, height)
    const lit = this.hovered ?? this.lit
    this.container.classList.toggle('dimmed', lit !== null)
    const overlay = new Overlay(this.context, this.style, width)
    if (lit !== null) this.paintLit(overlay, lit)
    if (lit === null) this.paintNames(overlay, width, height)
    if (this.edgeLabels && lit === null) {
      let lettered = 0
      for (const [index, on] of this.looks.claimOn.entries()) {
        if (on === 0 || lettered > 300) continue
        const edge = this.screenEdge(index)
        overlay.edgeLabel(edge)
        lettered++
      }
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
    let written = 0
    for (const node of inSight) {
      const share = this.looks.actorSize[node.index]! / important
      if (overlay.label(node, 11 + 4 * share, share > 0.55, false)) written++
      if (written === mostLabels) break
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
      overlay.label(node, node === ring ? 15 : 12.5, node === ring, node === ring || nodes.length <= 8)
    if (edges.length <= 60) for (const edge of edges) overlay.edgeLabel(edge)
  }

  /** Brings one actor to the middle unless it is well in sight. */
  goTo(index: number, calm: boolean): void {
    const data = this.sigma.getNodeDisplayData(String(index))
    if (data === undefined) return
    const { x, y } = this.screenNode(index)
    const { width, height } = this.sigma.getDimensions()
    const insight = x > width * 0.12 && x < width * 0.88 && y > height * 0.12 && y < height * 0.88
    if (insight) return
    const camera = this.sigma.getCamera()
    camera.animate({ x: data.x, y: data.y, ratio: Math.min(camera.ratio, 0.8) }, { duration: calm ? 0 : 350 })
  }

  /** The whole graph in sight. */
  fit(calm: boolean): void {
    this.sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: calm ? 0 : 300 })
  }

  zoom(factor: number, calm: boolean): void {
    const camera = this.sigma.getCamera()
    camera.animate({ ratio: camera.ratio / factor }, { duration: calm ? 0 : 200 })
  }

  pan(x: number, y: number): void {
    const camera = this.sigma.getCamera()
    camera.setState({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio })
  }

  /** Where every actor stands now. */
  positions(): Float64Array {
    const positions = new Float64Array(this.story.actors.length * 2)
    this.graph.forEachNode((key, { x, y }) => {
      positions[Number(key) * 2] = x
      positions[Number(key) * 2 + 1] = y
    })
    return positions
  }

  /** Moves every actor that is not pinned; the frame follows. */
  arrange(positions: ArrayLike<number>, everyone = false): void {
    if (everyone) this.pinned.clear()
    this.sigma.setCustomBBox(null)
    this.graph.updateEachNodeAttributes(
      (key, attributes) => {
        const index = Number(key)
        if (this.pinned.has(index)) return attributes
        attributes.x = positions[index * 2]
        attributes.y = positions[index * 2 + 1]
        return attributes
      },
      { attributes: ['x', 'y'] },
    )
    this.sigma.refresh()
    this.sigma.setCustomBBox(this.sigma.getBBox())
  }

  /** How long a pixel of the screen is in the graph's own units, seen whole. */
  get graphUnitsPerPixel(): number {
    return 1 / this.sigma.getGraphToViewportRatio()
  }

  /** Where the reader looks. */
  get view(): { x: number; y: number; ratio: number; angle: number } {
    return this.sigma.getCamera().getState()
  }

  set view(state: { x: number; y: number; ratio: number; angle: number }) {
    this.sigma.getCamera().setState(state)
  }

  get pinnedActors(): ReadonlySet<number> {
    return this.pinned
  }

  resize(): void {
    const { width, height } = this.sigma.getDimensions()
    if (width === this.container.offsetWidth && height === this.container.offsetHeight) return
    this.sigma.resize()
    this.sigma.refresh({ skipIndexation: true })
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
    for (const node of nodes.slice(0, mostLabels)) overlay.label(node, 13, false, false)
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

  kill(): void {
    this.sigma.kill()
  }
}
