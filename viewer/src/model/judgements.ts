import type { Edit } from '../state/state.ts'
import type { Actor, Story } from './story.ts'

/** What a correction says about who is who, before names become references. */
export interface NamePair {
  readonly verdict: 'same' | 'different'
  readonly a: { readonly type: string; readonly name: string }
  readonly b: { readonly type: string; readonly name: string }
  readonly why: string
}

/** Merges and splits as pairs of names: every name of one actor against the other's own. */
export function namePairs(story: Story, edits: readonly Edit[]): NamePair[] {
  return edits.flatMap((edit): NamePair[] => {
    if (edit.kind === 'merge') {
      const [keep, drop] = [actorOf(story, edit.keep), actorOf(story, edit.drop)]
      if (!keep || !drop) return []
      return [{ verdict: 'same', a: named(keep), b: named(drop), why: 'merged in the viewer' }]
    }
    if (edit.kind === 'split') {
      const actor = actorOf(story, edit.actor)
      if (!actor) return []
      return [
        {
          verdict: 'different',
          a: named(actor),
          b: { type: actor.type, name: edit.alias },
          why: 'split in the viewer',
        },
      ]
    }
    return []
  })
}

function actorOf(story: Story, key: string): Actor | undefined {
  return story.actors[story.actorIndex.get(key) ?? -1]
}

function named({ type, label }: Actor): { type: string; name: string } {
  return { type, name: label }
}
