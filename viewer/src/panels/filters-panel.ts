import type { EntityType, Modality } from '../../../src/types.ts'
import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import { nobody } from '../model/facet-index.ts'
import { factsOf } from '../model/story-facts.ts'
import { facetValues } from '../model/visible.ts'
import { entityTypes, typeNames } from '../stage/palette.ts'
import {
  admits,
  everything,
  type FacetName,
  initialState,
  isFiltered,
  only,
  toggled,
  unfiltered,
} from '../state/state.ts'
import { typeMark } from './type-mark.ts'
import { capitalised, modalityNames, nameOf } from './words.ts'

interface Facet {
  readonly name: FacetName
  readonly title: string
  readonly label: (value: string) => string
}

const mostValues = 8
const unfolded = new Set<FacetName>()

/** The left-hand column: the legend, which is the filter of types, and a list of values for every other facet. */
export function paintFilters(app: App, root: HTMLElement): void {
  const { store, story } = app
  const state = store.get()
  const { titles, strongest } = factsOf(story)
  const values = facetValues(story)
  const facets: readonly Facet[] = [
    { name: 'category', title: 'Kind of claim', label: capitalised },
    { name: 'predicate', title: 'Relation', label: value => value.replaceAll('_', ' ') },
    { name: 'outlet', title: 'Outlet', label: value => (value === nobody ? 'No outlet known' : value) },
    {
      name: 'speaker',
      title: 'Asserted by',
      label: value => (value === nobody ? 'The article itself' : nameOf(story, value)),
    },
    { name: 'polarity', title: 'Polarity', label: value => (value === 'denied' ? 'Negated' : 'Affirmed') },
    { name: 'modality', title: 'Told', label: value => capitalised(modalityNames[value as Modality] ?? value) },
    { name: 'doc', title: 'Article', label: value => titles.get(value) ?? value },
  ]
  repaint(
    root,
    h(
      'div',
      { class: 'filters-head' },
      h('h2', {}, 'Show'),
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-key': 'all',
          disabled: !isFiltered(state),
          onclick: () => store.set(unfiltered(state)),
        },
        'Show everything',
      ),
    ),
    legend(app),
    strongest > 1 ? weightSlider(app, strongest) : null,
    ...facets.map(facet => facetList(app, facet, values[facet.name])),
  )
}

function legend(app: App): HTMLElement {
  return h(
    'fieldset',
    { class: 'facet legend' },
    h('legend', {}, 'Actors'),
    entityTypes
      .filter(type => app.visible.counts.type.has(type))
      .map(type => row(app, 'type', type, typeNames[type as EntityType], typeMark(type, app.palette.types[type], 14))),
  )
}

function facetList(app: App, { name, title, label }: Facet, all: readonly string[]): HTMLElement | null {
  const counts = app.visible.counts[name]
  const choice = app.store.get().facets[name]
  const values = [...new Set([...all, ...choice.values])].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  )
  if (values.length < 2 && choice.values.length === 0) return null
  const open = unfolded.has(name)
  const shown = open ? values : values.slice(0, mostValues)
  return h(
    'details',
    { class: 'facet-fold', open: name !== 'doc' || choice.values.length > 0 },
    h('summary', { 'data-key': `fold ${name}` }, title, h('span', { class: 'count' }, String(values.length))),
    h(
      'fieldset',
      { class: 'facet' },
      h('legend', { class: 'unseen' }, title),
      shown.map(value => row(app, name, value, label(value), name === 'category' ? swatch(app, value) : null)),
      values.length > mostValues
        ? h(
            'button',
            {
              type: 'button',
              class: 'link',
              'data-key': `more ${name}`,
              onclick: (event: Event) => {
                if (open) unfolded.delete(name)
                else unfolded.add(name)
                paintFilters(app, (event.currentTarget as HTMLElement).closest<HTMLElement>('#filters')!)
              },
            },
            open ? 'Fewer' : `${values.length - mostValues} more`,
          )
        : null,
    ),
  )
}

function row(app: App, name: FacetName, value: string, label: string, mark: Element | null): HTMLElement {
  const { store, visible } = app
  const { facets } = store.get()
  const choice = facets[name]
  const alone = choice.mode === 'only' && choice.values.length === 1 && choice.values[0] === value
  const count = visible.counts[name].get(value) ?? 0
  return h(
    'div',
    { class: count === 0 ? 'row empty' : 'row' },
    h(
      'label',
      {},
      h('input', {
        type: 'checkbox',
        'data-key': `${name} ${value}`,
        ...(admits(choice, value) ? { checked: true } : {}),
        onchange: () => store.set({ facets: { ...facets, [name]: toggled(choice, value) } }),
      }),
      mark,
      h('span', { class: 'label', title: label }, label),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'only',
        'data-key': `only ${name} ${value}`,
        'aria-label': alone ? `Show all again, not only ${label}` : `Show only ${label}`,
        onclick: () => store.set({ facets: { ...facets, [name]: alone ? everything : only(value) } }),
      },
      alone ? 'all' : 'only',
    ),
    h('span', { class: 'count' }, count.toLocaleString('en-GB')),
  )
}

function swatch(app: App, category: string): HTMLElement {
  const element = h('span', { class: 'swatch', 'aria-hidden': 'true' })
  element.style.backgroundColor = app.palette.categories.get(category) ?? 'transparent'
  return element
}

function weightSlider(app: App, strongest: number): HTMLElement {
  const { minimumWeight } = app.store.get()
  const most = Math.min(strongest, 20)
  return h(
    'label',
    { class: 'slider' },
    h(
      'span',
      {},
      'At least ',
      h('strong', {}, String(minimumWeight)),
      minimumWeight === 1 ? ' sentence a claim' : ' sentences a claim',
    ),
    h('input', {
      type: 'range',
      min: 1,
      max: most,
      value: Math.min(minimumWeight, most),
      'data-key': 'weight',
      oninput: (event: Event) =>
        app.store.set(
          { minimumWeight: Number((event.target as HTMLInputElement).value) || initialState.minimumWeight },
          { gesture: 'weight' },
        ),
    }),
  )
}
