import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import type { Layout, Measure, State } from '../state/state.ts'

const measures: readonly (readonly [Measure, string])[] = [
  ['mentions', 'mentions'],
  ['degree', 'claims'],
  ['pagerank', 'PageRank'],
  ['betweenness', 'betweenness'],
]

const layouts: readonly (readonly [Layout, string])[] = [
  ['given', 'as built'],
  ['force', 'forces'],
  ['noverlap', 'no overlap'],
  ['circle', 'circle'],
  ['types', 'by type'],
]

/** How the graph is drawn: colour, size, labels of lines. */
export function paintLook(app: App, root: HTMLElement): void {
  const { store, story } = app
  const { colourBy, sizeBy, edgeLabels, layout } = store.get()
  const betweenness = story.actors.some(actor => actor.betweenness !== null)
  repaint(
    root,
    choice(
      'Colour',
      'colourBy',
      colourBy,
      [
        ['type', 'type'],
        ['community', 'community'],
      ],
      value => store.set({ colourBy: value as State['colourBy'] }),
    ),
    choice(
      'Size',
      'sizeBy',
      sizeBy,
      measures.filter(([name]) => betweenness || name !== 'betweenness'),
      value => store.set({ sizeBy: value as Measure }),
    ),
    choice('Layout', 'layout', layout, layouts, value => store.set({ layout: value as Layout })),
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        'data-key': 'edge labels',
        ...(edgeLabels ? { checked: true } : {}),
        onchange: () => store.set({ edgeLabels: !edgeLabels }),
      }),
      'Line labels',
    ),
  )
}

export function choice(
  title: string,
  key: string,
  value: string,
  options: readonly (readonly [string, string])[],
  change: (value: string) => void,
): HTMLElement {
  return h(
    'label',
    { class: 'choice' },
    `${title} `,
    h(
      'select',
      { 'data-key': key, onchange: (event: Event) => change((event.target as HTMLSelectElement).value) },
      options.map(([name, label]) =>
        h('option', { value: name, ...(name === value ? { selected: true } : {}) }, label),
      ),
    ),
  )
}
