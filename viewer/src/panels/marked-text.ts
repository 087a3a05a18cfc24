import type { Span } from '../../../src/types.ts'
import { h } from '../dom.ts'

export interface Mark {
  readonly span: Span
  /** A click or Enter does this. */
  readonly open?: () => void
  readonly kind: 'trigger' | 'subject' | 'object' | 'quote' | 'speaker' | 'mention' | 'here' | 'cue'
  readonly title?: string
}

/** Text with stretches marked; marks may lie within each other. Offsets count from `offset`. */
export function markedText(text: string, offset: number, marks: readonly Mark[]): (Node | string)[] {
  const inside = marks
    .map(mark => ({ ...mark, start: mark.span[0] - offset, end: mark.span[1] - offset }))
    .filter(({ start, end }) => start >= 0 && end <= text.length && end > start)
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const parts: (Node | string)[] = []
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [start, end] = [cuts[index]!, cuts[index + 1]!]
    const over = inside.filter(mark => mark.start <= start && mark.end >= end)
    const words = text.slice(start, end)
    if (over.length === 0) {
      parts.push(words)
      continue
    }
    const classes = [...new Set(over.map(mark => `mark-${mark.kind}`))].join(' ')
    const opener = over.find(mark => mark.open !== undefined)
    const title = over.find(mark => mark.title !== undefined)?.title
    parts.push(opener?.open ? opens(words, classes, title, opener.open) : h('mark', { class: classes, title }, words))
  }
  return parts
}

/** A button that flows with the text around it, which a real one does not. */
function opens(words: string, classes: string, title: string | undefined, open: () => void): HTMLElement {
  return h(
    'span',
    {
      class: classes,
      role: 'button',
      tabindex: 0,
      title,
      onclick: open,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        open()
      },
    },
    words,
  )
}
