import { Tinypool } from 'tinypool'
import { DONE, PLACE, STATE, WAITING, type WatchedTask } from './watched-work.ts'

/** A task was stopped: it went on for too long without a step, or took more memory than its thread may have. */
export class Stopped extends Error {
  readonly reason: 'time' | 'memory'
  /** Where the task was, as its last step had it. */
  readonly place: number

  constructor(reason: 'time' | 'memory', place: number, options?: ErrorOptions) {
    super(`stopped: too much ${reason}`, options)
    this.name = 'Stopped'
    this.reason = reason
    this.place = place
  }
}

export interface WatchedPoolOptions {
  /** A module whose default export is `watched` work. */
  readonly worker: URL
  readonly threads: number
  /** Tasks that a thread is handed at once, so that it need not wait for the next; 1 for work that gives promises. */
  readonly waiting: number
  readonly workerData?: unknown
  /** Heap that each thread may fill, in megabytes; Node's own limit by default. */
  readonly megabytes?: number
}

interface Running {
  readonly steps: Int32Array
  readonly seconds: number
  readonly stop: (error: Stopped) => void
  lastState: number
  /** Since the last step: on the clock, and at work. */
  waited: number
  worked: number
}

const TICK_SECONDS = 0.25
/** On a machine that is busy with other work, a task may take so many times as long on the clock. */
const BUSY = 4
/** A thread that ends again and again before it has begun a task will not do better. */
const MOST_TRIES = 8

/**
 * Threads whose work can be stopped: what takes too long, or too much memory, ends as `Stopped` with its thread, and all
 * other tasks go on in new threads. Threads start with the first task.
 */
export class WatchedPool<Task, Result> {
  readonly #options: WatchedPoolOptions
  readonly #running = new Set<Running>()
  readonly #ending = new Set<Promise<void>>()
  #pool: Tinypool | undefined
  #ended = false
  #clock: NodeJS.Timeout | undefined
  /** Of all threads, at the last tick. */
  #usage = process.cpuUsage()

  constructor(options: WatchedPoolOptions) {
    this.#options = options
  }

  /**
   * @param seconds the longest that the task may work between two steps; 0 for no limit
   * @throws Stopped; or whatever the work throws
   */
  async run(task: Task, seconds: number): Promise<Result> {
    for (let tries = 0; ; ) {
      const steps = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
      const pool = (this.#pool ??= this.#start())
      try {
        return await this.#watch(pool.run({ task, steps } satisfies WatchedTask<Task>), steps, seconds)
      } catch (error) {
        if (error instanceof Stopped || this.#ended) throw error
        const outOfMemory = isOutOfMemory(error)
        const state = stateOf(steps)
        if (state === 'running' && outOfMemory)
          throw new Stopped('memory', Atomics.load(steps, PLACE), { cause: error })
        // Its thread ended for the sake of another task: a new one does it.
        if (pool !== this.#pool) continue
        const harmed = state === 'waiting' || (state === 'done' && outOfMemory)
        if (!harmed || ++tries === MOST_TRIES) throw error
        this.#restart()
      }
    }
  }

  /** Ends all threads; tasks that still run come to nothing. */
  async end(): Promise<void> {
    this.#ended = true
    clearInterval(this.#clock)
    await Promise.all([this.#pool?.destroy(), ...this.#ending])
  }

  #start(): Tinypool {
    const { worker, threads, waiting, workerData, megabytes } = this.#options
    const pool = new Tinypool({
      filename: worker.href,
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: waiting,
      workerData,
      // Options of the program that starts us, such as `--input-type`, need not suit a thread.
      execArgv: [],
      ...(megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
    })
    // Of a thread that ends before it is ready: tasks that wait for it would wait for ever.
    pool.on('error', () => {
      if (pool === this.#pool) this.#restart()
    })
    return pool
  }

  /** The result, or `Stopped` once the task has made no step for too long. */
  async #watch(result: Promise<Result>, steps: Int32Array, seconds: number): Promise<Result> {
    if (seconds === 0) return result
    return new Promise((resolve, reject) => {
      const running: Running = { steps, seconds, stop: reject, lastState: WAITING, waited: 0, worked: 0 }
      this.#running.add(running)
      this.#clock ??= setInterval(() => this.#tick(), 1000 * TICK_SECONDS)
      const settled = () => {
        this.#running.delete(running)
        if (this.#running.size > 0) return
        clearInterval(this.#clock)
        this.#clock = undefined
      }
      result.then(resolve, reject).finally(settled)
    })
  }

  /** Ticks are counted, not seconds: where this thread itself is busy, results may be waiting to be taken in. */
  #tick(): void {
    const { user, system } = process.cpuUsage(this.#usage)
    this.#usage = process.cpuUsage()
    const worked = Math.min(TICK_SECONDS, (user + system) / 1e6)
    for (const running of this.#running) {
      const state = Atomics.load(running.steps, STATE)
      if (state !== running.lastState) {
        running.lastState = state
        running.waited = 0
        running.worked = 0
        continue
      }
      if (stateOf(running.steps) !== 'running') continue
      running.waited += TICK_SECONDS
      running.worked += worked
      if (running.worked > running.seconds || running.waited > BUSY * running.seconds) {
        this.#running.delete(running)
        running.stop(new Stopped('time', Atomics.load(running.steps, PLACE)))
        this.#restart()
      }
    }
  }

  /** What hangs cannot be told to end: its thread must, and with it those of the tasks beside it, which start anew. */
  #restart(): void {
    const old = this.#pool
    if (old === undefined) return
    this.#pool = undefined
    const ending = old.destroy()
    this.#ending.add(ending)
    void ending.finally(() => this.#ending.delete(ending))
  }
}

function stateOf(steps: Int32Array): 'waiting' | 'running' | 'done' {
  const state = Atomics.load(steps, STATE)
  return state === WAITING ? 'waiting' : state === DONE ? 'done' : 'running'
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
