import { initialState, type State } from './state.ts'

type Listener = (state: State, before: State) => void

export interface Change {
  /** Steps with the same name in a row are one step to undo (dragging a brush). */
  readonly gesture?: string
  /** What is looked at rather than chosen (selection, theme) is no step to undo. */
  readonly quiet?: boolean
}

/** The one state of the page, with its history. */
export class Store {
  private state: State = initialState
  private readonly past: State[] = []
  private future: State[] = []
  private gesture: string | null = null
  private readonly listeners: Listener[] = []

  get(): State {
    return this.state
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener)
  }

  set(change: Partial<State>, { gesture, quiet = false }: Change = {}): void {
    const before = this.state
    if (!quiet) {
      if (gesture === undefined || gesture !== this.gesture) this.past.push(before)
      if (this.past.length > 200) this.past.shift()
      this.future = []
      this.gesture = gesture ?? null
    }
    this.state = { ...before, ...change }
    this.tell(before)
  }

  get canUndo(): boolean {
    return this.past.length > 0
  }

  get canRedo(): boolean {
    return this.future.length > 0
  }

  undo(): void {
    this.travel(this.past, this.future)
  }

  redo(): void {
    this.travel(this.future, this.past)
  }

  /** Starts anew, without history: another graph, or a link that was opened. */
  reset(state: State): void {
    const before = this.state
    this.past.length = 0
    this.future = []
    this.gesture = null
    this.state = state
    this.tell(before)
  }

  private travel(from: State[], to: State[]): void {
    const state = from.pop()
    if (state === undefined) return
    const before = this.state
    to.push(before)
    this.gesture = null
    // What is looked at stays as it is.
    const { selected, reading, theme, view } = before
    this.state = { ...state, selected, reading, theme, view }
    this.tell(before)
  }

  private tell(before: State): void {
    for (const listener of this.listeners) listener(this.state, before)
  }
}
