import type { Story } from './story.ts'
import type { Visible } from './visible.ts'

/** One step of a path: from an actor to the next, by every shown claim between the two, the best supported first. */
export interface Step {
  readonly from: number
  readonly to: number
  readonly claims: readonly number[]
}

/**
 * The shortest chain of shown claims between two actors, in either direction; among chains as short, one of much
 * evidence (breadth first, each actor reached from the neighbour it shares most evidence with).
 *
 * @returns null if no chain joins them
 */
export function findPath(story: Story, visible: Visible, from: number, to: number): readonly Step[] | null {
  const cameFrom = new Map<number, number>([[from, from]])
  let edge = [from]
  while (edge.length > 0 && !cameFrom.has(to)) {
    const reached = new Map<number, { by: number; weight: number }>()
    for (const actor of edge)
      for (const [other, weight] of neighbours(story, visible, actor)) {
        if (cameFrom.has(other)) continue
        const known = reached.get(other)
        if (known === undefined || weight > known.weight) reached.set(other, { by: actor, weight })
      }
    for (const [actor, { by }] of reached) cameFrom.set(actor, by)
    edge = [...reached.keys()]
  }
  if (!cameFrom.has(to)) return null
  const steps: Step[] = []
  for (let actor = to; actor !== from; ) {
    const before = cameFrom.get(actor)!
    steps.unshift({ from: before, to: actor, claims: between(story, visible, before, actor) })
    actor = before
  }
  return steps
}

function neighbours(story: Story, visible: Visible, actor: number): Map<number, number> {
  const weights = new Map<number, number>()
  for (const index of story.claimsOf[actor]!) {
    if (!visible.claims[index]) continue
    const { source, target } = story.claims[index]!
    const other = source === actor ? target : source
    weights.set(other, (weights.get(other) ?? 0) + visible.weights[index]!)
  }
  return weights
}

function between(story: Story, visible: Visible, a: number, b: number): number[] {
  return story.claimsOf[a]!.filter(index => {
    const { source, target } = story.claims[index]!
    return visible.claims[index] && (source === b || target === b)
  }).sort((first, second) => visible.weights[second]! - visible.weights[first]!)
}
