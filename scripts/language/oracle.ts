/** The dynamic oracle of the arc-hybrid system (Goldberg & Nivre 2013). */
import type { WordType } from '../../src/language/input.ts'
import type { ParserState } from '../../src/language/parser-state.ts'

export interface ParsedSentence {
  readonly words: readonly WordType[]
  readonly tags: Int32Array
  /** The root's head is the number of words. */
  readonly heads: Int32Array
  readonly relations: Int32Array
}

export const MAY_SHIFT = 1
export const MAY_RIGHT = 2
export const MAY_LEFT = 4

/** The moves that lose no gold arc that can still be made, as a sum of `MAY_…`. */
export function goldMoves(state: ParserState, gold: Int32Array): number {
  const { stack, depth, next, words: n } = state
  const canShift = state.canShift()
  if (depth === 0) return MAY_SHIFT
  const top = stack[depth - 1]!
  if (canShift && gold[next] === top) return MAY_SHIFT
  if (gold[top] === next && state.canLeft()) return MAY_LEFT
  let shift = canShift
  let right = state.canRight()
  let left = state.canLeft()
  if (right && gold[top] === stack[depth - 2]) left = false
  for (let s = 0; s < depth && shift; s++) {
    const word = stack[s]!
    if (gold[word] === next || (s < depth - 1 && gold[next] === word)) shift = false
  }
  for (let word = next; word <= n && (right || left); word++) {
    if ((word > next && gold[top] === word) || (word < n && gold[word] === top)) {
      right = false
      left = false
    }
  }
  return (shift ? MAY_SHIFT : 0) | (right ? MAY_RIGHT : 0) | (left ? MAY_LEFT : 0)
}
