/** The Adam optimiser (Kingma & Ba 2015) over a network's parameters, gradients being kept in the kernel's memory. */
import type { Kernel } from '../../src/language/kernel.ts'
import type { Parameter } from './network.ts'

/** Gradients whose norm over all parameters is larger are scaled down to it. */
const LARGEST_NORM = 5
const MEAN_DECAY = 0.9
const SQUARE_DECAY = 0.999
/** Steps over which the learning rate rises from nothing. */
const WARM_UP = 100

class Moments {
  readonly parameter: Parameter
  readonly gradient: number
  private readonly touched: number[] = []
  private readonly sparse: boolean
  private readonly mark: Uint8Array
  private readonly mean: Float32Array
  private readonly square: Float32Array

  /** Of a sparse parameter only rows that were touched since the last step are moved. */
  constructor(kernel: Kernel, parameter: Parameter, sparse: boolean) {
    const cells = parameter.rows * parameter.columns
    this.parameter = parameter
    this.sparse = sparse
    this.gradient = kernel.allocate(cells)
    this.mark = new Uint8Array(parameter.rows)
    this.mean = new Float32Array(cells)
    this.square = new Float32Array(cells)
  }

  touch(row: number): void {
    if (this.mark[row] === 1) return
    this.mark[row] = 1
    this.touched.push(row)
  }

  squaredNorm(floats: Float32Array): number {
    let sum = 0
    this.eachRange((from, to) => {
      for (let i = from; i < to; i++) sum += floats[this.gradient + i]! ** 2
    })
    return sum
  }

  /** Moves the parameter and clears its gradient. */
  step(floats: Float32Array, rate: number, scale: number, time: number): void {
    const { mean, square, gradient } = this
    const at = this.parameter.at
    const size = (rate * Math.sqrt(1 - SQUARE_DECAY ** time)) / (1 - MEAN_DECAY ** time)
    this.eachRange((from, to) => {
      for (let i = from; i < to; i++) {
        const g = floats[gradient + i]! * scale
        const m = (mean[i] = MEAN_DECAY * mean[i]! + (1 - MEAN_DECAY) * g)
        const s = (square[i] = SQUARE_DECAY * square[i]! + (1 - SQUARE_DECAY) * g * g)
        floats[at + i]! -= (size * m) / (Math.sqrt(s) + 1e-8)
      }
      floats.fill(0, gradient + from, gradient + to)
    })
    for (const row of this.touched) this.mark[row] = 0
    this.touched.length = 0
  }

  private eachRange(visit: (from: number, to: number) => void): void {
    const { rows, columns } = this.parameter
    if (!this.sparse) visit(0, rows * columns)
    else for (const row of this.touched) visit(row * columns, (row + 1) * columns)
  }
}

export class Adam {
  private readonly kernel: Kernel
  private readonly moments = new Map<Parameter, Moments>()
  private readonly learningRate: number
  private readonly plannedSteps: number
  private time = 0

  /** The learning rate falls in a straight line to a hundredth over `plannedSteps`. */
  constructor(
    kernel: Kernel,
    parameters: readonly Parameter[],
    sparse: (name: string) => boolean,
    learningRate: number,
    plannedSteps: number,
  ) {
    this.kernel = kernel
    this.learningRate = learningRate
    this.plannedSteps = plannedSteps
    for (const parameter of parameters)
      this.moments.set(parameter, new Moments(kernel, parameter, sparse(parameter.name)))
  }

  /** Address of a parameter's gradient, to be added to. */
  gradient(parameter: Parameter): number {
    return this.moments.get(parameter)!.gradient
  }

  touch(parameter: Parameter, row: number): void {
    this.moments.get(parameter)!.touch(row)
  }

  step(): void {
    const { floats } = this.kernel
    this.time++
    let sum = 0
    for (const moments of this.moments.values()) sum += moments.squaredNorm(floats)
    const norm = Math.sqrt(sum)
    const scale = norm > LARGEST_NORM ? LARGEST_NORM / norm : 1
    const warmth = Math.min(1, this.time / WARM_UP)
    const rate = this.learningRate * warmth * Math.max(0.01, 1 - this.time / (this.plannedSteps + 1))
    for (const moments of this.moments.values()) moments.step(floats, rate, scale, this.time)
  }
}
