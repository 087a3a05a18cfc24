import { findPath } from '../model/find-path.ts'
import type { Story } from '../model/story.ts'
import type { Visible } from '../model/visible.ts'
import type { Selected } from '../state/state.ts'
import type { Lit } from './shown.ts'

/** An actor with all it is tied to. */
export function litNear(story: Story, visible: Visible, index: number): Lit {
  const claims = story.claimsOf[index]!.filter(claim => visible.claims[claim])
  const actors = new Set([index])
  for (const claim of claims) actors.add(story.claims[claim]!.source).add(story.claims[claim]!.target)
  return { actors: [...actors], claims, ring: index }
}

/** A claim with both its ends. */
export function litClaim(story: Story, index: number): Lit {
  const { source, target } = story.claims[index]!
  return { actors: [source, target], claims: [index], ring: null }
}

/** What belongs to what is selected; null where nothing is, or it is not in the story. */
export function litBySelection(story: Story, visible: Visible, selected: Selected): Lit | null {
  if (selected === null) return null
  const index = (selected.kind === 'actor' ? story.actorIndex : story.claimIndex).get(selected.key)
  if (index === undefined) return null
  return selected.kind === 'actor' ? litNear(story, visible, index) : litClaim(story, index)
}

/** The shortest chain of claims between two actors. */
export function litPath(story: Story, visible: Visible, { from, to }: { from: number; to: number }): Lit {
  const steps = findPath(story, visible, from, to) ?? []
  return {
    actors: [...new Set([from, to, ...steps.map(step => step.to)])],
    claims: steps.flatMap(step => step.claims),
    ring: null,
  }
}
