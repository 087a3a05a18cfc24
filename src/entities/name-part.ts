import type { EntityType } from '../types.ts'
import type { NameKinds } from './name-kinds.ts'

/** A stretch of a name: its words, where they begin in it, and what they name. */
export interface NamePart {
  readonly text: string
  readonly at: number
  readonly type: EntityType
}

/** What the rules of this file know of the article around a name. */
export interface NameSurroundings {
  /** The article's names, as they stand. */
  readonly known: ReadonlyMap<string, EntityType>
  /** Last words of the article's names of persons. */
  readonly families: ReadonlySet<string>
  /** Whether another name and a comma stand right before. */
  readonly listed: boolean
  readonly kinds: NameKinds
}

/** Gives the parts of a name; null where it finds no more than one. */
export type NamePartRule = (name: NamePart, around: NameSurroundings) => NamePart[] | null

/** Whether a word of a name says that a body is meant. */
export const isOfBody = (text: string, { isBody }: NameKinds): boolean =>
  text.split(/\s+/).some(word => isBody(word.toLowerCase()))

/** Both sides of a cut, the right one where it is written like a name. */
export function cutAt(
  { text, at, type }: NamePart,
  index: number,
  width: number,
  { known, kinds }: NameSurroundings,
): NamePart[] {
  const part = (words: string, from: number): NamePart => ({
    text: words,
    at: at + from,
    type: known.get(words) ?? kinds.stateOrCapital(words) ?? type,
  })
  const right = text.slice(index + width)
  return [part(text.slice(0, index), 0), ...(/^\p{Lu}/u.test(right) ? [part(right, index + width)] : [])]
}
