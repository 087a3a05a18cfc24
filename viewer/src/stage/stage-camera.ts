import type { Sigma } from './sigma.ts'

/** Where the reader looks: the middle, in Sigma's framed coordinates, and how much of the graph is in sight. */
export interface View {
  x: number
  y: number
  ratio: number
  angle: number
}

/** Moves what the reader looks at. `calm` leaves out the motion. */
export class StageCamera {
  private readonly sigma: Sigma

  constructor(sigma: Sigma) {
    this.sigma = sigma
  }

  /** Brings one actor, by index, to the middle unless it is well in sight. */
  goTo(index: number, calm: boolean): void {
    const { sigma } = this
    const data = sigma.getNodeDisplayData(String(index))
    if (data === undefined) return
    const { x, y } = sigma.framedGraphToViewport(data)
    const { width, height } = sigma.getDimensions()
    if (x > width * 0.12 && x < width * 0.88 && y > height * 0.12 && y < height * 0.88) return
    const camera = sigma.getCamera()
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

  get view(): View {
    return this.sigma.getCamera().getState()
  }

  set view(state: View) {
    this.sigma.getCamera().setState(state)
  }
}
