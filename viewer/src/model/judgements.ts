import type { Edit } from '../state/state.ts'
import { applyEdits } from './apply-edits.ts'
import type { Actor, Story } from './story.ts'

/** An actor under one of its names. */
export interface Named {
  readonly type: string
  readonly name: string
  /** What `judgements.json` may call the actor; empty where the graph does not say. */
  readonly references: readonly string[]
}

/** What a correction says about who is who. */
export interface NamePair {
  readonly verdict: 'same' | 'different'
  readonly a: Named
  readonly b: Named
  readonly why: string
}

/** Merges and splits as pairs of names, each read in the story as the corrections before it left it. */
export function namePairs(story: Story, edits: readonly Edit[]): NamePair[] {
  return edits.flatMap((edit, order): NamePair[] => {
    if (edit.kind !== 'merge' && edit.kind !== 'split') return []
    // Names that the reader gave are in no article.
    const known = edits.slice(0, order).filter(({ kind }) => kind === 'merge' || kind === 'split')
    const before = applyEdits(story, known)
    if (edit.kind === 'merge') {
      const [keep, drop] = [actorOf(before, edit.keep), actorOf(before, edit.drop)]
      if (!keep || !drop) return []
      return [{ verdict: 'same', a: named(keep), b: named(drop), why: 'merged in the viewer' }]
    }
    const actor = actorOf(before, edit.actor)
    if (!actor) return []
    const part = { ...named(actor), name: edit.alias }
    return [{ verdict: 'different', a: named(actor), b: part, why: 'split in the viewer' }]
  })
}

function actorOf(story: Story, key: string): Actor | undefined {
  return story.actors[story.actorIndex.get(key) ?? -1]
}

function named({ type, label, references }: Actor): Named {
  return { type, name: label, references }
}
