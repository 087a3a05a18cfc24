import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import { actorPanel } from './actor-panel.ts'
import { articlePanel } from './article-panel.ts'
import { claimPanel } from './claim-panel.ts'
import { homePanel } from './home-panel.ts'
import { pathPanel } from './path-panel.ts'

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
    root.querySelector('.text .mark-here')?.scrollIntoView({ block: 'center' })
    return
  }
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

function back(label: string, go: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'back', 'data-key': 'back', onclick: go }, `← ${label}`)
}
