import type { EntityType } from '../../../src/types.ts'
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

/** What a correction decides, with actors as the articles name them. */
export type Decision =
  | { readonly verdict: 'same' | 'different'; readonly a: Named; readonly b: Named; readonly why: string }
  | { readonly verdict: 'name'; readonly a: Named; readonly name: string; readonly why: string }
  | { readonly verdict: 'type'; readonly a: Named; readonly type: EntityType; readonly why: string }
  | {
      readonly verdict: 'wrong'
      readonly a: Named
      readonly predicate: string
      readonly b: Named
      readonly negated: boolean
      readonly why: string
    }

/** What the corrections decide, each read in the story as the merges and splits before it left it. */
export function decisionsOf(story: Story, edits: readonly Edit[]): Decision[] {
  return edits.flatMap((edit, order): Decision[] => {
    if (isOvertaken(edit, edits.slice(order + 1))) return []
    // Names that the reader gave are in no article, and a dropped claim may be spoken of again.
    const before = applyEdits(
      story,
      edits.slice(0, order).filter(({ kind }) => kind === 'merge' || kind === 'split'),
    )
    return decisionOf(before, edit)
  })
}

function decisionOf(story: Story, edit: Edit): Decision[] {
  if (edit.kind === 'drop') {
    const claim = story.claims[story.claimIndex.get(edit.claim) ?? -1]
    if (!claim) return []
    const [a, b] = [named(story.actors[claim.source]!), named(story.actors[claim.target]!)]
    const { predicate, negated } = claim
    return [{ verdict: 'wrong', a, predicate, b, negated, why: 'dropped in the viewer' }]
  }
  const actor = actorOf(story, edit.kind === 'merge' ? edit.keep : edit.actor)
  if (!actor) return []
  const a = named(actor)
  if (edit.kind === 'rename') return [{ verdict: 'name', a, name: edit.label, why: 'renamed in the viewer' }]
  if (edit.kind === 'type')
    return [{ verdict: 'type', a, type: edit.type as EntityType, why: 'type given in the viewer' }]
  if (edit.kind === 'split')
    return [{ verdict: 'different', a, b: { ...a, name: edit.alias }, why: 'split in the viewer' }]
  const dropped = actorOf(story, edit.drop)
  return dropped ? [{ verdict: 'same', a, b: named(dropped), why: 'merged in the viewer' }] : []
}

/** Whether later corrections leave nothing of a name or type: another one, or the actor merged into one that keeps its own. */
function isOvertaken(edit: Edit, later: readonly Edit[]): boolean {
  if (edit.kind !== 'rename' && edit.kind !== 'type') return false
  return later.some(
    other =>
      (other.kind === edit.kind && other.actor === edit.actor) || (other.kind === 'merge' && other.drop === edit.actor),
  )
}

function actorOf(story: Story, key: string): Actor | undefined {
  return story.actors[story.actorIndex.get(key) ?? -1]
}

function named({ type, label, references }: Actor): Named {
  return { type, name: label, references }
}
