import type { Token } from '../types.ts'
import { baseRelation, childrenBy, type Tree } from '../util/tree.ts'
import type { Attribution } from './attribution.ts'

/**
 * Whether a cue tells of words or views that somebody has uttered or is about to utter. "To disclose", "may discuss",
 * "if he says" and "did not say" tell of none; nor does what the writer says of himself outside quotation marks.
 */
export function isReport(attribution: Attribution): boolean {
  const { tree, token, frame } = attribution
  if (token < 0) return true
  if (hasNobody(attribution) || isConditional(tree, token)) return false
  const uttered = attribution.kind === 'speech' || attribution.kind === 'judgement'
  // "a singer hoping to tour": which one is meant, and not what she says.
  const beside = /^(?:NOUN|PROPN)$/.test(tree.tokens[token - 1]?.upos ?? '')
  if (attribution.kind === 'thought' && /^VB[GN]$/.test(tree.tokens[token]!.tag) && beside) return false
  const modal = modalOf(tree, token)
  const negated = isNegated(tree, token)
  // "would not comment on the claims", "did not deny …": a refusal is an answer.
  const { lemma } = tree.tokens[token]!
  const refused =
    negated &&
    uttered &&
    (REFUSED.test(lemma) || (modal === 'would' && /^(?:say|disclose|reveal|specify)$/.test(lemma)))
  if (modal !== undefined && frame !== 'quote') {
    return refused || (/^(?:will|'ll|’ll|shall)$/.test(modal) && uttered && !negated && frame !== 'object')
  }
  if (negated && uttered && frame !== 'quote' && frame !== null) return refused
  return !isInfinitive(tree, token) || isDone(tree, token)
}

const REFUSED = /^(?:comment|confirm|deny|rule|dispute|apologise|apologize|elaborate)$/

/** The writer himself, or people in general: "I think", "you could say", "anyone who says", "no one said". */
const NOBODY =
  /^(?:I|i|[Ww]e|[Yy]ou|[Oo]ne|me|us|[Aa]ny(?:one|body)|[Ee]very(?:one|body)|[Nn]obody|[Nn]o-one|[Nn]one|[Tt]hose|[Ww]hat|[Tt]here|[Nn]either)$/

function hasNobody({ tree, token, source }: Attribution): boolean {
  if (source === null) return false
  const word = source.tree.tokens[source.token]!
  // "one of the brothers", "those over 60" are somebody.
  const further = source.tree.tokens.find(token => token.start >= word.end && token.end <= source.span[1])
  if (/^it$/i.test(word.form) && source.tree === tree && isEmptySubject(tree, token)) return true
  if (NOBODY.test(word.form)) return further === undefined || !/^(?:of|over|under|in|from)$/.test(further.form)
  if (/^(?:who|which)$/i.test(word.form) && source.tree === tree && source.token < token) return word.deprel !== 'nsubj'
  return childrenBy(source.tree, source.token, 'det').some(det =>
    /^(?:no|neither)$/i.test(source.tree.tokens[det]!.form),
  )
}

/** "It is no good exhorting them": an adjective's or noun's empty subject says nothing. */
const isEmptySubject = (tree: Tree, index: number): boolean => {
  const { head, tag } = tree.tokens[index]!
  return tag === 'VBG' && /^(?:ADJ|NOUN|ADP|ADV)$/.test(tree.tokens[head]?.upos ?? '')
}

/** "If he says so", "whether they support it", "without mentioning it". */
const isConditional = (tree: Tree, index: number): boolean =>
  childrenBy(tree, index, 'mark').some(mark => {
    const { form } = tree.tokens[mark]!
    // Farther away a mark belongs to the words that are said.
    if (mark >= index || mark < index - 10) return false
    return /^(?:if|unless|whether|lest)$/i.test(form) || (/^(?:without|than)$/i.test(form) && mark >= index - 2)
  })

/**
 * The last of the auxiliaries, particles and adverbs directly before a verb that fits; those which a parser hangs on a
 * cue from the clause of what is said stand farther away.
 */
function wordBefore(tree: Tree, index: number, fits: (token: Token) => boolean): Token | undefined {
  for (let i = index - 1; i >= 0 && /^(?:AUX|ADV|PART)$/.test(tree.tokens[i]!.upos); i--) {
    if (fits(tree.tokens[i]!)) return tree.tokens[i]
  }
  return undefined
}

const modalOf = (tree: Tree, index: number): string | undefined =>
  wordBefore(tree, index, token => token.tag === 'MD')?.form.toLowerCase()

const isNegated = (tree: Tree, index: number): boolean =>
  wordBefore(tree, index, token => /^(?:not|n't|n’t|never)$/i.test(token.form)) !== undefined

const isInfinitive = (tree: Tree, index: number): boolean =>
  wordBefore(tree, index, token => token.tag === 'TO') !== undefined

/** Verbs and adjectives whose infinitive is carried out: "went on to say", "was forced to admit", "quick to point out". */
const DONE = new Set(
  (
    'add appear attempt begin break call cause choose come compel continue dare decline delighted eager fast first force go ' +
    'happy hasten issue keen lead make move oblige persist pleased proceed prompt proud quick refuse release return rush ' +
    'seek seem send sorry speak start step swift take tempt tend travel try turn use write'
  ).split(' '),
)

function isDone(tree: Tree, index: number): boolean {
  const { head } = tree.tokens[index]!
  const above = tree.tokens[head]
  if (above === undefined) return false
  if (baseRelation(tree.tokens[index]!) === 'conj') return !isInfinitive(tree, head) || isDone(tree, head)
  if (!/^(?:xcomp|advcl|ccomp)$/.test(baseRelation(tree.tokens[index]!)) || !DONE.has(above.lemma.toLowerCase()))
    return false
  if (modalOf(tree, head) !== undefined || isNegated(tree, head)) return false
  // "called for him to make a statement": he has not yet.
  const asked = above.lemma === 'call' && childrenBy(tree, head, 'obl').some(child => isFor(tree, child))
  if (asked) return false
  // "was asked to go on to say": as unreal as what governs it.
  return !isInfinitive(tree, head) || isDone(tree, head)
}

const isFor = (tree: Tree, phrase: number): boolean =>
  childrenBy(tree, phrase, 'case').some(mark => tree.tokens[mark]!.lemma === 'for')
