import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import type { View } from '../state/state.ts'

const views: readonly (readonly [View, string])[] = [
  ['graph', 'Graph'],
  ['table', 'Table'],
  ['compare', 'Compare'],
]

/** Which view of the claims the middle shows. */
export function paintViews(app: App, root: HTMLElement): void {
  const { view } = app.store.get()
  repaint(
    root,
    h(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': 'View' },
      views.map(([name, label]) =>
        h(
          'button',
          {
            type: 'button',
            'data-key': `view ${name}`,
            'aria-pressed': String(view === name),
            onclick: () => app.store.set({ view: name }, { quiet: true }),
          },
          label,
        ),
      ),
    ),
  )
}
