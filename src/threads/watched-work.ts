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
): (watched: WatchedTask<Task>) => Result | Promise<Result> {
  return ({ task, steps }) => {
    const step: Step = place => {
      Atomics.store(steps, PLACE, place)
      Atomics.add(steps, STATE, 1)
    }
    const done = () => Atomics.store(steps, STATE, DONE)
    step(0)
    let result: Result | Promise<Result>
    try {
      result = work(task, step)
    } catch (error) {
      done()
      throw error
    }
    if (result instanceof Promise) return result.finally(done)
    // At once: tasks that wait at this thread begin before the promise of this one is settled.
    done()
    return result
  }
}
