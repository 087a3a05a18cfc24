import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import type { Piece } from '../model/story.ts'
import { visiblePieces } from '../model/visible.ts'
import { typeNames } from '../stage/palette.ts'
import { typeMark } from './type-mark.ts'
import { count, nameOf } from './words.ts'

interface Column {
  readonly name: string
  /** What stands in a row; worked out for the rows on the page and the column that sorts alone. */
  of(index: number): string | number
}

/** A table of actors or claims by their index. */
interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly number[]
  key(index: number): string
  selected(index: number): boolean
  mark(index: number): Element
  open(index: number): void
}

const rowsAtOnce = 200
const mostSpeakers = 3
const alphabet = new Intl.Collator('en')
const order = { kind: 'claims' as 'claims' | 'actors', column: -1, descending: true, rows: rowsAtOnce }

/** Everything that the graph shows as tables that sort: for screen readers, and for whoever likes lists. */
export function paintTable(app: App, root: HTMLElement): void {
  const table = order.kind === 'claims' ? claimTable(app) : actorTable(app)
  const again = () => paintTable(app, root)
  const column = order.column < 0 ? table.columns.length - 1 : order.column
  const rows = sorted(table, column)
  repaint(
    root,
    h(
      'div',
      { class: 'table-head' },
      h(
        'div',
        { class: 'segments', role: 'group', 'aria-label': 'Table of' },
        (['claims', 'actors'] as const).map(kind =>
          h(
            'button',
            {
              type: 'button',
              'data-key': `table ${kind}`,
              'aria-pressed': String(order.kind === kind),
              onclick: () => {
                Object.assign(order, { kind, column: -1, descending: true, rows: rowsAtOnce })
                again()
              },
            },
            kind === 'claims' ? `Claims ${app.visible.claimCount}` : `Actors ${app.visible.actorCount}`,
          ),
        ),
      ),
    ),
    h(
      'table',
      {},
      h('caption', { class: 'unseen' }, order.kind === 'claims' ? 'Claims shown' : 'Actors shown'),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          table.columns.map(({ name, of }, index) =>
            h(
              'th',
              {
                scope: 'col',
                'aria-sort': index === column ? (order.descending ? 'descending' : 'ascending') : 'none',
              },
              h(
                'button',
                {
                  type: 'button',
                  'data-key': `sort ${name}`,
                  onclick: () => {
                    order.descending =
                      index === column
                        ? !order.descending
                        : table.rows.length > 0 && typeof of(table.rows[0]!) === 'number'
                    order.column = index
                    again()
                  },
                },
                name,
                index === column ? (order.descending ? ' ↓' : ' ↑') : '',
              ),
            ),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        rows.slice(0, order.rows).map(index => tableRow(table, index)),
      ),
    ),
    rows.length > order.rows
      ? h(
          'button',
          {
            type: 'button',
            class: 'pill more',
            'data-key': 'more rows',
            onclick: () => {
              order.rows += rowsAtOnce
              again()
            },
          },
          `Show ${count(Math.min(rowsAtOnce, rows.length - order.rows), 'more row')} of ${rows.length}`,
        )
      : null,
  )
}

function sorted({ columns, rows }: Table, column: number): number[] {
  const way = order.descending ? -1 : 1
  return rows
    .map(index => ({ index, value: columns[column]!.of(index) }))
    .sort(
      ({ value: a }, { value: b }) =>
        way * (typeof a === 'number' && typeof b === 'number' ? a - b : alphabet.compare(String(a), String(b))),
    )
    .map(({ index }) => index)
}

function tableRow({ columns, key, selected, mark, open }: Table, index: number): HTMLElement {
  const [first, ...others] = columns.map(column => column.of(index))
  return h(
    'tr',
    selected(index) ? { class: 'selected', 'aria-selected': 'true' } : {},
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        { type: 'button', 'data-key': `row ${key(index)}`, onclick: () => open(index) },
        mark(index),
        h('span', {}, first),
      ),
    ),
    others.map(cell => h('td', { class: typeof cell === 'number' ? 'number' : null }, cell)),
  )
}

function claimTable(app: App): Table {
  const { story, visible, store } = app
  const state = store.get()
  const { selected } = state
  const at = (index: number) => story.claims[index]!
  const pieces = (index: number) => visiblePieces(at(index), state)
  return {
    columns: [
      { name: 'Who', of: index => story.actors[at(index).source]!.label },
      { name: 'does', of: index => at(index).label },
      { name: 'to whom', of: index => story.actors[at(index).target]!.label },
      { name: 'Asserted by', of: index => (at(index).category === 'speech' ? '' : speakersOf(app, pieces(index))) },
      {
        name: 'Outlets',
        of: index => [...new Set(pieces(index).flatMap(piece => piece.outlet ?? []))].sort().join(', '),
      },
      { name: 'First', of: index => pieces(index).reduce((first, { day }) => earlier(first, day), '') },
      { name: 'Sentences', of: index => visible.weights[index]! },
    ],
    rows: shown(visible.claims),
    key: index => at(index).key,
    selected: index => selected?.kind === 'claim' && selected.key === at(index).key,
    mark: index => markOf(app, at(index).source),
    open: index => app.select({ kind: 'claim', key: at(index).key }),
  }
}

function actorTable(app: App): Table {
  const { story, visible, store } = app
  const { selected } = store.get()
  const at = (index: number) => story.actors[index]!
  return {
    columns: [
      { name: 'Name', of: index => at(index).label },
      { name: 'Type', of: index => typeNames[at(index).type] },
      { name: 'Role', of: index => at(index).roles[0] ?? '' },
      { name: 'Other names', of: index => at(index).aliases.length },
      { name: 'Mentions', of: index => at(index).mentions },
      { name: 'Claims', of: index => visible.degrees[index]! },
    ],
    rows: shown(visible.actors),
    key: index => at(index).key,
    selected: index => selected?.kind === 'actor' && selected.key === at(index).key,
    mark: index => markOf(app, index),
    open: index => app.select({ kind: 'actor', key: at(index).key }),
  }
}

function shown(on: Uint8Array): number[] {
  return [...on.keys()].filter(index => on[index] !== 0)
}

function markOf({ story, palette }: App, actor: number): Element {
  const { type } = story.actors[actor]!
  return typeMark(type, palette.types[type])
}

function speakersOf({ story }: App, pieces: readonly Piece[]): string {
  const speakers = new Set(pieces.map(({ speaker }) => speaker))
  const names = [...speakers].map(speaker => (speaker === null ? 'the article' : nameOf(story, speaker)))
  return names.length > mostSpeakers
    ? `${names.slice(0, mostSpeakers - 1).join(', ')} and ${names.length - mostSpeakers + 1} more`
    : names.join(', ')
}

function earlier(first: string, day: string | null): string {
  return day !== null && (first === '' || day < first) ? day : first
}
