import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import { compareNames, compareSources, type Sources, sourcesOf } from '../model/compare.ts'
import { compareColors } from '../stage/palette.ts'
import { claimButton } from './actor-panel.ts'
import { openActor } from './evidence.ts'
import { typeMark } from './type-mark.ts'
import { count } from './words.ts'

const mostShown = 40
const colors = [compareColors.left, compareColors.right]

/** What two or more outlets tell alike, what only one tells, and how each names the same actor. */
export function paintCompare(app: App, root: HTMLElement): void {
  const { store, story } = app
  const sources = sourcesOf(story)
  const chosen = store.get().compare.filter(value => sources.all.some(source => source.value === value))
  const what = sources.by === 'outlet' ? 'outlets' : 'articles'
  repaint(
    root,
    h('h2', {}, `Compare ${what}`),
    sources.all.length < 2
      ? h('p', { class: 'standfirst' }, 'There is one source only: nothing to compare.')
      : h(
          'p',
          { class: 'standfirst' },
          `Choose two or more ${what} to see what each tells alone, what they tell alike, and how each names the same actor.`,
        ),
    picker(app, sources, chosen),
    chosen.length >= 2 ? columns(app, sources, chosen) : null,
    chosen.length >= 2 ? names(app, sources, chosen) : null,
  )
}

function picker(app: App, sources: Sources, chosen: readonly string[]): HTMLElement {
  return h(
    'div',
    { class: 'sources', role: 'group', 'aria-label': 'Sources to compare' },
    sources.all.slice(0, mostShown).map(({ value, name, pieces }) => {
      const on = chosen.includes(value)
      return h(
        'button',
        {
          type: 'button',
          class: 'pill',
          'data-key': `compare ${value}`,
          'aria-pressed': String(on),
          onclick: () => app.store.set({ compare: on ? chosen.filter(other => other !== value) : [...chosen, value] }),
        },
        name,
        h('span', { class: 'count' }, ` ${pieces}`),
      )
    }),
  )
}

function columns(app: App, sources: Sources, chosen: readonly string[]): HTMLElement {
  const { alone, some, all } = compareSources(app.story, app.visible, sources, chosen)
  const nameOf = (value: string) => sources.all.find(source => source.value === value)!.name
  const two = chosen.length === 2
  return h(
    'div',
    { class: 'columns' },
    column(app, two ? 'In both' : 'In all', all, two ? compareColors.both : null),
    some.length > 0 ? column(app, 'In several', some, null) : null,
    chosen.map((source, order) =>
      column(
        app,
        `Only in ${sources.by === 'outlet' ? nameOf(source) : `“${nameOf(source)}”`}`,
        alone.get(source)!,
        two ? colors[order]! : null,
      ),
    ),
  )
}

function column(app: App, title: string, claims: readonly number[], color: string | null): HTMLElement {
  const sorted = claims.toSorted((a, b) => app.visible.weights[b]! - app.visible.weights[a]!)
  const section = h(
    'section',
    {},
    h('h3', {}, title, h('span', { class: 'count' }, String(claims.length))),
    claims.length === 0 ? h('p', { class: 'note' }, 'No claim.') : null,
    h(
      'ul',
      { class: 'claims' },
      sorted.slice(0, mostShown).map(index => h('li', {}, claimButton(app, app.story.claims[index]!, null))),
    ),
    claims.length > mostShown
      ? h('p', { class: 'note' }, `and ${count(claims.length - mostShown, 'more claim')}`)
      : null,
  )
  if (color !== null) section.style.setProperty('--side', color)
  return section
}

function names(app: App, sources: Sources, chosen: readonly string[]): HTMLElement {
  const rows = compareNames(app.story, sources, chosen).slice(0, mostShown)
  return h(
    'section',
    { class: 'names' },
    h('h3', {}, 'How each names the same actor'),
    rows.length === 0 ? h('p', { class: 'note' }, 'No actor is named by two of them.') : null,
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Actor'),
          chosen.map(value => h('th', { scope: 'col' }, sources.all.find(source => source.value === value)!.name)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(({ index, names }) => {
          const actor = app.story.actors[index]!
          return h(
            'tr',
            {},
            h(
              'th',
              { scope: 'row' },
              typeMark(actor.type, app.palette.types[actor.type]),
              ' ',
              openActor(app, actor.key),
            ),
            names.map(list =>
              h(
                'td',
                {},
                list.length === 0
                  ? '—'
                  : list
                      .slice(0, 5)
                      .map(({ alias, count }) => `${alias} (${count})`)
                      .join(', '),
              ),
            ),
          )
        }),
      ),
    ),
  )
}
