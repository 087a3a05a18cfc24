import type { Span } from '../types.ts'
import { baseRelation, childBy, childrenBy, subtreeSpan, type Tree } from '../util/tree.ts'
import { mergeSpans, without } from './spans.ts'

/** "said that …", "…, said X": the clause that is the verb's own complement. */
export function clauseContent(tree: Tree, verb: number): Span[] {
  const complement =
    childrenBy(tree, verb, 'ccomp').find(child => !isInfinitive(tree, child)) ?? speechBeside(tree, verb)
  if (complement === undefined) return []
  const spans = [withoutMark(tree, complement)]
  const joined = joinedClause(tree, verb, complement)
  if (joined !== undefined) spans.push(subtreeSpan(tree, joined))
  const cue = cueReach(tree, verb, complement)
  return mergeSpans(spans.flatMap(span => without(span, cue)))
}

/** "The war, he said, is over", "as X said, …": the verb hangs on the clause that it attributes. */
export function hostContent(tree: Tree, verb: number): Span[] {
  const token = tree.tokens[verb]!
  if (token.head < 0) return []
  const relation = baseRelation(token)
  const asClause =
    relation === 'advcl' &&
    childrenBy(tree, verb, 'mark', 'advmod').some(m => /^(?:as|like)$/.test(tree.tokens[m]!.lemma))
  if (relation !== 'parataxis' && !asClause) return []
  if (childBy(tree, verb, 'nsubj') === undefined) return []
  return without(subtreeSpan(tree, token.head), subtreeSpan(tree, verb))
}

const isInfinitive = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'mark').some(mark => tree.tokens[mark]!.tag === 'TO')

/** Some clauses of speech are not made subordinate: "Trump said: we go". */
function speechBeside(tree: Tree, verb: number): number | undefined {
  return childrenBy(tree, verb, 'parataxis').find(
    child => child > verb && childBy(tree, child, 'nsubj', 'csubj', 'cop') !== undefined,
  )
}

/** The complement without "that" at its start. */
function withoutMark(tree: Tree, clause: number): Span {
  const [start, end] = subtreeSpan(tree, clause)
  const first = tree.first[clause]!
  const mark = tree.tokens[first]!
  if (mark.form.toLowerCase() === 'that' && baseRelation(mark) === 'mark') {
    return [tree.tokens[first + 1]?.start ?? start, end]
  }
  return [start, end]
}

/** What of the verb's own words stands inside the complement ("The war, he said, is over"). */
function cueReach(tree: Tree, verb: number, complement: number): Span {
  const own = tree.tokens[verb]!
  if (tree.first[complement]! > verb || tree.last[complement]! < verb) return [own.start, own.start]
  const around = tree.children[verb]!.filter(
    child =>
      child !== complement &&
      tree.first[child]! > tree.first[complement]! &&
      baseRelation(tree.tokens[child]!) !== 'punct',
  )
  const starts = around.map(child => subtreeSpan(tree, child)[0])
  const ends = around.map(child => subtreeSpan(tree, child)[1])
  return [Math.min(own.start, ...starts), Math.max(own.end, ...ends)]
}

/**
 * "He said the war was over and the rebels had left": a clause joined to the verb of saying though it belongs to what
 * was said. It has a subject of its own and no comma before it.
 */
function joinedClause(tree: Tree, verb: number, complement: number): number | undefined {
  return childrenBy(tree, verb, 'conj').find(child => {
    if (child < complement || childBy(tree, child, 'nsubj') === undefined) return false
    const first = tree.first[child]!
    const before = tree.tokens[first - 1]
    return first === tree.last[complement]! + 1 && before !== undefined && before.upos !== 'PUNCT'
  })
}
