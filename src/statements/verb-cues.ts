import type { Span, Token } from '../types.ts'
import { baseRelation, childBy, childrenBy, isUnder, subtreeSpan, type Tree } from '../util/tree.ts'
import type { Attribution, Source } from './attribution.ts'
import { clauseContent, hostContent } from './clause-content.ts'
import { isFiniteVerb, sourceOfCue } from './cue-source.ts'
import type { CueContext } from './find-cues.ts'
import { utteranceContent } from './noun-cues.ts'
import { finalCueContent, parentheticalContent } from './parenthetical.ts'
import {
  accuseContent,
  infinitiveContent,
  labelContent,
  likenessContent,
  measureContent,
  objectContent,
  passiveContent,
  topicContent,
} from './phrase-content.ts'
import type { Quotation } from './quotations.ts'
import type { Complement, CueVerb, StatementResources } from './resources.ts'
import { namesBefore } from './source-by-place.ts'

/** "…, the statement read": taggers take the verb for a noun. */
function isStatementRead(tree: Tree, index: number, resources: StatementResources): boolean {
  const { form } = tree.tokens[index]!
  if (form !== 'read' && form !== 'reads') return false
  const before = tree.tokens[index - 1]
  return before !== undefined && resources.documents.has(before.lemma.toLowerCase())
}

const takesClause = ({ tree, token }: Attribution, resources: StatementResources): boolean =>
  resources.verbs.get(tree.tokens[token]!.lemma.toLowerCase())?.takes.has('clause') === true

/** A verb that attributes something to somebody. */
export function readVerbCue(
  tree: Tree,
  index: number,
  { quotations, resources, found }: CueContext,
): Attribution | null {
  const token = tree.tokens[index]!
  if (token.upos !== 'VERB' && !isStatementRead(tree, index, resources)) return null
  const verb = resources.verbs.get(token.lemma.toLowerCase())
  if (verb === undefined || isDescription(tree, index)) return null
  const previous = found.findLast(
    other => other.source !== null && (other.frame !== null || takesClause(other, resources)),
  )
  const passive = childBy(tree, index, 'nsubj:pass', 'aux:pass') !== undefined
  const takesQuote = verb.takes.has('quote')
  const speaks = takesQuote && !passive && isFiniteVerb(tree, index)
  const source = sourceOfCue(tree, index, verb, quotations, previous)
  const named = speaks && namesBefore(tree, index, quotations)
  const frame = findContent(tree, index, verb, {
    source: speaks ? source : null,
    named,
    quotations,
    resources,
    passive: passive && source !== null,
  })
  if (frame === null && !takesQuote) return null
  if (frame !== null && isUnnamed(tree, index)) return null
  // "spoke to analysts about the deal": who was asked is told, and not what was said.
  const asks = frame?.complement === 'topic' && /^(?:speak|talk)$/.test(token.lemma)
  if (asks && addresseePhrase(tree, index) !== undefined) return null
  // "It was reported that …" names nobody; anything else without a source is a reading gone wrong.
  if (source === null && !(childBy(tree, index, 'aux:pass') !== undefined && frame?.complement === 'clause'))
    return null
  // "was asked whether …": a question of nobody's.
  if (source === null && passive && /^(?:ask|question)$/.test(token.lemma)) return null
  const addressee = verb.tells ? childBy(tree, index, 'iobj', 'obj') : addresseePhrase(tree, index)
  // "referred to the claims": what is talked about is not who is spoken to.
  const isTopic = addressee !== undefined && frame?.content.some(span => holds(span, tree.tokens[addressee]!))
  return {
    tree,
    token: index,
    cue: cueSpan(tree, index),
    source,
    kind: verb.takes.get(frame?.complement ?? 'quote') ?? 'speech',
    frame: frame?.complement ?? null,
    content: frame?.content ?? [],
    addressee: addressee !== undefined && source?.token !== addressee && isTopic !== true ? addressee : null,
    takesQuote,
    takesClause: verb.takes.get('clause') === 'speech' && !verb.handles,
  }
}

const holds = ([start, end]: Span, token: Token): boolean => start <= token.start && token.end <= end

/** "his repeated questioning": a participle between an article and its noun, taken for a verb. */
const isDescription = ({ tokens }: Tree, index: number): boolean =>
  tokens[index]!.deprel === 'amod' && tokens[index]!.head > index && /^(?:DT|PRP\$)$/.test(tokens[index - 1]?.tag ?? '')

/** "a man who asked not to be named". */
function isUnnamed({ tokens }: Tree, index: number): boolean {
  if (!/^(?:ask|request)$/.test(tokens[index]!.lemma)) return false
  const words = tokens.slice(index + 1, index + 6).map(({ form }) => form.toLowerCase())
  return /^(?:not to be (?:\S+ )?(?:identified|named|quoted)|to (?:remain|stay) (?:anonymous|unnamed))/.test(
    words.join(' '),
  )
}

interface Frame {
  readonly complement: Complement
  readonly content: readonly Span[]
}

interface VerbContext {
  /** The speaker of a verb of saying. */
  readonly source: Source | null
  /** What stands before the verb only names the speaker. */
  readonly named: boolean
  /** The verb is passive and names its agent. */
  readonly passive: boolean
  readonly quotations: readonly Quotation[]
  readonly resources: StatementResources
}

function findContent(tree: Tree, index: number, verb: CueVerb, context: VerbContext): Frame | null {
  const { source, named, quotations, passive, resources } = context
  const read: readonly [Complement, () => readonly Span[]][] = [
    ['clause', () => (source === null ? [] : parentheticalContent(tree, index, source))],
    ['clause', () => (source === null ? [] : finalCueContent(tree, index, source, verb))],
    ['clause', () => clauseContent(tree, index, verb, { named, source, quotations })],
    ['clause', () => hostContent(tree, index)],
    ['object', () => (passive ? passiveContent(tree, index) : [])],
    ['accuse', () => accuseContent(tree, index)],
    ['label', () => labelContent(tree, index)],
    ['likeness', () => likenessContent(tree, index)],
    ['measure', () => measureContent(tree, index)],
    ['infinitive', () => infinitiveContent(tree, index, verb.tells)],
    ['topic', () => topicContent(tree, index, verb.topics)],
    ['utterance', () => utteranceContent(tree, index, resources)],
    [
      'object',
      () => (verb.tells ? [] : objectContent(tree, index, verb.takes.get('object') === 'judgement', resources)),
    ],
  ]
  for (const [complement, content] of read) {
    if (!verb.takes.has(complement)) continue
    const spans = content()
    if (spans.length > 0) return { complement, content: spans }
  }
  return null
}

/** The verb with its auxiliaries and particle. */
function cueSpan(tree: Tree, index: number): Span {
  const own = tree.tokens[index]!
  let start = own.start
  let end = own.end
  for (const child of tree.children[index]!) {
    const token = tree.tokens[child]!
    const relation = baseRelation(token)
    if (relation === 'aux' && child < index && noSubjectBetween(tree, child, index))
      start = Math.min(start, token.start)
    if (token.deprel === 'compound:prt' && child === index + 1) end = token.end
  }
  // "declined to say": the words that were not said, and the cue has to show it.
  const refusal = tree.tokens[index - 2]
  const refuses = tree.tokens[index - 1]?.tag === 'TO' && /^(?:decline|refuse)$/.test(refusal?.lemma ?? '')
  return [refuses ? refusal!.start : start, end]
}

const noSubjectBetween = (tree: Tree, aux: number, verb: number): boolean =>
  !childrenBy(tree, verb, 'nsubj').some(subject => subject > aux && subject < verb)

/** "said to reporters", "wrote to the council". */
function addresseePhrase(tree: Tree, index: number): number | undefined {
  return childrenBy(tree, index, 'obl').find(
    child =>
      !isUnder(tree, index, child) &&
      /^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[child]!.upos) &&
      childrenBy(tree, child, 'case').some(
        mark => tree.tokens[mark]!.lemma === 'to' && subtreeSpan(tree, child)[0] >= tree.tokens[index]!.end,
      ),
  )
}
