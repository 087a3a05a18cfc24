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
export interface NominalLexicon {
  get(phrase: string): Denotation | null | undefined
  /** Whether some head ends in this word: most nouns need not be looked up in company. */
  closes(word: string): boolean
  entries(): Iterable<readonly [string, Denotation | null]>
}

/** Reads `lexicon/nominals.json`; a head that stands in two rows belongs to the first. */
export function loadNominals(open: OpenData): NominalLexicon {
  const lexicon = new Map<string, Denotation | null>()
  for (const { heads, ...row } of readJsonData<NominalRow[]>(open, 'lexicon/nominals.json')) {
    const denotation = row.denotes === null ? null : row
    for (const head of heads) if (!lexicon.has(head)) lexicon.set(head, denotation)
  }
  const lastWords = new Set([...lexicon.keys()].map(head => head.slice(head.lastIndexOf(' ') + 1)))
  return {
    get: phrase => lexicon.get(phrase),
    closes: word => lastWords.has(word),
    entries: () => lexicon.entries(),
  }
}

/** English plurals that matter for head nouns; "series" and the like never get here because the lexicon has them whole. */
export function singular(noun: string): string {
  if (!noun.endsWith('s') || /(?:ss|us|is)$/.test(noun)) return noun.endsWith('men') ? `${noun.slice(0, -3)}man` : noun
  if (/ies$/.test(noun)) return noun.replace(/ies$/, 'y')
  if (/(?:x|ch|sh|ss|z)es$/.test(noun)) return noun.slice(0, -2)
  return noun.slice(0, -1)
}

/**
 * Looks up the end of a lower-case phrase: its last four, three, two, then one words, as they stand and in the singular.
 * Null when its head is not in the lexicon, or is no actor in this compound.
 */
export const denotationOf = (phrase: readonly string[], lexicon: NominalLexicon): Denotation | null =>
  lookUp(phrase, lexicon) ?? null

/** The same; null for what the lexicon says is no actor ("box office", "mobile networks"), undefined for what it lacks. */
export function lookUp(phrase: readonly string[], lexicon: NominalLexicon): Denotation | null | undefined {
  const last = phrase.at(-1)
  if (last === undefined) return undefined
  const one = singular(last)
  if (!lexicon.closes(last) && !lexicon.closes(one)) return undefined
  for (let length = Math.min(4, phrase.length); length > 0; length--) {
    const before = phrase.slice(-length, -1)
    const asIs = lexicon.get([...before, last].join(' '))
    if (asIs !== undefined) return asIs
    const inSingular = one === last ? undefined : lexicon.get([...before, one].join(' '))
    if (inSingular !== undefined) return inSingular
  }
  return undefined
}

/** Whether a form is a head of the lexicon and nothing beside it: "government", not "Labour government". */
export const isHeadAlone = (form: string, lexicon: NominalLexicon): boolean =>
  lexicon.get(form) != null || lexicon.get(singular(form)) != null
