import { type App, isCalm } from '../app.ts'
import { h, repaint, svg } from '../dom.ts'
import { facetIndexOf } from '../model/facet-index.ts'
import { count, dayInWords, rangeInWords } from './words.ts'

const day = 86_400_000
const mostBars = 90

interface Axis {
  readonly days: readonly string[]
  /** Days a bar covers. */
  readonly width: number
  /** The last day of all. */
  readonly end: string
}

let playing: ReturnType<typeof setInterval> | null = null

/** How much was published when, and the days that are shown: drag over the bars, or move the two ends by keyboard. */
export function paintTimeline(app: App, root: HTMLElement): void {
  const axis = axisOf(app)
  root.hidden = axis === null
  if (axis === null) return
  const { store, visible } = app
  const { from, to } = store.get()
  const bars = axis.days.map(() => 0)
  for (const [published, pieces] of visible.days) bars[barOf(axis, published)]! += pieces
  const most = Math.max(1, ...bars)
  const last = axis.days.length - 1
  const start = from === null ? 0 : Math.max(0, barOf(axis, from))
  const end = to === null ? last : Math.min(last, barOf(axis, to))
  const set = (first: number, final: number) => {
    const [low, high] = first < final ? [first, final] : [final, first]
    store.set(
      {
        from: low <= 0 ? null : axis.days[low]!,
        to: high >= last ? null : plusDays(axis.days[high]!, axis.width - 1),
      },
      { gesture: 'timeline' },
    )
  }
  const chart = svg(
    'svg',
    { viewBox: `0 0 ${axis.days.length} 40`, preserveAspectRatio: 'none', 'aria-hidden': 'true', class: 'bars' },
    bars.map((pieces, index) => {
      const height = pieces === 0 ? 0 : 3 + (pieces / most) * 36
      return svg(
        'rect',
        { x: index + 0.1, width: 0.8, y: 40 - height, height, class: index >= start && index <= end ? 'in' : 'out' },
        svg('title', {}, `${dayInWords(axis.days[index]!)}: ${count(pieces, 'sentence')}`),
      )
    }),
  )
  brush(chart, axis.days.length, set)
  const slider = (name: string, label: string, value: number, change: (value: number) => void) =>
    h('input', {
      type: 'range',
      min: 0,
      max: last,
      value,
      class: name,
      'data-key': `timeline ${name}`,
      'aria-label': label,
      'aria-valuetext': dayInWords(axis.days[value]!),
      oninput: (event: Event) => change(Number((event.target as HTMLInputElement).value)),
    })
  repaint(
    root,
    h(
      'button',
      {
        type: 'button',
        class: 'play',
        'data-key': 'play',
        'aria-label': playing === null ? 'Play through time' : 'Stop playing',
        onclick: () => play(app, root, axis),
      },
      playing === null ? '▶' : '❚❚',
    ),
    h(
      'div',
      { class: 'span' },
      h(
        'div',
        { class: 'chart' },
        chart,
        slider('from', 'First day shown', start, value => set(value, Math.max(value, end))),
        slider('to', 'Last day shown', end, value => set(Math.min(start, value), value)),
      ),
      h(
        'p',
        { class: 'ends' },
        h('span', {}, dayInWords(axis.days[0]!)),
        h('strong', {}, from === null && to === null ? '' : rangeInWords(axis.days[start]!, to ?? axis.end)),
        h('span', {}, dayInWords(axis.end)),
      ),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        'data-key': 'all days',
        disabled: from === null && to === null,
        onclick: () => store.set({ from: null, to: null }),
      },
      'All days',
    ),
  )
}

/** The days from the first to the last that is known, or null if fewer than two are. */
function axisOf({ story }: App): Axis | null {
  const { days } = facetIndexOf(story)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  const total = Math.round((Date.parse(last) - Date.parse(first)) / day) + 1
  const width = Math.ceil(total / mostBars)
  return {
    days: Array.from({ length: Math.ceil(total / width) }, (_, index) => plusDays(first, index * width)),
    width,
    end: last,
  }
}

function barOf(axis: Axis, sought: string): number {
  return Math.floor((Date.parse(sought) - Date.parse(axis.days[0]!)) / day / axis.width)
}

function plusDays(start: string, days: number): string {
  return new Date(Date.parse(start) + days * day).toISOString().slice(0, 10)
}

function brush(chart: SVGElement, bars: number, set: (start: number, end: number) => void): void {
  const at = (event: PointerEvent) => {
    const { left, width } = chart.getBoundingClientRect()
    return Math.min(bars - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * bars)))
  }
  chart.addEventListener('pointerdown', event => {
    event.preventDefault()
    const origin = at(event)
    // The chart is painted anew at each step, so the page itself follows the pointer.
    const box = chart.getBoundingClientRect()
    const move = (moved: PointerEvent) => {
      const bar = Math.min(bars - 1, Math.max(0, Math.floor(((moved.clientX - box.left) / box.width) * bars)))
      set(origin, bar)
    }
    const stop = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', stop)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', stop)
    set(origin, origin)
  })
}

/** Lets the last day shown run from the first to the last, a bar at a time. */
function play(app: App, root: HTMLElement, axis: Axis): void {
  if (playing !== null) {
    stopPlaying(app, root)
    return
  }
  let bar = 0
  playing = setInterval(
    () => {
      if (bar >= axis.days.length) return stopPlaying(app, root)
      const last = bar === axis.days.length - 1
      app.store.set({ to: last ? null : plusDays(axis.days[bar]!, axis.width - 1) }, { gesture: 'play' })
      bar++
    },
    isCalm() ? 1200 : 500,
  )
}

function stopPlaying(app: App, root: HTMLElement): void {
  if (playing !== null) clearInterval(playing)
  playing = null
  paintTimeline(app, root)
}
