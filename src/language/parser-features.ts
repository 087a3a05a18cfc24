/** What the parser looks at: words, tags, clusters and arcs around the stack's top and the buffer's front. */

import { mix } from './hash.ts'
import type { ParserState } from './parser-state.ts'

export const MAX_FEATURES = 128

const mix3 = (a: number, b: number, c: number) => mix(mix(a, b), c)
const mix4 = (a: number, b: number, c: number, d: number) => mix(mix(mix(a, b), c), d)

/** Fills `f` with the hashed features of the state and returns how many there are. */
export function extractFeatures(state: ParserState, f: Int32Array): number {
  const { words: n, next, depth, stack, word, tag, suffix, fine, coarse, relations: label } = state
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

  const ws0 = word[s0]!
  const ws1 = word[s1]!
  const wb0 = word[b0]!
  const wb1 = word[b1]!
  const ts0 = tag[s0]!
  const ts1 = tag[s1]!
  const ts2 = tag[s2]!
  const tb0 = tag[b0]!
  const tb1 = tag[b1]!
  const tb2 = tag[b2]!
  const fs0 = fine[s0]!
  const fs1 = fine[s1]!
  const fb0 = fine[b0]!
  const cs0 = coarse[s0]!
  const cs1 = coarse[s1]!
  const cb0 = coarse[b0]!
  const ls0l = label[s0l]!
  const ls0r = label[s0r]!
  const ls1l = label[s1l]!
  const ls1r = label[s1r]!
  const lb0l = label[b0l]!
  const distance = s0 === nothing ? 0 : Math.min(b0 - s0, 10)
  // Tags are below 128: pairs and triples of them need no hashing.
  const tt = ts0 * 128 + tb0
  const ttb = tt * 128 + tb1
  const tts = ts1 * 128 + ts0
  const ttt = tts * 128 + tb0

  let k = 0
  f[k++] = mix(1, 0)
  f[k++] = mix(2, ws0)
  f[k++] = mix(3, ts0)
  f[k++] = mix3(4, ws0, ts0)
  f[k++] = mix(5, ws1)
  f[k++] = mix(6, ts1)
  f[k++] = mix3(7, ws1, ts1)
  f[k++] = mix(8, word[s2]!)
  f[k++] = mix(9, ts2)
  f[k++] = mix3(10, word[s2]!, ts2)
  f[k++] = mix(11, wb0)
  f[k++] = mix(12, tb0)
  f[k++] = mix3(13, wb0, tb0)
  f[k++] = mix(14, wb1)
  f[k++] = mix(15, tb1)
  f[k++] = mix3(16, wb1, tb1)
  f[k++] = mix(17, word[b2]!)
  f[k++] = mix(18, tb2)
  f[k++] = mix3(19, word[b2]!, tb2)

  f[k++] = mix3(20, word[s0l]!, ls0l)
  f[k++] = mix3(21, tag[s0l]!, ls0l)
  f[k++] = mix3(22, word[s0r]!, ls0r)
  f[k++] = mix3(23, tag[s0r]!, ls0r)
  f[k++] = mix3(24, word[b0l]!, lb0l)
  f[k++] = mix3(25, tag[b0l]!, lb0l)
  f[k++] = mix3(26, word[s1r]!, ls1r)
  f[k++] = mix3(27, tag[s1r]!, ls1r)
  f[k++] = mix3(28, word[s1l]!, ls1l)
  f[k++] = mix3(29, tag[s1l]!, ls1l)

  f[k++] = mix3(30, suffix[s0]!, ts0)
  f[k++] = mix3(31, suffix[s1]!, ts1)
  f[k++] = mix3(32, suffix[b0]!, tb0)
  f[k++] = mix3(33, suffix[s0]!, tt)
  f[k++] = mix3(34, suffix[b0]!, tt)

  f[k++] = mix(40, tt)
  f[k++] = mix3(41, ws0, wb0)
  f[k++] = mix3(42, ws0, tt)
  f[k++] = mix3(43, wb0, tt)
  f[k++] = mix(44, ttb)
  f[k++] = mix(45, ttt)
  f[k++] = mix3(46, tts, ts2)
  f[k++] = mix3(47, tb0 * 128 + tb1, tb2)
  f[k++] = mix3(48, ttt, tb1)
  f[k++] = mix4(49, tt, tag[s0l]!, ls0l)
  f[k++] = mix4(50, tt, tag[s0r]!, ls0r)
  f[k++] = mix4(51, tt, tag[b0l]!, lb0l)
  f[k++] = mix4(52, tts, tag[s1r]!, ls1r)
  f[k++] = mix4(53, tts, tag[s0l]!, ls0l)
  f[k++] = mix4(54, tts, tag[s0r]!, ls0r)
  f[k++] = mix4(55, ts0, ls0l, label[left2[s0]!]!)
  f[k++] = mix4(56, ts0, ls0r, label[right2[s0]!]!)
  f[k++] = mix4(57, tb0, lb0l, label[left2[b0]!]!)
  f[k++] = mix4(58, ws0, ls0l, ls0r)
  f[k++] = mix4(59, wb0, lb0l, ts0)
  f[k++] = mix4(60, ws1, ws0, tb0)
  f[k++] = mix3(61, ws1, ws0)
  f[k++] = mix4(62, ts1, ws0, tb0)
  f[k++] = mix3(63, ts1, ws0)
  f[k++] = mix4(64, ws1, ts0, tb0)
  f[k++] = mix3(65, ws1, ts0)
  f[k++] = mix(66, tts)
  f[k++] = mix4(67, ws0, wb0, wb1)
  f[k++] = mix4(68, ws0, tb0, tb1)
  f[k++] = mix4(69, ws0, word[s0l]!, tb0)
  f[k++] = mix4(70, wb0, word[b0l]!, ts0)
  f[k++] = mix4(71, ws0, word[s0r]!, tb0)
  f[k++] = mix3(72, ws0, distance)
  f[k++] = mix3(73, wb0, distance)
  f[k++] = mix3(74, tt, distance)
  f[k++] = mix3(75, ws0, leftCount[s0]!)
  f[k++] = mix3(76, ws0, rightCount[s0]!)
  f[k++] = mix3(77, wb0, leftCount[b0]!)
  f[k++] = mix3(78, ts0, leftCount[s0]!)
  f[k++] = mix3(79, ts0, rightCount[s0]!)
  f[k++] = mix3(80, tt, rightCount[s0]!)
  f[k++] = mix3(81, tt, leftCount[b0]!)

  f[k++] = mix3(90, fs0, tt)
  f[k++] = mix3(91, fb0, tt)
  f[k++] = mix3(92, fs0, fb0)
  f[k++] = mix3(93, fs1, fs0)
  f[k++] = mix4(94, fs1, tts, tb0)
  f[k++] = mix4(95, fs0, tts, tb0)
  f[k++] = mix4(96, cs0, cb0, tt)
  f[k++] = mix4(97, cs1, cs0, tts)
  f[k++] = mix4(98, cs1, cs0, ttt)
  f[k++] = mix4(99, cs0, coarse[s0l]!, tts)
  f[k++] = mix4(100, ws1, cs0, ls0l)
  f[k++] = mix4(101, cs0, tt, coarse[b1]!)
  f[k++] = mix4(102, fine[s0l]!, fs0, ts1)
  f[k++] = mix4(103, fs1, word[s0l]!, fs0)
  return k
}
