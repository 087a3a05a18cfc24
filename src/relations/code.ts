import type { Reading } from './modality.ts'
import type { Trigger } from './ontology.ts'
import type { Actor, Scene } from './scene.ts'

/**
 * The CAMEO code of a relation. The manual codes intentions as promises (03) or threats (13), refusals as 12, and
 * leaves out what is asked for or did not happen.
 */
export function codeOf(scene: Scene, trigger: Trigger, subject: Actor, { modality, negated }: Reading): string | null {
  const code = trigger.armed !== null && isArmed(scene, subject) ? trigger.armed : trigger.code
  if (code === null) return null
  if (negated) return trigger.refused ?? (code < '10' ? '120' : null)
  if (modality === 'demanded') return null
  if (modality !== 'planned') return code
  return trigger.planned ?? code
}

/** States fight with armies; groups only where their name says so. */
function isArmed(scene: Scene, { entity, type, token }: Actor): boolean {
  if (type === 'state') return true
  const { armed } = scene.ontology.grammar
  const names = scene.cast.entities.get(entity)
  const words = `${names?.name ?? ''} ${scene.tree.tokens[token]!.lemma}`.toLowerCase().split(/[^\p{L}]+/u)
  return words.some(word => armed.has(word) || armed.has(word.replace(/s$/, '')))
}
