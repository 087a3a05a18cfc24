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

/** Turns Sigma's events into what they mean here; an actor that the pointer takes hold of follows it. */
export function listen(sigma: Sigma, container: HTMLElement, events: PointerEvents): void {
  let dragging: number | null = null
  const over = (tell: (index: number | null) => void, key: string | null) => {
    container.style.cursor = key === null ? '' : 'pointer'
    tell(key === null ? null : Number(key))
  }
  sigma.on('clickNode', ({ node }) => events.actor(Number(node)))
  sigma.on('clickEdge', ({ edge }) => events.claim(Number(edge)))
  sigma.on('clickStage', () => events.nothing())
  sigma.on('enterNode', ({ node }) => over(events.overActor, node))
  sigma.on('leaveNode', () => over(events.overActor, null))
  sigma.on('enterEdge', ({ edge }) => over(events.overClaim, edge))
  sigma.on('leaveEdge', () => over(events.overClaim, null))
  sigma.on('downNode', ({ node, preventSigmaDefault }) => {
    dragging = Number(node)
    preventSigmaDefault()
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (dragging === null) return
    preventSigmaDefault()
    event.original.preventDefault()
    events.drag(dragging, sigma.viewportToGraph(event))
  })
  const drop = () => {
    dragging = null
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
  sigma.on('leaveStage', drop)
}
