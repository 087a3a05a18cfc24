import type { Trigger } from './ontology.ts'

/** A trigger found in a sentence. */
export interface Match {
  readonly trigger: Trigger
  /** The verb, noun, adjective or adverb that set the trigger off. */
  readonly anchor: number
  /** The noun that a light verb governs. */
  readonly noun: number | undefined
  /** Prepositions that belong to the verb ("object to"): their noun counts as the object. */
  readonly prepositions: readonly string[]
}
