/** Which words and which small facts a parser state shows to the network. */

import type { ParserState } from './parser-state.ts'

/** Words: three of the stack, three of the buffer, and dependents of the first ones. */
export const SLOTS = 13
/** The first so many of them are filled by nearly every word at some time; dependents come after them. */
export const OFTEN_FILLED = 6
/** Labels of dependents, distances and counts: one table of 64 rows each... */
export const STATE_TABLES = 14

/** Writes the byte addresses of the state's rows to `list` and returns how many there are. */
export function extractSlots(
  state: ParserState,
  out: Int32Array,
  list: number,
  slotRows: number,
  tablesAt: number,
  width: number,
): number {
  const { words: n, next, depth, stack, relations: label } = state
  const { left1, left2, right1, right2, leftCount, rightCount } = state
  const nothing = n + 1
  const s0 = depth > 0 ? stack[depth - 1]! : nothing
  const s1 = depth > 1 ? stack[depth - 2]! : nothing
  const s2 = depth > 2 ? stack[depth - 3]! : nothing
  const b0 = next
  const b1 = next + 1 <= n ? next + 1 : nothing
  const b2 = next + 2 <= n ? next + 2 : nothing
  const s0l = left1[s0]!
  const s0r = right1[s0]!
  const s1l = left1[s1]!
  const s1r = right1[s1]!
  const b0l = left1[b0]!
  const s0l2 = left2[s0]!
  const s0r2 = right2[s0]!
  const b0l2 = left2[b0]!
  const bytes = 4 * width
  const row = SLOTS * bytes
  const base = slotRows * 4
  let k = list
  out[k++] = base + s0 * row
  out[k++] = base + s1 * row + bytes
  out[k++] = base + s2 * row + 2 * bytes
  out[k++] = base + b0 * row + 3 * bytes
  out[k++] = base + b1 * row + 4 * bytes
  out[k++] = base + b2 * row + 5 * bytes
  out[k++] = base + s0l * row + 6 * bytes
  out[k++] = base + s0r * row + 7 * bytes
  out[k++] = base + s1l * row + 8 * bytes
  out[k++] = base + s1r * row + 9 * bytes
  out[k++] = base + b0l * row + 10 * bytes
  out[k++] = base + s0l2 * row + 11 * bytes
  out[k++] = base + s0r2 * row + 12 * bytes
  const table = 64 * bytes
  let at = tablesAt * 4
  out[k++] = at + label[s0l]! * bytes
  out[k++] = (at += table) + label[s0r]! * bytes
  out[k++] = (at += table) + label[s1l]! * bytes
  out[k++] = (at += table) + label[s1r]! * bytes
  out[k++] = (at += table) + label[b0l]! * bytes
  out[k++] = (at += table) + label[s0l2]! * bytes
  out[k++] = (at += table) + label[s0r2]! * bytes
  out[k++] = (at += table) + label[b0l2]! * bytes
  out[k++] = (at += table) + (s0 === nothing ? 0 : Math.min(b0 - s0, 15)) * bytes
  out[k++] = (at += table) + (s1 === nothing ? 0 : Math.min(s0 - s1, 15)) * bytes
  out[k++] = (at += table) + leftCount[s0]! * bytes
  out[k++] = (at += table) + rightCount[s0]! * bytes
  out[k++] = (at += table) + rightCount[s1]! * bytes
  out[k++] = (at += table) + leftCount[b0]! * bytes
  return k - list
}
