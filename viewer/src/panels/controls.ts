import { isCalm } from '../app.ts'
import { h } from '../dom.ts'
import type { StageCamera } from '../stage/stage-camera.ts'

/** Zoom and fit, by button and by keyboard on the graph itself. */
export function paintControls(camera: StageCamera, root: HTMLElement, canvas: HTMLElement): void {
  const button = (label: string, sign: string, act: () => void) =>
    h('button', { type: 'button', 'aria-label': label, title: label, onclick: act }, sign)
  root.replaceChildren(
    button('Zoom in', '+', () => camera.zoom(1.5, isCalm())),
    button('Zoom out', '−', () => camera.zoom(1 / 1.5, isCalm())),
    button('Fit all that is shown', '⤢', () => camera.fit(isCalm())),
  )
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => camera.pan(-0.1, 0),
    ArrowRight: () => camera.pan(0.1, 0),
    ArrowUp: () => camera.pan(0, 0.1),
    ArrowDown: () => camera.pan(0, -0.1),
    '+': () => camera.zoom(1.5, isCalm()),
    '=': () => camera.zoom(1.5, isCalm()),
    '-': () => camera.zoom(1 / 1.5, isCalm()),
    '0': () => camera.fit(isCalm()),
  }
  canvas.onkeydown = event => {
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
}
