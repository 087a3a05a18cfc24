import type { Span } from '../types.ts'
import { baseRelation, childBy, childrenBy, subtreeSpan, type Tree } from '../util/tree.ts'
import type { Attribution } from './attribution.ts'
import { clauseReach, phraseReach } from './clause-reach.ts'
import type { CueContext } from './find-cues.ts'
import { findSource } from './find-source.ts'

/** "is confident that …", "was critical of …", "remains opposed to …". */
export function readAdjectiveCue(tree: Tree, index: number, { resources }: CueContext): Attribution | null {
  const token = tree.tokens[index]!
  if (!/^(?:ADJ|VERB)$/.test(token.upos) || !resources.adjectives.has(token.form.toLowerCase())) return null
  if (!isPredicate(tree, index) || isAdvice(tree, index)) return null
  const source = findSource(tree, index)
  const content = source === null ? null : contentOf(tree, index)
  if (source === null || content === null) return null
  const copula = childBy(tree, index, 'cop', 'aux:pass')
  const start = copula === undefined || copula > index ? token.start : tree.tokens[copula]!.start
  return {
    tree,
    token: index,
    cue: [start, token.end],
    source,
    kind: 'thought',
    frame: 'topic',
    content: [content],
    addressee: null,
    takesQuote: false,
  }
}

/** Said of somebody by a copula ("is afraid"), a verb like "remain" or a comma ("worried that …, they left"). */
function isPredicate(tree: Tree, index: number): boolean {
  if (childBy(tree, index, 'cop', 'aux:pass', 'nsubj') !== undefined) return true
  return /^(?:xcomp|advcl|conj)$/.test(baseRelation(tree.tokens[index]!))
}

/** "Users should be wary": somebody asks for the state of mind, nobody has it yet. */
const isAdvice = (tree: Tree, index: number): boolean =>
  childrenBy(tree, index, 'aux').some(aux => /^(?:should|must|ought|shall)$/i.test(tree.tokens[aux]!.form)) ||
  (tree.tokens[index]!.deprel === 'xcomp' &&
    childrenBy(tree, index, 'mark').some(mark => tree.tokens[mark]!.tag === 'TO') &&
    childBy(tree, tree.tokens[index]!.head, 'obj') !== undefined)

function contentOf(tree: Tree, index: number): Span | null {
  for (const child of childrenBy(tree, index, 'ccomp', 'xcomp', 'advcl', 'obl')) {
    if (child < index) continue
    const first = tree.first[child]!
    const relation = baseRelation(tree.tokens[child]!)
    const opener = tree.tokens[first]!.form.toLowerCase()
    if (relation === 'obl' || relation === 'advcl') {
      if (!/^(?:of|about|to|in|at|by|over|with|for|that)$/.test(opener) || first !== index + 1) continue
    }
    const begin = relation === 'obl' || opener === 'that' ? tree.tokens[first + 1] : tree.tokens[first]
    if (begin === undefined) continue
    const end = relation === 'obl' ? phraseReach(tree, index, child) : clauseReach(tree, index, child)
    return [begin.start, Math.max(subtreeSpan(tree, child)[1], end)]
  }
  return null
}
