import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { claimButton } from './actor-panel.ts'
import { corrections } from './correct.ts'
import { openActor } from './evidence.ts'
import { typeMark } from './type-mark.ts'
import { count } from './words.ts'

/** What to read when nothing is chosen: the busiest actors, the best supported claims, the disputed ones. */
export function homePanel(app: App): HTMLElement {
  const { story, visible, palette } = app
  const busiest = story.actors
    .map((actor, index) => ({
      actor,
      index,
      claims: story.claimsOf[index]!.filter(claim => visible.claims[claim]).length,
    }))
    .filter(({ index, claims }) => visible.actors[index] && claims > 0)
    .sort((a, b) => b.claims - a.claims || b.actor.mentions - a.actor.mentions)
    .slice(0, 8)
  const shown = [...story.claims.keys()].filter(claim => visible.claims[claim])
  const strongest = shown.toSorted((a, b) => visible.weights[b]! - visible.weights[a]!).slice(0, 8)
  const sides = Map.groupBy(shown, index => {
    const { source, predicate, target } = story.claims[index]!
    return `${source} ${predicate} ${target}`
  })
  const disputed = [...sides.values()]
    .filter(claims => claims.length > 1)
    .flat()
    .slice(0, 8)
  return h(
    'article',
    { class: 'panel home' },
    h('p', { class: 'kicker' }, 'Front page'),
    h('h2', {}, 'Who says what about whom'),
    h(
      'p',
      { class: 'standfirst' },
      'Every line is a claim that some sentence makes. Choose an actor or a line to read who says so, in which outlet, in which words.',
    ),
    corrections(app, () => app.downloadJudgements()),
    busiest.length > 0
      ? h(
          'section',
          {},
          h('h3', {}, 'At the centre'),
          h(
            'ol',
            { class: 'ranking' },
            busiest.map(({ actor, claims }) =>
              h(
                'li',
                {},
                typeMark(actor.type, palette.types[actor.type]),
                openActor(app, actor.key),
                h('span', { class: 'count' }, count(claims, 'claim')),
              ),
            ),
          ),
        )
      : null,
    list(app, 'Said both ways', disputed),
    list(app, 'Best supported', strongest),
  )
}

function list(app: App, title: string, claims: readonly number[]): HTMLElement | null {
  if (claims.length === 0) return null
  return h(
    'section',
    {},
    h('h3', {}, title),
    h(
      'ul',
      { class: 'claims' },
      claims.map(index => h('li', {}, claimButton(app, app.story.claims[index]!, null))),
    ),
  )
}
