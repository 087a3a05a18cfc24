/**
 * What the tagger looks at, in groups by what each group depends on, so that the sums of a group can be remembered. Each
 * function appends its group's features at `k` and returns where the next one goes. `t1` and `t2` are the tags of the
 * two words before plus one, 0 before the sentence.
 */

import { mix } from './hash.ts'
import type { WordType } from './input.ts'

export const MOST_FEATURES = 48

/** Stands beyond both ends of a sentence. */
export const EDGE: WordType = {
  serial: 0,
  norm: '',
  id: 0,
  word: 101,
  suffix2: 103,
  suffix3: 107,
  prefix2: 109,
  prefix3: 113,
  shape: 16,
  fine: 0,
  coarse: 0,
}

/** The word itself. */
export function ofWord(f: Int32Array, k: number, word: WordType): number {
  f[k++] = mix(1, 0)
  f[k++] = mix(2, word.word)
  f[k++] = mix(3, word.suffix3)
  f[k++] = mix(4, word.suffix2)
  f[k++] = mix(5, word.prefix2)
  f[k++] = mix(6, word.prefix3)
  f[k++] = mix(28, word.fine)
  f[k++] = mix(29, word.coarse)
  return k
}

/** The word with the tag before, or with the place at the sentence's start. */
export function ofWordAfter(f: Int32Array, k: number, word: WordType, t1: number): number {
  const shape = word.shape + (t1 === 0 ? 32 : 0)
  f[k++] = mix(7, shape)
  f[k++] = mix(8, mix(word.suffix3, shape))
  f[k++] = mix(11, mix(word.word, t1))
  f[k++] = mix(24, mix(word.suffix3, t1))
  f[k++] = mix(25, mix(shape, t1))
  f[k++] = mix(30, mix(word.fine, shape))
  f[k++] = mix(34, mix(word.fine, t1))
  f[k++] = mix(36, mix(word.word, shape))
  return k
}

export function ofPrevious(f: Int32Array, k: number, previous: WordType): number {
  f[k++] = mix(12, previous.word)
  f[k++] = mix(16, previous.suffix3)
  f[k++] = mix(22, previous.shape)
  f[k++] = mix(32, previous.fine)
  return k
}

export function ofNext(f: Int32Array, k: number, next: WordType): number {
  f[k++] = mix(14, next.word)
  f[k++] = mix(17, next.suffix3)
  f[k++] = mix(21, next.shape)
  f[k++] = mix(31, next.fine)
  return k
}

/** The next word with the tag before. */
export function ofNextAfter(f: Int32Array, k: number, next: WordType, t1: number): number {
  f[k++] = mix(20, mix(next.word, t1))
  f[k++] = mix(23, mix(next.suffix2, t1))
  return k
}

export function ofBeforePrevious(f: Int32Array, k: number, beforePrevious: WordType): number {
  f[k++] = mix(13, beforePrevious.word)
  return k
}

export function ofAfterNext(f: Int32Array, k: number, afterNext: WordType): number {
  f[k++] = mix(15, afterNext.word)
  return k
}

export function ofTags(f: Int32Array, k: number, t1: number, t2: number): number {
  f[k++] = mix(9, t1)
  f[k++] = mix(10, t1 * 64 + t2)
  return k
}

export function ofShapes(f: Int32Array, k: number, previous: WordType, word: WordType, next: WordType): number {
  f[k++] = mix(35, mix(word.shape, mix(previous.shape, next.shape)))
  return k
}

export function ofFineClusters(f: Int32Array, k: number, word: WordType, next: WordType): number {
  f[k++] = mix(33, mix(word.fine, next.fine))
  return k
}

export function ofCoarseClusters(f: Int32Array, k: number, word: WordType, next: WordType, t1: number): number {
  f[k++] = mix(38, mix(next.coarse, mix(word.coarse, t1)))
  return k
}

/** Pairs of words, and the word with two tags: seldom met twice. */
export function ofPairs(
  f: Int32Array,
  k: number,
  previous: WordType,
  word: WordType,
  next: WordType,
  afterNext: WordType,
  t1: number,
  t2: number,
): number {
  f[k++] = mix(18, mix(previous.word, word.word))
  f[k++] = mix(19, mix(word.word, next.word))
  f[k++] = mix(26, mix(next.word, afterNext.word))
  f[k++] = mix(27, mix(previous.word, next.word))
  f[k++] = mix(37, mix(word.word, t1 * 64 + t2))
  return k
}
