import { isCalm } from '../app.ts'
import { h } from '../dom.ts'
import type { Stage } from '../stage/stage.ts'

/** Zoom and fit, by button and by keyboard on the graph itself. */
export function paintControls(stage: Stage, root: HTMLElement, canvas: HTMLElement): void {
  const button = (label: string, sign: string, act: () => void) =>
    h('button', { type: 'button', 'aria-label': label, title: label, onclick: act }, sign)
  root.replaceChildren(
    button('Zoom in', '+', () => stage.zoom(1.5, isCalm())),
    button('Zoom out', '−', () => stage.zoom(1 / 1.5, isCalm())),
    button('Fit the whole graph', '⤢', () => stage.fit(isCalm())),
  )
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => stage.pan(-0.1, 0),
    ArrowRight: () => stage.pan(0.1, 0),
    ArrowUp: () => stage.pan(0, 0.1),
    ArrowDown: () => stage.pan(0, -0.1),
    '+': () => stage.zoom(1.5, isCalm()),
    '=': () => stage.zoom(1.5, isCalm()),
    '-': () => stage.zoom(1 / 1.5, isCalm()),
    '0': () => stage.fit(isCalm()),
  }
  canvas.onkeydown = event => {
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
}
