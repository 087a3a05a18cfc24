import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import { facetNames, isFiltered, unfiltered } from '../state/state.ts'
import { dayInWords, nameOf } from './words.ts'

/** Says why nothing is shown, and offers the way out. */
export function paintNotice(app: App, root: HTMLElement): void {
  const { store, story, visible } = app
  const state = store.get()
  const none = story.actors.length === 0
  if (none || visible.claimCount > 0 || !isFiltered(state)) {
    repaint(root, none && h('p', {}, 'This graph is empty: no claim was found in the articles.'))
    return
  }
  const reasons = [
    ...facetNames
      .filter(name => state.facets[name].values.length > 0)
      .map(name => {
        const { mode, values } = state.facets[name]
        const named = values
          .map(value => (name === 'speaker' && value !== '' ? nameOf(story, value) : value || 'none'))
          .join(', ')
        return `${name === 'doc' ? 'article' : name}: ${mode === 'only' ? 'only' : 'without'} ${named}`
      }),
    ...(state.minimumWeight > 1 ? [`at least ${state.minimumWeight} sentences a claim`] : []),
    ...(state.from !== null ? [`from ${dayInWords(state.from)}`] : []),
    ...(state.to !== null ? [`until ${dayInWords(state.to)}`] : []),
    ...(state.focus !== null ? [`near ${nameOf(story, state.focus.key)}`] : []),
  ]
  repaint(
    root,
    h('h2', {}, 'No claim passes all filters'),
    h('p', {}, `You asked for ${reasons.join('; ')}. Each may hold for some claims, but no claim meets them all.`),
    h(
      'p',
      {},
      store.canUndo
        ? h(
            'button',
            { type: 'button', class: 'pill', 'data-key': 'step back', onclick: () => store.undo() },
            'Undo the last step',
          )
        : null,
      ' ',
      h(
        'button',
        { type: 'button', class: 'pill', 'data-key': 'show all', onclick: () => store.set(unfiltered(state)) },
        'Show everything',
      ),
    ),
  )
}
