import type { Sigma } from './sigma.ts'

/** Where the reader looks: the middle, in Sigma's framed coordinates, and how much of the graph is in sight. */
export interface View {
  x: number
  y: number
  ratio: number
  angle: number
}

/** How near fitting goes, and the free space it leaves around what is shown. */
const closest = 0.12
const margin = 1.15

/** Moves what the reader looks at. `calm` leaves out the motion. */
export class StageCamera {
  private readonly sigma: Sigma

  private readonly actorOn: () => Uint8Array

  /** @param actorOn which actors are shown, by index */
  constructor(sigma: Sigma, actorOn: () => Uint8Array) {
    this.sigma = sigma
    this.actorOn = actorOn
  }

  private move(to: Partial<View>, duration: number, calm: boolean): void {
    const camera = this.sigma.getCamera()
    // Sigma divides by the duration: at once is no motion of no length.
    if (calm) camera.setState(to)
    else camera.animate(to, { duration })
  }

  /** Brings one actor, by index, to the middle unless it is well in sight. */
  goTo(index: number, calm: boolean): void {
    const { sigma } = this
    const data = sigma.getNodeDisplayData(String(index))
    if (data === undefined) return
    const { x, y } = sigma.framedGraphToViewport(data)
    const { width, height } = sigma.getDimensions()
    if (x > width * 0.12 && x < width * 0.88 && y > height * 0.12 && y < height * 0.88) return
    this.move({ x: data.x, y: data.y, ratio: Math.min(sigma.getCamera().ratio, 0.8) }, 350, calm)
  }

  /** All that is shown in sight: the whole graph, or what the filters leave of it. */
  fit(calm: boolean): void {
    this.move(this.frameOfShown() ?? { x: 0.5, y: 0.5, ratio: 1, angle: 0 }, 300, calm)
  }

  /** The view that shows all that the filters leave; null where they leave everything or nothing. */
  private frameOfShown(): View | null {
    const on = this.actorOn()
    const shown = [...on.keys()].filter(index => on[index] !== 0)
    if (shown.length === on.length || shown.length === 0) return null
    const places = shown.map(index => this.sigma.getNodeDisplayData(String(index))!)
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
    const [left, right] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))]
    const [bottom, top] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))]
    // At ratio 1 the graph, one unit wide or high, fills the stage.
    const ratio = Math.min(1, Math.max(closest, Math.max(right - left, top - bottom) * margin))
    return { x: (left + right) / 2, y: (bottom + top) / 2, ratio, angle: 0 }
  }

  zoom(factor: number, calm: boolean): void {
    this.move({ ratio: this.sigma.getCamera().ratio / factor }, 200, calm)
  }

  pan(x: number, y: number): void {
    const camera = this.sigma.getCamera()
    camera.setState({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio })
  }

  get view(): View {
    return this.sigma.getCamera().getState()
  }

  set view(state: View) {
    this.sigma.getCamera().setState(state)
  }
}
