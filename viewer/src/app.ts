import type { Story } from './model/story.ts'
import type { Visible } from './model/visible.ts'
import type { Palette } from './stage/palette.ts'
import type { Selected } from './state/state.ts'
import type { Store } from './state/store.ts'

/** What every panel works with. */
export interface App {
  readonly store: Store
  /** The story as it was read, and with the reader's corrections. */
  readonly original: Story
  readonly story: Story
  readonly visible: Visible
  readonly palette: Palette
  /** Shows an actor or a claim in the reading panel. */
  select(selected: Selected): void
  /** Opens an article at a place. */
  read(doc: string, start: number, end: number): void
  /** The path that is asked for, as indices of its ends. */
  readonly path: { readonly from: number; readonly to: number } | null
  /** The page as it stands, as the fragment of a link. */
  link(): string
  /** Downloads the corrections for `hearsay build`. */
  downloadJudgements(): void
  /** Tells screen readers what happened. */
  announce(text: string): void
  /** Shows a stretch of the graph in passing. */
  hoverActor(index: number | null): void
  hoverClaim(index: number | null): void
}

/** Whether the reader asked the system for less motion. */
export function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
