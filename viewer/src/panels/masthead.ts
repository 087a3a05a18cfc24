import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import { facetIndexOf } from '../model/facet-index.ts'
import { factsOf } from '../model/story-facts.ts'
import { isFiltered } from '../state/state.ts'
import { count, rangeInWords } from './words.ts'

/** What is shown of what there is, in one line. */
export function paintDeck(app: App, root: HTMLElement): void {
  const { story, visible, store } = app
  const { days } = facetIndexOf(story)
  const filtered = isFiltered(store.get())
  root.textContent = filtered
    ? `${visible.actorCount.toLocaleString('en-GB')} of ${count(story.actors.length, 'actor')} · ${visible.claimCount.toLocaleString('en-GB')} of ${count(story.claims.length, 'claim')}`
    : [
        count(story.actors.length, 'actor'),
        count(story.claims.length, 'claim'),
        count(factsOf(story).documents, 'article'),
        days.length > 0 ? rangeInWords(days[0]!, days.at(-1)!) : null,
      ]
        .filter(Boolean)
        .join(' · ')
}

const themes = ['auto', 'light', 'dark'] as const
const themeNames = { auto: '◐', light: '☀', dark: '☾' }

/** Undo, redo, theme. */
export function paintTools(app: App, root: HTMLElement, more: readonly HTMLElement[]): void {
  const { store } = app
  const { theme } = store.get()
  const next = themes[(themes.indexOf(theme) + 1) % themes.length]!
  repaint(
    root,
    ...more,
    h(
      'button',
      {
        type: 'button',
        'data-key': 'undo',
        'aria-label': 'Undo',
        title: 'Undo (Ctrl+Z)',
        disabled: !store.canUndo,
        onclick: () => store.undo(),
      },
      '↶',
    ),
    h(
      'button',
      {
        type: 'button',
        'data-key': 'redo',
        'aria-label': 'Redo',
        title: 'Redo (Ctrl+Shift+Z)',
        disabled: !store.canRedo,
        onclick: () => store.redo(),
      },
      '↷',
    ),
    h(
      'button',
      {
        type: 'button',
        'data-key': 'theme',
        'aria-label': `Theme: ${theme}. Change to ${next}`,
        title: `Theme: ${theme}`,
        onclick: () => store.set({ theme: next }, { quiet: true }),
      },
      themeNames[theme],
    ),
  )
}
