import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import type { State } from '../state/state.ts'
import { actorPanel } from './actor-panel.ts'
import { articlePanel } from './article-panel.ts'
import { claimPanel } from './claim-panel.ts'
import { homePanel } from './home-panel.ts'
import { pathPanel } from './path-panel.ts'

let opened: State['reading'] = null

/** The right-hand column: an article, a claim, an actor, or the front page. */
export function paintReading(app: App, root: HTMLElement): void {
  const { store, story } = app
  const { selected, reading } = store.get()
  const article = reading === null ? undefined : story.articles.get(reading.doc)
  if (article !== undefined && reading !== null) {
    repaint(
      root,
      back('Back to the evidence', () => store.set({ reading: null }, { quiet: true })),
      articlePanel(app, article, reading),
    )
    // Once: whoever has read on stays there when the page changes around the text.
    if (reading !== opened) scrollTo(root, root.querySelector('.text .mark-here'))
    opened = reading
    return
  }
  opened = null
  const index =
    selected === null ? undefined : (selected.kind === 'actor' ? story.actorIndex : story.claimIndex).get(selected.key)
  const { path } = app
  if ((selected === null || index === undefined) && path !== null)
    repaint(
      root,
      back('Front page', () => store.set({ path: null })),
      pathPanel(app, path.from, path.to),
    )
  else if (selected === null || index === undefined) repaint(root, homePanel(app))
  else
    repaint(
      root,
      back(path === null ? 'Front page' : 'Back to the path', () => app.select(null)),
      selected.kind === 'actor' ? actorPanel(app, index) : claimPanel(app, index),
    )
}

/** Brings an element to the middle of the column; the page around it stays. */
function scrollTo(root: HTMLElement, element: Element | null): void {
  if (element === null) return
  const [column, line] = [root.getBoundingClientRect(), element.getBoundingClientRect()]
  root.scrollTop += line.top - column.top - column.height / 3
}

function back(label: string, go: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'back', 'data-key': 'back', onclick: go }, `← ${label}`)
}
