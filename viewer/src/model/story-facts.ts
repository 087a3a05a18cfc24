import { facetIndexOf } from './facet-index.ts'
import type { Story } from './story.ts'

/** What panels tell of a whole story, whatever is shown of it. */
export interface StoryFacts {
  readonly documents: number
  /** By document. */
  readonly titles: ReadonlyMap<string, string>
  /** The most sentences that any claim has. */
  readonly strongest: number
  /** Claims that somebody makes and somebody denies, side by side. */
  readonly disputed: readonly (readonly number[])[]
}

const known = new WeakMap<Story, StoryFacts>()

/** The facts of a story, gathered when they are first asked for. */
export function factsOf(story: Story): StoryFacts {
  let facts = known.get(story)
  if (facts === undefined) {
    const titles = new Map<string, string>()
    for (const { doc, title } of story.pieces) if (!titles.has(doc)) titles.set(doc, title ?? doc)
    facts = {
      documents: titles.size,
      titles,
      strongest: story.claims.reduce((most, { pieces }) => Math.max(most, pieces.length), 1),
      disputed: disputedIn(story),
    }
    known.set(story, facts)
  }
  return facts
}

function disputedIn(story: Story): number[][] {
  const { codes, values } = facetIndexOf(story).facets.predicate
  const keyOf = (claim: number) => {
    const { source, target } = story.claims[claim]!
    return (source * story.actors.length + target) * values.length + codes[claim]!
  }
  const sides = new Map<number, number[]>()
  story.claims.forEach(({ negated }, claim) => {
    if (negated) sides.set(keyOf(claim), [])
  })
  if (sides.size > 0) for (const claim of story.claims.keys()) sides.get(keyOf(claim))?.push(claim)
  return [...sides.values()].filter(claims => claims.some(claim => !story.claims[claim]!.negated))
}
