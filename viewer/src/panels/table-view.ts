import type { App } from '../app.ts'
import { h, repaint } from '../dom.ts'
import { visiblePieces } from '../model/visible.ts'
import { typeNames } from '../stage/palette.ts'
import { typeMark } from './type-mark.ts'
import { count, nameOf } from './words.ts'

interface Row {
  readonly key: string
  readonly cells: readonly (string | number)[]
  readonly selected: boolean
  readonly mark: Element | null
  open(): void
}

interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

const rowsAtOnce = 200
const order = { kind: 'claims' as 'claims' | 'actors', column: -1, descending: true, rows: rowsAtOnce }

/** Everything that the graph shows as tables that sort: for screen readers, and for whoever likes lists. */
export function paintTable(app: App, root: HTMLElement): void {
  const table = order.kind === 'claims' ? claimTable(app) : actorTable(app)
  const again = () => paintTable(app, root)
  const column = order.column < 0 ? table.columns.length - 1 : order.column
  const rows = table.rows.toSorted((a, b) => {
    const [x, y] = [a.cells[column]!, b.cells[column]!]
    const way = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en')
    return order.descending ? -way : way
  })
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
          table.columns.map((name, index) =>
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
                      index === column ? !order.descending : typeof table.rows[0]?.cells[index] === 'number'
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
      h('tbody', {}, rows.slice(0, order.rows).map(tableRow)),
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

function tableRow({ key, cells, selected, mark, open }: Row): HTMLElement {
  const [first, ...others] = cells
  return h(
    'tr',
    selected ? { class: 'selected', 'aria-selected': 'true' } : {},
    h(
      'th',
      { scope: 'row' },
      h('button', { type: 'button', 'data-key': `row ${key}`, onclick: open }, mark, h('span', {}, first)),
    ),
    others.map(cell => h('td', { class: typeof cell === 'number' ? 'number' : null }, cell)),
  )
}

function claimTable(app: App): Table {
  const { story, visible, store } = app
  const state = store.get()
  const rows: Row[] = []
  story.claims.forEach((claim, index) => {
    if (!visible.claims[index]) return
    const pieces = visiblePieces(claim, state)
    const speakers = [
      ...new Set(pieces.map(piece => (piece.speaker === null ? 'the article' : nameOf(story, piece.speaker)))),
    ]
    const outlets = [...new Set(pieces.flatMap(piece => (piece.outlet === null ? [] : [piece.outlet])))].sort()
    const source = story.actors[claim.source]!
    rows.push({
      key: claim.key,
      cells: [
        source.label,
        claim.label,
        story.actors[claim.target]!.label,
        claim.category === 'speech' ? '' : speakers.join(', '),
        outlets.join(', '),
        pieces.flatMap(piece => piece.day ?? []).sort()[0] ?? '',
        pieces.length,
      ],
      selected: state.selected?.kind === 'claim' && state.selected.key === claim.key,
      mark: typeMark(source.type, app.palette.types[source.type]),
      open: () => app.select({ kind: 'claim', key: claim.key }),
    })
  })
  return { columns: ['Who', 'does', 'to whom', 'Asserted by', 'Outlets', 'First', 'Sentences'], rows }
}

function actorTable(app: App): Table {
  const { story, visible, store } = app
  const { selected } = store.get()
  const rows: Row[] = []
  story.actors.forEach((actor, index) => {
    if (!visible.actors[index]) return
    const claims = story.claimsOf[index]!.filter(claim => visible.claims[claim])
    rows.push({
      key: actor.key,
      cells: [
        actor.label,
        typeNames[actor.type],
        actor.roles[0] ?? '',
        actor.aliases.length,
        actor.mentions,
        claims.length,
      ],
      selected: selected?.kind === 'actor' && selected.key === actor.key,
      mark: typeMark(actor.type, app.palette.types[actor.type]),
      open: () => app.select({ kind: 'actor', key: actor.key }),
    })
  })
  return { columns: ['Name', 'Type', 'Role', 'Other names', 'Mentions', 'Claims'], rows }
}
