import type { MultiDirectedGraph } from 'graphology'
import type { Story } from '../model/story.ts'
import type { Sight } from '../state/sight.ts'
import { fanOut } from './fan.ts'
import { listen, type PointerEvents } from './listen.ts'
import { halo } from './node-shapes.ts'
import type { OverlayStyle, ScreenEdge, ScreenNode } from './overlay.ts'
import { Painter } from './painter.ts'
import type { Palette } from './palette.ts'
import { manyClaims, renderGraph } from './render-graph.ts'
import { changedLooks, type Lit, type Looks } from './shown.ts'
import type { Sigma } from './sigma.ts'
import { StageCamera } from './stage-camera.ts'
import { openOverlay, startSigma } from './start-sigma.ts'

/** What the reader does on the drawing, by index of actor or claim. */
export type StageEvents = Omit<PointerEvents, 'drag'> & {
  /** The camera moved, or an actor was dragged. */
  moved(): void
}

/** What a stage shows from the start. */
interface Scene {
  readonly story: Story
  readonly looks: Looks
  readonly edgeLabels: boolean
}

/** The drawn graph. Holds positions, sizes, colours and labels only; what they mean stays with the story. */
export class Stage {
  readonly camera: StageCamera
  private readonly container: HTMLElement
  private readonly graph: MultiDirectedGraph
  private readonly sigma: Sigma
  private readonly story: Story
  private readonly painter: Painter
  private looks: Looks
  private lit: Lit | null = null
  private hovered: Lit | null = null
  private readonly pinned = new Set<number>()

  constructor(container: HTMLElement, { story, looks, edgeLabels }: Scene, style: OverlayStyle, events: StageEvents) {
    this.container = container
    this.story = story
    this.looks = looks
    const bends = fanOut(story.claims)
    this.graph = renderGraph(story, bends)
    setHalo(style)
    this.sigma = startSigma(this.graph, container, () => this.looks, story.claims.length <= manyClaims)
    this.camera = new StageCamera(this.sigma, () => this.looks.actorOn)
    const drawn = { story, graph: this.graph, bends, edgeLabels }
    this.painter = new Painter(this.sigma, openOverlay(this.sigma), drawn, looks, style)
    this.sigma.on('afterRender', () => this.paint())
    this.sigma.getCamera().on('updated', () => events.moved())
    listen(this.sigma, container, {
      ...events,
      drag: (index, to) => {
        this.drag(index, to)
        events.moved()
      },
    })
    // Sigma has drawn while it was made; another pass over a large graph would double the wait.
    this.paint()
    performance.mark('drawn')
  }

  private drag(index: number, to: { x: number; y: number }): void {
    this.pinned.add(index)
    this.graph.mergeNodeAttributes(String(index), to)
  }

  /** What of the stage goes into a link. */
  get sight(): Sight {
    const { x, y, ratio } = this.camera.view
    const whole = x === 0.5 && y === 0.5 && ratio === 1
    return {
      camera: whole ? null : { x, y, ratio },
      pins: [...this.pinned].map(index => {
        const { x, y } = this.graph.getNodeAttributes(String(index))
        return [this.story.actors[index]!.key, x, y]
      }),
    }
  }

  set sight({ camera, pins }: Sight) {
    for (const [key, x, y] of pins) {
      const index = this.story.actorIndex.get(key)
      if (index !== undefined) this.drag(index, { x, y })
    }
    this.camera.view = { x: 0.5, y: 0.5, ratio: 1, angle: 0, ...camera }
  }

  private paint(): void {
    const lit = this.hovered ?? this.lit
    this.container.classList.toggle('dimmed', lit !== null)
    this.painter.paint(lit)
  }

  /** Takes new looks, and what stands out until told otherwise; positions and the camera stay. */
  show(looks: Looks, edgeLabels: boolean, lit: Lit | null): void {
    const partialGraph = changedLooks(this.story, this.looks, looks)
    this.looks = looks
    this.lit = lit
    this.hovered = null
    this.painter.show(looks, edgeLabels)
    // Only what looks otherwise is told to Sigma: telling it of 50,000 lines anew would take as long as a first drawing.
    this.sigma.refresh({ partialGraph, skipIndexation: true })
  }

  /** What stands out until told otherwise. */
  light(lit: Lit | null): void {
    if (lit === null && this.lit === null && this.hovered === null) return
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
    this.painter.style = style
    setHalo(style)
    this.sigma.refresh({ skipIndexation: true })
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
    return this.painter.picture(palette)
  }

  /** What is shown, where it stands on the screen: for pictures made elsewhere. */
  screen(): { nodes: ScreenNode[]; edges: ScreenEdge[]; width: number; height: number } {
    return this.painter.screen()
  }

  kill(): void {
    this.sigma.kill()
  }
}

function setHalo({ paper }: OverlayStyle): void {
  const value = Number.parseInt(paper.slice(1), 16)
  halo.color = [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}
