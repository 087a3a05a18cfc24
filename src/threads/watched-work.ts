/** What a task tells of itself while it runs, in memory that both threads see: its state, and the place it has come to. */
export const STATE = 0
export const PLACE = 1
/** States: waiting for the thread, done, or any other number, which grows with each step. */
export const WAITING = 0
export const DONE = -1

export interface WatchedTask<Task> {
  readonly task: Task
  readonly steps: Int32Array
}

/** Says that the work goes on, and where it is: a number of the work's own, kept when the work is stopped. */
export type Step = (place: number) => void

/** Makes of a function the task of a `WatchedPool`'s thread. */
export function watched<Task, Result>(
  work: (task: Task, step: Step) => Result | Promise<Result>,
): (watched: WatchedTask<Task>) => Promise<Result> {
  return async ({ task, steps }) => {
    const step: Step = place => {
      Atomics.store(steps, PLACE, place)
      Atomics.add(steps, STATE, 1)
    }
    step(0)
    try {
      return await work(task, step)
    } finally {
      Atomics.store(steps, STATE, DONE)
    }
  }
}
