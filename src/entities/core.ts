import { nameForm } from '../util/name-form.ts'
import type { Candidate } from './candidate.ts'

/** Asked again for each pair that a candidate is in. */
const cores = new WeakMap<Candidate, string>()

/** The words up to the head: "an emergency meeting" of "an emergency meeting of the council on Tuesday". */
export function core(candidate: Candidate): string {
  const known = cores.get(candidate)
  if (known !== undefined) return known
  const { tree, head, start, text } = candidate
  const words = nameForm(text.slice(0, tree.tokens[head]!.end - start))
  cores.set(candidate, words)
  return words
}
