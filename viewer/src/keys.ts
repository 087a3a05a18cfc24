import type { App } from './app.ts'
import { place } from './dom.ts'

/** Undo, redo, letting go of what is selected, and the way past everything to the reading panel. */
export function listenToKeys(app: App): void {
  document.addEventListener('keydown', event => onKey(app, event))
  place('skip').addEventListener('click', event => {
    // The address is the page's own state, and stays so.
    event.preventDefault()
    if (innerWidth < 760) document.body.dataset.pane = 'reading'
    place('reading').focus()
  })
}

function onKey(app: App, event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLInputElement && ['search', 'text'].includes(event.target.type)
  if (typing && !(event.key === 'Escape' && (event.target as HTMLInputElement).value === '')) return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    event.preventDefault()
    if (event.shiftKey) app.store.redo()
    else app.store.undo()
  } else if (event.key === 'Escape' && app.store.get().selected !== null) app.select(null)
}
