import type { Sigma } from './sigma.ts'

/** What the pointer does on the drawing, by index of actor or claim. */
export interface PointerEvents {
  actor(index: number): void
  claim(index: number): void
  nothing(): void
  overActor(index: number | null): void
  overClaim(index: number | null): void
  /** To a place in the graph's coordinates. */
  drag(index: number, to: { x: number; y: number }): void
}

/** How many pixels a pointer may move and still click. */
const tremor = 4

/** Turns Sigma's events into what they mean here; an actor that the pointer takes hold of follows it. */
export function listen(sigma: Sigma, container: HTMLElement, events: PointerEvents): void {
  let held: { readonly index: number; readonly x: number; readonly y: number } | null = null
  // The click at the end of a drag is none.
  let dragged = false
  const over = (tell: (index: number | null) => void, key: string | null) => {
    container.style.cursor = key === null ? '' : 'pointer'
    tell(key === null ? null : Number(key))
  }
  sigma.on('clickNode', ({ node }) => dragged || events.actor(Number(node)))
  sigma.on('clickEdge', ({ edge }) => dragged || events.claim(Number(edge)))
  sigma.on('clickStage', () => dragged || events.nothing())
  sigma.on('enterNode', ({ node }) => over(events.overActor, node))
  sigma.on('leaveNode', () => over(events.overActor, null))
  sigma.on('enterEdge', ({ edge }) => over(events.overClaim, edge))
  sigma.on('leaveEdge', () => over(events.overClaim, null))
  const letGo = () => {
    dragged = false
  }
  sigma.on('downStage', letGo)
  sigma.on('downEdge', letGo)
  sigma.on('downNode', ({ node, event, preventSigmaDefault }) => {
    letGo()
    held = { index: Number(node), x: event.x, y: event.y }
    preventSigmaDefault()
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (held === null) return
    preventSigmaDefault()
    event.original.preventDefault()
    if (!dragged && Math.hypot(event.x - held.x, event.y - held.y) < tremor) return
    dragged = true
    events.drag(held.index, sigma.viewportToGraph(event))
  })
  const drop = () => {
    held = null
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
  sigma.on('leaveStage', drop)
}
