import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { findPath } from '../model/find-path.ts'
import { visiblePieces } from '../model/visible.ts'
import { claimButton } from './actor-panel.ts'
import { evidence, openActor } from './evidence.ts'
import { count, nameOf } from './words.ts'

/** How two actors hang together: the shortest chain of claims, with a sentence for each step. */
export function pathPanel(app: App, from: number, to: number): HTMLElement {
  const { story, store } = app
  const [first, last] = [story.actors[from]!, story.actors[to]!]
  const steps = findPath(story, app.visible, from, to)
  return h(
    'article',
    { class: 'panel' },
    h('p', { class: 'kicker' }, 'Path'),
    h('h2', {}, `From ${first.label} to ${last.label}`),
    h(
      'p',
      { class: 'facts' },
      steps === null
        ? 'No chain of shown claims joins them. Fewer filters may find one.'
        : `${count(steps.length, 'step')}; every step is a claim that some sentence makes.`,
    ),
    h(
      'p',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', class: 'pill', 'data-key': 'end path', onclick: () => store.set({ path: null }) },
        'End the path',
      ),
    ),
    h(
      'ol',
      { class: 'steps' },
      (steps ?? []).map(step => {
        const [best, ...others] = step.claims.map(index => story.claims[index]!)
        const piece = best && visiblePieces(best, store.get())[0]
        return h(
          'li',
          {},
          h(
            'h3',
            {},
            h(
              'span',
              {},
              nameOf(story, story.actors[step.from]!.key),
              ' → ',
              openActor(app, story.actors[step.to]!.key),
            ),
          ),
          best ? claimButton(app, best, null) : null,
          best && piece ? h('ul', {}, evidence(app, best, piece)) : null,
          others.length > 0
            ? h(
                'details',
                {},
                h('summary', {}, count(others.length, 'more claim'), ' between them'),
                h(
                  'ul',
                  { class: 'claims' },
                  others.map(claim => h('li', {}, claimButton(app, claim, null))),
                ),
              )
            : null,
        )
      }),
    ),
  )
}
