import type { App } from '../app.ts'
import { h } from '../dom.ts'
import { visiblePieces } from '../model/visible.ts'
import { capitalised, claimInWords, dayInWords, modalityNames, nameOf, sourceOf } from './words.ts'

export interface Downloads {
  link(): Promise<void>
  png(): void
  svg(): void
  gexf(): void
  json(): void
}

/** A menu of all ways out of the page: link, pictures, files, a list on paper. */
export function takeAwayMenu(app: App, { link, png, svg, gexf, json }: Downloads): HTMLElement {
  const item = (label: string, note: string, act: () => void) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            menu.open = false
            act()
          },
        },
        h('span', {}, label),
        h('span', { class: 'count' }, note),
      ),
    )
  const menu = h(
    'details',
    {
      class: 'menu',
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !menu.open) return
        event.stopPropagation()
        menu.open = false
        menu.querySelector('summary')?.focus()
      },
      onfocusout: (event: FocusEvent) => {
        if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false
      },
    },
    h('summary', { 'data-key': 'take away' }, 'Take away'),
    h(
      'ul',
      {},
      item('Copy link', 'this view', () => void link()),
      item('Picture', 'PNG, 2×', png),
      item('Drawing', 'SVG', svg),
      item('Gephi', 'GEXF', gexf),
      item('Data', 'JSON', json),
      item('Evidence', 'print', () => printEvidence(app)),
    ),
  )
  return menu
}

/** Hands the browser a file to keep. */
export function download(name: string, content: string | Blob, type = 'text/plain'): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Every shown claim with its sentences, on paper. */
function printEvidence(app: App): void {
  document.getElementById('print')?.remove()
  document.body.append(h('section', { id: 'print' }, h('h1', {}, 'Who says what about whom'), evidenceList(app)))
  window.print()
}

function evidenceList({ story, visible, store }: App): HTMLElement[] {
  const state = store.get()
  const shown = story.claims.filter((_, index) => visible.claims[index])
  return shown.map(claim =>
    h(
      'section',
      {},
      h('h2', {}, claimInWords(story, claim)),
      visiblePieces(claim, state).map(piece =>
        h(
          'blockquote',
          {},
          h('p', {}, piece.text),
          h(
            'footer',
            {},
            [
              sourceOf(piece),
              piece.day === null ? null : dayInWords(piece.day),
              piece.speaker === null ? null : `according to ${nameOf(story, piece.speaker)}`,
              piece.modality === 'actual' ? null : capitalised(modalityNames[piece.modality]),
              piece.url,
            ]
              .filter(Boolean)
              .join(' · '),
          ),
        ),
      ),
    ),
  )
}
