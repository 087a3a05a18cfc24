import type { Modality } from '../types.ts'
import { baseRelation, childBy, childrenBy } from '../util/tree.ts'
import { casesOf } from './actors.ts'
import { isVerb } from './clause.ts'
import { lemmaAt, type Scene } from './scene.ts'

/** Whether and how firmly a predicate holds, read from its tree. */
export interface Reading {
  readonly modality: Modality
  readonly negated: boolean
  /** Whether the words only ask about it or say that nothing shows it, so that nothing is told of it at all. */
  readonly untold: boolean
}

const WILL = new Set(['will', "'ll", 'll', 'would', "'d", 'shall', 'wo'])
const MAY = new Set(['may', 'might', 'could', 'can', 'ca'])
const MUST = new Set(['must', 'should', 'ought', 'need'])
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest'])
const STEPS = 10

/**
 * Climbs from the predicate's word through the verbs, nouns and clauses that govern it, and collects negations
 * ("not", "no", "refused to") and the innermost modality ("will", "may", "called for").
 */
export function readModality(scene: Scene, anchor: number): Reading {
  const { tree, ontology } = scene
  const { planning, doubting, demanding, refusing } = ontology.grammar
  let modality: Modality = 'actual'
  let negated = false
  let untold = false
  const settle = (found: Modality | undefined): void => {
    if (modality === 'actual' && found !== undefined) modality = found
  }
  const governedBy = (lemma: string): boolean => {
    if (demanding.has(lemma)) settle('demanded')
    else if (doubting.has(lemma)) settle('possible')
    else if (planning.has(lemma)) settle('planned')
    else if (refusing.has(lemma)) negated = !negated
    else return false
    return true
  }
  let at = anchor
  let below = -1
  for (let step = 0; step < STEPS; step++) {
    const token = tree.tokens[at]!
    if (isNegated(scene, at, below) || isYetToCome(scene, at)) negated = !negated
    below = at
    settle(auxiliaryMood(scene, at))
    if (!isVerb(scene, at)) settle(adjectiveMood(scene, at))
    const { head } = token
    if (head < 0) break
    const governor = isRuledOut(scene, head) ? 'refuse' : isSwornIn(scene, head) ? '' : lemmaAt(scene, head)
    const relation = token.deprel
    if (relation === 'xcomp' || (relation === 'advcl' && marked(scene, at, 'of', 'from'))) {
      if (!governedBy(governor)) settle(semiAuxiliary(scene, at, governor))
      at = head
    } else if (relation === 'ccomp') {
      if (isQuestion(scene, at, governor)) untold = true
      else if (isConditional(scene, at)) settle('possible')
      else if (isNegated(scene, head) && BELIEVING.has(governor)) negated = !negated
      else if (isNegated(scene, head) && SHOWING.has(governor)) untold = true
      // "told them that B came" asks for nothing; "demanded that B come" does.
      else if (token.tag === 'VB' || refusing.has(governor) || doubting.has(governor)) governedBy(governor)
      break
    } else if (relation === 'advcl' && token.tag === 'VBG' && marked(scene, at, 'by')) {
      // "aims to prevail by winning".
      at = head
    } else if (relation === 'csubj' || isBareClaim(scene, at)) {
      // "it is not true that", "the claim that … is false", "no evidence that".
      if (TRUTHS.has(governor) && isNegated(scene, head)) negated = !negated
      else if (isFalse(scene, head)) negated = !negated
      else if (SIGNS.has(governor) && isMissing(scene, head)) untold = true
      break
    } else if (relation === 'advcl') {
      if (isQuestion(scene, at, governor)) untold = true
      else if (isConditional(scene, at)) settle('possible')
      else if (isToCome(scene, at)) settle('planned')
      else if (marked(scene, at, 'to') && governor !== 'use' && !isSubjectless(governor)) {
        if (!governedBy(governor)) settle('planned')
        // "will not come to compete": what is done for it falls away with it.
        if (isNegated(scene, head)) negated = !negated
      }
      if (marked(scene, at, 'without')) negated = !negated
      // "ruled against forcing B", "advised against it".
      if (token.tag === 'VBG' && marked(scene, at, 'against')) {
        if (!DECIDING.test(governor)) settle('demanded')
        negated = !negated
      }
      break
    } else if (relation === 'acl' && marked(scene, at, 'to')) {
      if (!governedBy(governor)) settle('planned')
      at = head
    } else if (relation === 'conj') {
      // Coordinated verbs share auxiliaries where the second has neither a subject nor one of its own; nouns share all.
      const finite = token.tag === 'VBD' || token.tag === 'VBZ' || childBy(tree, at, 'nsubj', 'aux') !== undefined
      if (isVerb(scene, at) && finite) break
      at = head
    } else if (relation === 'obl:agent') {
      // "was encouraged by B's support": the support was there.
      break
    } else if (!isVerb(scene, at) && isArgument(relation) && isVerb(scene, head)) {
      if (relation.startsWith('nsubj') || ontology.grammar.support.has(governor)) {
        governedBy(relation === 'nsubj' ? '' : governor)
        at = head
      } else if (!casesOf(scene, at).includes('about') && governedBy(governor)) at = head
      else break
    } else if (relation === 'cop' || relation === 'aux') {
      at = head
    } else if (relation === 'nmod' && (planning.has(governor) || doubting.has(governor) || demanding.has(governor))) {
      governedBy(governor)
      at = head
    } else break
  }
  if (isAsked(scene, anchor)) settle('possible')
  return { modality, negated, untold }
}

/** Whoever does so against a deed leaves it; others ask that it be left. */
const DECIDING = /^(?:choose|decide|elect|opt|rule|vote)$/

const ASKING =
  /^(?:ask|debate|discuss|enquire|enquiry|grill|inquire|inquiry|investigate|ponder|press|query|question|quiz|wonder)$/
const BELIEVING = new Set(['accept', 'believe', 'buy', 'feel', 'mean', 'think'])
const SHOWING = new Set([
  'allege',
  'assume',
  'claim',
  'confirm',
  'demonstrate',
  'establish',
  'follow',
  'guarantee',
  'imply',
  'indicate',
  'prove',
  'say',
  'show',
  'signify',
  'suggest',
])
const TRUTHS = new Set(['accurate', 'case', 'correct', 'fact', 'right', 'true', 'truth'])
const SIGNS = new Set([
  'allegation',
  'evidence',
  'guarantee',
  'hint',
  'implication',
  'indication',
  'proof',
  'question',
  'sign',
  'suggestion',
  'trace',
])

/** "asked if B would come", "was questioned about whether": what is asked is not told. */
const isQuestion = (scene: Scene, clause: number, governor: string): boolean =>
  ASKING.test(governor) &&
  childrenBy(scene.tree, clause, 'mark').some(mark => /^(?:if|whether)$/.test(lemmaAt(scene, mark)))

/** A clause that says what a sign, a claim or a case is; "that" may be read as its object. */
const isBareClaim = (scene: Scene, clause: number): boolean => {
  const { tokens, first } = scene.tree
  return (
    /^acl/.test(tokens[clause]!.deprel) && /^that$/i.test(tokens[first[clause]!]!.form) && tokens[clause]!.tag !== 'VB'
  )
}

/** "is false" said of a clause, or of the claim that it is. */
function isFalse({ tree: { tokens } }: Scene, index: number): boolean {
  const above = tokens[index]!.deprel === 'nsubj' ? tokens[tokens[index]!.head] : undefined
  return [tokens[index], above].some(
    token => token !== undefined && /^(?:baseless|false|incorrect|nonsense|unfounded|untrue)$/.test(token.lemma),
  )
}

/** "no evidence", "found little evidence", "did not see any sign". */
function isMissing(scene: Scene, noun: number): boolean {
  const { tokens } = scene.tree
  const { head, deprel } = tokens[noun]!
  return (
    isNegated(scene, noun) ||
    childrenBy(scene.tree, noun, 'amod').some(child => lemmaAt(scene, child) === 'little') ||
    (head >= 0 && deprel === 'obj' && isNegated(scene, head, noun))
  )
}

const isConditional = (scene: Scene, index: number): boolean =>
  childrenBy(scene.tree, index, 'mark').some(mark => CONDITIONS.has(lemmaAt(scene, mark)))

/** "has yet to begin". */
const isYetToCome = (scene: Scene, index: number): boolean =>
  childrenBy(scene.tree, index, 'mark').some(mark => scene.tree.tokens[mark - 1]?.form.toLowerCase() === 'yet')

/** "ruled out going", not "ruled that". */
const isRuledOut = (scene: Scene, index: number): boolean =>
  lemmaAt(scene, index) === 'rule' &&
  scene.tree.children[index]!.some(child => scene.tree.tokens[child]!.form.toLowerCase() === 'out')

/** "was sworn in as president": nothing is only promised. */
const isSwornIn = (scene: Scene, index: number): boolean =>
  lemmaAt(scene, index) === 'swear' && scene.tree.tokens[index + 1]?.form.toLowerCase() === 'in'

/** "as soon as the board asks", "until they pay": the present tense of what has not come. */
function isToCome(scene: Scene, index: number): boolean {
  const { tokens } = scene.tree
  if (!/^VB[ZP]$/.test(tokens[index]!.tag)) return false
  const soon = childrenBy(scene.tree, index, 'mark').some(mark => tokens[mark - 1]?.form.toLowerCase() === 'soon')
  return soon || marked(scene, index, 'until', 'once', 'before')
}

/** Whether the sentence, or the quotation in it, ends in a question mark. */
function isAsked({ tree: { tokens } }: Scene, index: number): boolean {
  for (let i = index; i < tokens.length; i++) {
    if (/^[?]/.test(tokens[i]!.form)) return true
    if (/^[.!;"”]/.test(tokens[i]!.form)) return false
  }
  return false
}

const isSubjectless = (lemma: string): boolean => lemma === 'manage' || lemma === 'help' || lemma === 'use'

const isArgument = (relation: string): boolean => /^(?:obj|obl|nsubj)/.test(relation)

const marked = (scene: Scene, index: number, ...words: readonly string[]): boolean =>
  childrenBy(scene.tree, index, 'mark', 'case').some(mark =>
    words.includes(scene.tree.tokens[mark]!.form.toLowerCase()),
  )

/**
 * A negating word among a token's dependents, its subject or object.
 *
 * @param below the dependent that has been read before: "no" in "there was no treaty" counts once
 */
function isNegated(scene: Scene, index: number, below = -1): boolean {
  const { tree, ontology } = scene
  const { negators } = ontology.grammar
  for (const child of tree.children[index]!) {
    const token = tree.tokens[child]!
    const relation = baseRelation(token)
    const lemma = token.lemma.toLowerCase()
    if (
      (relation === 'advmod' || relation === 'det' || relation === 'aux' || relation === 'cc') &&
      negators.has(lemma)
    ) {
      // "not only … but also" affirms.
      const only =
        tree.children[child]!.some(inner => lemmaAt(scene, inner) === 'only') || tree.tokens[child + 1]?.form === 'only'
      if (!only) return true
    }
    if ((relation === 'case' || relation === 'mark') && lemma === 'without') return true
    if (child !== below && (relation === 'nsubj' || relation === 'obj') && isVerb(scene, index)) {
      if (negators.has(lemma) || childrenBy(tree, child, 'det').some(det => lemmaAt(scene, det) === 'no')) return true
    }
  }
  return false
}

function auxiliaryMood(scene: Scene, index: number): Modality | undefined {
  const doubtful = childrenBy(scene.tree, index, 'advmod').some(adverb =>
    /^(?:allegedly|supposedly|possibly|perhaps|probably|maybe)$/i.test(scene.tree.tokens[adverb]!.form),
  )
  if (doubtful) return 'possible'
  // "is to meet B", hung from its own "is".
  const infinitive = scene.tree.tokens[index]!.tag === 'VB' && marked(scene, index, 'to')
  if (infinitive && childrenBy(scene.tree, index, 'cop', 'aux').some(aux => lemmaAt(scene, aux) === 'be'))
    return 'planned'
  for (const aux of childrenBy(scene.tree, index, 'aux')) {
    const lemma = lemmaAt(scene, aux)
    const form = scene.tree.tokens[aux]!.form.toLowerCase()
    if (WILL.has(lemma) || WILL.has(form)) return 'planned'
    if (MAY.has(lemma) || MAY.has(form)) return 'possible'
    if (MUST.has(lemma)) return 'demanded'
  }
  return undefined
}

/** "alleged attack", "planned offensive". */
function adjectiveMood(scene: Scene, index: number): Modality | undefined {
  for (const child of childrenBy(scene.tree, index, 'amod')) {
    const form = scene.tree.tokens[child]!.form.toLowerCase()
    if (/^(?:planned|proposed|upcoming|future|threatened|promised|imminent|intended|scheduled|expected)$/.test(form))
      return 'planned'
    if (/^(?:possible|potential|feared|hypothetical|likely)$/.test(form)) return 'possible'
  }
  return undefined
}

/** "is going to", "is to", "has to". */
function semiAuxiliary(scene: Scene, clause: number, governor: string): Modality | undefined {
  if (!marked(scene, clause, 'to')) return undefined
  if (governor === 'go' || governor === 'be') return 'planned'
  return governor === 'have' ? 'demanded' : undefined
}

/** A standing relation is negated only by a word of its own ("is not a member"). */
export function readStatic(scene: Scene, anchor: number): Reading {
  const negated = casesOf(scene, anchor).includes('without') || isNegated(scene, anchor)
  return { modality: 'actual', negated, untold: false }
}
