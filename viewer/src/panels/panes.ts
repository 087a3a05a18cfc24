import { h } from '../dom.ts'

const panes = [
  ['graph', 'Graph'],
  ['filters', 'Filters'],
  ['reading', 'Read'],
] as const

/** On a narrow screen one column shows at a time; these buttons choose it. */
export function mountPanes(root: HTMLElement): void {
  root.replaceChildren(
    ...panes.map(([name, label]) =>
      h('button', { type: 'button', 'data-pane': name, onclick: () => show(name) }, label),
    ),
  )
  const mark = () => {
    for (const button of root.querySelectorAll('button'))
      button.setAttribute('aria-current', String(button.dataset.pane === document.body.dataset.pane))
  }
  new MutationObserver(mark).observe(document.body, { attributeFilter: ['data-pane'] })
  mark()
}

function show(name: string): void {
  document.body.dataset.pane = name
}
