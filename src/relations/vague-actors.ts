import type { Mention, Sentence } from '../types.ts'
import { headOfSpan, treeOf } from '../util/tree.ts'

const VAGUE = /^(?:it|its|itself|they|them|their|theirs|themselves)$/i

/**
 * Entities that a sentence names by "it" or "they" alone, and that the sentence before does not have as a subject: too
 * many things could be meant, and no relation is read from a guess.
 *
 * @param inside the mentions within the sentence
 * @param earlier the mentions within the sentence before
 */
export function vagueActors(
  text: string,
  inside: readonly Mention[],
  before: Sentence | undefined,
  earlier: readonly Mention[],
): ReadonlySet<string> {
  const named = new Set<string>()
  const vague = new Set<string>()
  for (const { start, end, kind, entity } of inside) {
    if (kind === 'pronoun' && VAGUE.test(text.slice(start, end))) vague.add(entity)
    else named.add(entity)
  }
  const candidates = [...vague].filter(entity => !named.has(entity))
  if (candidates.length === 0) return new Set()
  const subjects = before === undefined ? new Set<string>() : subjectsOf(before, earlier)
  return new Set(candidates.filter(entity => !subjects.has(entity)))
}

function subjectsOf(sentence: Sentence, mentions: readonly Mention[]): ReadonlySet<string> {
  const tree = treeOf(sentence)
  const found = mentions.filter(({ start, end }) => {
    const head = headOfSpan(tree, [start, end])
    return head >= 0 && /^(?:nsubj|root|appos|conj|nmod:desc)/.test(tree.tokens[head]!.deprel)
  })
  return new Set(found.map(({ entity }) => entity))
}
