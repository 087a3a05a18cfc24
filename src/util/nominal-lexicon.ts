import type { EntityType, OpenData } from '../types.ts'
import { readJsonData } from './read-json-data.ts'

/** What a common noun denotes when it stands for an actor, place or event. */
export interface Denotation {
  /** The class: "rebels" for rebels, militants, insurgents, gunmen. */
  readonly denotes: string
  readonly type: EntityType
  /** Whether two mentions of the class in one story mean the same thing by default ("the rebels", not "a company"). */
  readonly shared: boolean
  /** Whether the word is an actor only where it takes up one that was spoken of before ("the network" for a broadcaster). */
  readonly joinsOnly?: boolean
}

/** Compounds that `denotes: null` lists are no actors, whatever their last word is otherwise ("box office", "market forces"). */
type NominalRow = { readonly heads: readonly string[] } & (Denotation | { readonly denotes: null })

/** Head noun or compound ("armed group", singular) → what it denotes; null for what is no actor. */
export type NominalLexicon = ReadonlyMap<string, Denotation | null>

/** Reads `lexicon/nominals.json`; a head that stands in two rows belongs to the first. */
export function loadNominals(open: OpenData): NominalLexicon {
  const lexicon = new Map<string, Denotation | null>()
  for (const { heads, ...row } of readJsonData<NominalRow[]>(open, 'lexicon/nominals.json')) {
    const denotation = row.denotes === null ? null : row
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
 * Looks up the end of a lower-case phrase: its last four, three, two, then one words, as they stand and in the singular.
 * Null when its head is not in the lexicon, or is no actor in this compound.
 */
export function denotationOf(phrase: readonly string[], lexicon: NominalLexicon): Denotation | null {
  return lookUp(phrase, lexicon) ?? null
}

/** Whether the lexicon says that a phrase is no actor ("box office", "mobile networks"). */
export const isNoActor = (phrase: readonly string[], lexicon: NominalLexicon): boolean =>
  lookUp(phrase, lexicon) === null

function lookUp(phrase: readonly string[], lexicon: NominalLexicon): Denotation | null | undefined {
  for (let length = Math.min(4, phrase.length); length > 0; length--) {
    const words = phrase.slice(-length)
    for (const form of [words.join(' '), [...words.slice(0, -1), singular(words.at(-1)!)].join(' ')]) {
      const found = lexicon.get(form)
      if (found !== undefined) return found
    }
  }
  return undefined
}
