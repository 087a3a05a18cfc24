import type { Span } from '../types.ts'
import { childBy, subtreeSpan, type Tree } from '../util/tree.ts'
import type { Attribution } from './attribution.ts'
import type { CueContext } from './find-cues.ts'
import { phraseSource } from './find-source.ts'
import type { StatementResources } from './resources.ts'
import { without } from './spans.ts'

/** "according to X", "in the words of X": phrases that attribute the clause they stand in. */
export function readPhraseCue(tree: Tree, index: number, { resources }: CueContext): Attribution | null {
  const token = tree.tokens[index]!
  const to = tree.tokens[index + 1]
  if (token.form.toLowerCase() !== 'according' || to?.form.toLowerCase() !== 'to' || token.head < 0) return null
  const noun = token.head
  const whole = subtreeSpan(tree, noun)
  const hole: Span = [Math.min(whole[0], token.start), whole[1]]
  if (isReported(tree, noun, resources)) return null
  const content = without(clauseSpan(tree, noun), hole)
  if (content.length === 0) return null
  return {
    tree,
    token: index,
    cue: [token.start, to.end],
    source: phraseSource(tree, noun),
    kind: 'speech',
    frame: 'clause',
    content,
    addressee: null,
    takesQuote: true,
  }
}

/** "…, she said, according to the agency": she speaks, the agency only passes it on. */
function isReported(tree: Tree, noun: number, resources: StatementResources): boolean {
  const above = tree.tokens[noun]!.head
  const head = tree.tokens[above]
  if (head === undefined || head.upos !== 'VERB' || childBy(tree, above, 'nsubj') === undefined) return false
  return resources.verbs.get(head.lemma.toLowerCase())?.takes.get('clause') === 'speech'
}

/** The clause in which a phrase stands. */
function clauseSpan(tree: Tree, index: number): Span {
  let at = tree.tokens[index]!.head
  for (let steps = 0; at >= 0 && steps < tree.tokens.length; steps++) {
    const token = tree.tokens[at]!
    if (token.head < 0 || childBy(tree, at, 'nsubj', 'csubj', 'expl') !== undefined) break
    at = token.head
  }
  if (at < 0) return [tree.sentence.start, tree.sentence.end]
  return subtreeSpan(tree, at)
}
