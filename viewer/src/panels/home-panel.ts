import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { largest } from '../model/largest.ts'
import { factsOf } from '../model/story-facts.ts'
import { claimButton } from './actor-panel.ts'
import { corrections } from './correct.ts'
import { openActor } from './evidence.ts'
import { typeMark } from './type-mark.ts'
import { count } from './words.ts'

/** What to read when nothing is chosen: the busiest actors, the best supported claims, the disputed ones. */
export function homePanel(app: App): HTMLElement {
  const { story, visible, palette } = app
  const busiest = largest(visible.degrees, 8).map(index => ({
    actor: story.actors[index]!,
    claims: visible.degrees[index]!,
  }))
  const strongest = largest(
    visible.weights.map((weight, claim) => weight * visible.claims[claim]!),
    8,
  )
  const disputed = factsOf(story)
    .disputed.map(claims => claims.filter(claim => visible.claims[claim]))
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
