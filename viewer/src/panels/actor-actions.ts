import type { App } from '../app.ts'
import { h } from '../dom.ts'
import type { Actor } from '../model/story.ts'
import { only } from '../state/state.ts'
import { actorPicker } from './actor-picker.ts'

/** What can be asked from one actor on: its neighbourhood, and only what it asserts. */
export function actorActions(app: App, actor: Actor): HTMLElement {
  const { store } = app
  const { focus, facets } = store.get()
  const here = focus?.key === actor.key ? focus.depth : 0
  const asserts = app.story.pieces.some(piece => piece.speaker === actor.key)
  const onlyHere = facets.speaker.mode === 'only' && facets.speaker.values.join() === actor.key
  return h(
    'div',
    { class: 'actions' },
    h(
      'div',
      { class: 'segments', role: 'group', 'aria-label': 'Show only its neighbourhood, by steps' },
      h('span', {}, 'Neighbours'),
      [0, 1, 2, 3].map(depth =>
        h(
          'button',
          {
            type: 'button',
            'data-key': `depth ${depth}`,
            'aria-pressed': String(here === depth),
            onclick: () => store.set({ focus: depth === 0 ? null : { key: actor.key, depth } }),
          },
          depth === 0 ? 'all' : String(depth),
        ),
      ),
    ),
    asserts
      ? h(
          'button',
          {
            type: 'button',
            class: 'pill',
            'data-key': 'asserts',
            'aria-pressed': String(onlyHere),
            onclick: () =>
              store.set({ facets: { ...facets, speaker: onlyHere ? { mode: 'not', values: [] } : only(actor.key) } }),
          },
          'Only what it asserts',
        )
      : null,
    actorPicker(app, {
      id: 'path-to',
      placeholder: 'Path to …',
      label: `Find the path from ${actor.label} to another actor`,
      choose: index => {
        const to = app.story.actors[index]!.key
        if (to !== actor.key) store.set({ path: { from: actor.key, to }, selected: null, reading: null })
      },
    }),
  )
}
