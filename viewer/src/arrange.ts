import { byType, circle } from './model/arrange.ts'
import type { Story } from './model/story.ts'
import type { Visible } from './model/visible.ts'
import type { Stage } from './stage/stage.ts'
import type { Layout } from './state/state.ts'
import type { LayoutAnswer, LayoutRequest } from './worker/layout.worker.ts'
import LayoutWorker from './worker/layout.worker.ts?worker&inline'

let worker: Worker | null = null

/** Moves the actors into a layout; forces and overlaps are worked out beside the page, so that it stays at hand. */
export function arrange(
  stage: Stage,
  story: Story,
  visible: Visible,
  layout: Layout,
  sizes: ArrayLike<number>,
  calm: boolean,
  done: () => void,
): void {
  worker?.terminate()
  worker = null
  const now = stage.positions()
  if (layout === 'given')
    stage.arrange(
      story.actors.flatMap(({ x, y }) => [x, y]),
      true,
    )
  else if (layout === 'circle') stage.arrange(circle(story, visible, now))
  else if (layout === 'types') stage.arrange(byType(story, visible, now))
  else {
    worker = new LayoutWorker()
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      // Who asked for less motion sees the end only.
      if (!calm || data.done === 1) stage.arrange(data.positions)
      if (data.done === 1) done()
    }
    worker.postMessage(request(stage, story, visible, layout, now, sizes))
    return
  }
  done()
}

function request(
  stage: Stage,
  story: Story,
  visible: Visible,
  kind: 'force' | 'noverlap',
  now: ArrayLike<number>,
  sizes: ArrayLike<number>,
): LayoutRequest {
  const scale = stage.graphUnitsPerPixel
  const nodes = new Float32Array(story.actors.length * 3)
  story.actors.forEach((_, index) => {
    nodes[index * 3] = now[index * 2]!
    nodes[index * 3 + 1] = now[index * 2 + 1]!
    nodes[index * 3 + 2] = sizes[index]! * scale
  })
  const edges: number[] = []
  story.claims.forEach(({ source, target }, index) => {
    if (visible.claims[index] && source !== target) edges.push(source, target, visible.weights[index]!)
  })
  const hidden = [...visible.actors.keys()].filter(actor => visible.actors[actor] === 0)
  return {
    kind,
    nodes,
    edges: Float32Array.from(edges),
    // What is hidden stays where it is: nothing jumps when it comes back.
    pinned: [...stage.pinnedActors, ...hidden],
    steps: kind === 'force' ? (story.actors.length > 3000 ? 200 : 500) : 300,
  }
}
