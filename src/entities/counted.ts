import type { Candidate } from './candidate.ts'

/** Nouns that count: "dozens of", "a quarter of a million". */
const COUNTING = /^(?:dozens?|scores|hundreds?|thousands?|millions?|billions?)$/i

/**
 * A number of people that the sentence brings in ("80 civilians", "three families", "a million people"): others of their
 * kind are not these. "The three families" speaks of some that are known.
 */
export function isCountedCrowd({ type, kind, start, tree, head, definite }: Candidate): boolean {
  if (type !== 'group' || kind !== 'nominal' || definite) return false
  for (let i = head - 1; i >= 0 && tree.tokens[i]!.start >= start; i--) {
    const { upos, form } = tree.tokens[i]!
    if (upos === 'NUM' || COUNTING.test(form)) return true
  }
  return false
}
