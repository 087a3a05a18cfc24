import type { EntityType, OpenData } from '../types.ts'
import { readJsonData } from './read-json-data.ts'

/** What a common noun denotes when it stands for an actor, place or event. */
export interface Denotation {
  /** The class: "rebels" for rebels, militants, insurgents, gunmen. */
  readonly denotes: string
  readonly type: EntityType
  /** Whether two mentions of the class in one story mean the same thing by default ("the rebels", not "a company"). */
  readonly shared: boolean
}

interface NominalRow extends Denotation {
  readonly heads: readonly string[]
}

/** Head noun or compound ("armed group", singular) → what it denotes. */
export type NominalLexicon = ReadonlyMap<string, Denotation>

/** Reads `lexicon/nominals.json`; a head that stands in two rows belongs to the first. */
export function loadNominals(open: OpenData): NominalLexicon {
  const lexicon = new Map<string, Denotation>()
  for (const { heads, ...denotation } of readJsonData<NominalRow[]>(open, 'lexicon/nominals.json')) {
    for (const head of heads) if (!lexicon.has(head)) lexicon.set(head, denotation)
  }
  return lexicon
}

/** English plurals that matter for head nouns; "series" and the like never get here because the lexicon has them whole. */
export function singular(noun: string): string {
  if (/(?:ss|us|is)$/.test(noun) || !noun.endsWith('s')) return noun.replace(/men$/, 'man')
  if (/ies$/.test(noun)) return noun.replace(/ies$/, 'y')
  if (/(?:x|ch|sh|ss|z)es$/.test(noun)) return noun.slice(0, -2)
  return noun.slice(0, -1)
}

/**
 * Looks up the end of a lower-case phrase: its last three, two, then one words, as they stand and in the singular.
 * Null when its head is not in the lexicon.
 */
export function denotationOf(phrase: readonly string[], lexicon: NominalLexicon): Denotation | null {
  for (let length = Math.min(4, phrase.length); length > 0; length--) {
    const words = phrase.slice(-length)
    const whole = words.join(' ')
    const found = lexicon.get(whole) ?? lexicon.get([...words.slice(0, -1), singular(words.at(-1)!)].join(' '))
    if (found) return found
  }
  return null
}
