import type { Story } from '../model/story.ts'

/** How each node and edge looks now, by index. */
export interface Looks {
  readonly actorOn: Uint8Array
  readonly claimOn: Uint8Array
  readonly actorSize: Float32Array
  readonly actorColor: readonly string[]
  readonly claimSize: Float32Array
  readonly claimColor: readonly string[]
}

/** What stands out while the rest steps back. */
export interface Lit {
  readonly actors: readonly number[]
  readonly claims: readonly number[]
  readonly ring: number | null
}

/** The keys of nodes and edges that look otherwise than before. */
export function changedLooks(story: Story, before: Looks, after: Looks): { nodes: string[]; edges: string[] } {
  const nodes: string[] = []
  const edges: string[] = []
  for (let index = 0; index < after.actorOn.length; index++)
    if (
      before.actorOn[index] !== after.actorOn[index] ||
      before.actorSize[index] !== after.actorSize[index] ||
      before.actorColor[index] !== after.actorColor[index]
    )
      nodes.push(String(index))
  story.claims.forEach(({ source, target }, index) => {
    // Nobody's line to himself is drawn.
    if (source === target) return
    // What is hidden before and after may change as it likes.
    const hidden = before.claimOn[index] === 0 && after.claimOn[index] === 0
    if (
      !hidden &&
      (before.claimOn[index] !== after.claimOn[index] ||
        before.claimSize[index] !== after.claimSize[index] ||
        before.claimColor[index] !== after.claimColor[index])
    )
      edges.push(String(index))
  })
  return { nodes, edges }
}
