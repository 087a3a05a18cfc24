import type { Span } from '../types.ts'
import { baseRelation, childBy, childrenBy, isUnder, subtreeSpan, type Tree } from '../util/tree.ts'
import type { Attribution, Source } from './attribution.ts'
import { clauseContent, hostContent } from './clause-content.ts'
import { findSource, phraseSource } from './find-source.ts'
import { finalCueContent, parentheticalContent } from './parenthetical.ts'
import { accuseContent, infinitiveContent, labelContent, objectContent, topicContent } from './phrase-content.ts'
import type { Quotation } from './quotations.ts'
import { quotationAt } from './reading.ts'
import type { Complement, CueVerb, StatementResources } from './resources.ts'
import { namesBefore, phraseBefore, sourceByPlace } from './source-by-place.ts'

/** Every verb of the sentence that attributes something to somebody, outside quotations. */
export function findVerbCues(
  tree: Tree,
  quotations: readonly Quotation[],
  resources: StatementResources,
): Attribution[] {
  const found: Attribution[] = []
  tree.tokens.forEach((token, index) => {
    if (token.upos !== 'VERB') return
    const verb = resources.verbs.get(token.lemma.toLowerCase())
    if (verb === undefined || quotationAt(quotations, token.start) !== undefined) return
    const attribution = readVerb(
      tree,
      index,
      verb,
      quotations,
      found.findLast(other => other.source !== null && (other.frame !== null || takesClause(other, resources))),
    )
    if (attribution !== null) found.push(attribution)
  })
  return found
}

const takesClause = ({ tree, token }: Attribution, resources: StatementResources): boolean =>
  resources.verbs.get(tree.tokens[token]!.lemma.toLowerCase())?.takes.has('clause') === true

function readVerb(
  tree: Tree,
  index: number,
  verb: CueVerb,
  quotations: readonly Quotation[],
  previous: Attribution | undefined,
): Attribution | null {
  const passive = childBy(tree, index, 'nsubj:pass', 'aux:pass') !== undefined
  let source = quotedAsSaying(tree, index) ?? goingOn(tree, index, verb, previous) ?? findSource(tree, index)
  if (source !== null && quotationAt(quotations, tree.tokens[source.token]!.start) !== undefined) source = null
  const takesQuote = verb.takes.has('quote')
  const speaks = takesQuote && !passive && isFiniteVerb(tree, index)
  const named = speaks && namesBefore(tree, index, quotations)
  if (!passive && isFiniteVerb(tree, index)) source = widen(source, tree, index)
  if (source === null && speaks) source = sourceByPlace(tree, index, quotations)
  const frame = findContent(tree, index, verb, { source: speaks ? source : null, named, quotations })
  if (frame === null && !takesQuote) return null
  // "It was reported that …" names nobody; anything else without a source is a reading gone wrong.
  if (source === null && !(childBy(tree, index, 'aux:pass') !== undefined && frame?.complement === 'clause'))
    return null
  const addressee = verb.tells ? childBy(tree, index, 'iobj', 'obj') : addresseePhrase(tree, index)
  return {
    tree,
    token: index,
    cue: cueSpan(tree, index),
    source,
    kind: verb.takes.get(frame?.complement ?? 'quote') ?? 'speech',
    frame: frame?.complement ?? null,
    content: frame?.content ?? [],
    addressee: addressee !== undefined && source?.token !== addressee ? addressee : null,
    takesQuote,
  }
}

/**
 * "said the war was over, adding that …": a participle of saying after a comma goes on with the cue before it, even
 * where the parser hangs it on what was said.
 */
function goingOn(tree: Tree, index: number, verb: CueVerb, previous: Attribution | undefined): Source | null {
  if (
    previous === undefined ||
    tree.tokens[index]!.tag !== 'VBG' ||
    childBy(tree, index, 'nsubj', 'mark') !== undefined
  ) {
    return null
  }
  let before = index - 1
  while (/^(?:ADV|CCONJ)$/.test(tree.tokens[before]?.upos ?? '')) before--
  const utters = [...verb.takes.values()].some(kind => kind === 'speech' || kind === 'judgement')
  const joint = /^(?:,|–|—|--?)$/.test(tree.tokens[before]?.form ?? '')
  return utters && joint && previous.kind !== 'plan' && previous.kind !== 'stance' ? previous.source : null
}

/** The phrase directly before the verb, where the tree has no other subject for it or only a part of that phrase. */
function widen(source: Source | null, tree: Tree, index: number): Source | null {
  const phrase = phraseBefore(tree, index)
  if (phrase === null) return source
  if (source === null) return phrase
  const at = tree.tokens[source.token]!
  if (at.start > tree.tokens[index]!.start || source.token === tree.tokens[index]!.head) return source
  if (at.start >= phrase.span[0] && at.end <= phrase.span[1]) {
    return { ...source, span: [Math.min(phrase.span[0], source.span[0]), Math.max(phrase.span[1], source.span[1])] }
  }
  return source.span[1] > phrase.span[0] ? source : phrase
}

/** Finite by itself, or through an auxiliary before it ("had earlier said"). */
function isFiniteVerb(tree: Tree, index: number): boolean {
  if (/^VB[DPZ]$/.test(tree.tokens[index]!.tag)) return true
  let before = index - 1
  while (tree.tokens[before]?.upos === 'ADV') before--
  return tree.tokens[before]?.upos === 'AUX'
}

interface Frame {
  readonly complement: Complement
  readonly content: readonly Span[]
}

interface CueContext {
  /** The speaker of a verb of saying. */
  readonly source: Source | null
  /** What stands before the verb only names the speaker. */
  readonly named: boolean
  readonly quotations: readonly Quotation[]
}

function findContent(tree: Tree, index: number, verb: CueVerb, context: CueContext): Frame | null {
  const { source, named, quotations } = context
  const read: readonly [Complement, () => readonly Span[]][] = [
    ['clause', () => (source === null ? [] : parentheticalContent(tree, index, source))],
    ['clause', () => clauseContent(tree, index, verb.tells, named, quotations)],
    ['clause', () => hostContent(tree, index)],
    ['accuse', () => accuseContent(tree, index)],
    ['label', () => labelContent(tree, index)],
    ['infinitive', () => infinitiveContent(tree, index, verb.tells)],
    ['topic', () => topicContent(tree, index, verb.topics)],
    ['object', () => objectContent(tree, index, verb.takes.get('object') === 'judgement')],
    ['clause', () => (source === null ? [] : finalCueContent(tree, index, source))],
  ]
  for (const [complement, content] of read) {
    if (!verb.takes.has(complement)) continue
    const spans = content()
    if (spans.length > 0) return { complement, content: spans }
  }
  return null
}

/** "X was quoted as saying", "SANA quoted X as saying", "citing X as saying": the speaker is X. */
function quotedAsSaying(tree: Tree, index: number) {
  const { head } = tree.tokens[index]!
  if (head < 0 || !/^(?:quote|cite|report|hear)$/.test(tree.tokens[head]!.lemma)) return null
  if (!childrenBy(tree, index, 'mark', 'case').some(mark => tree.tokens[mark]!.lemma === 'as')) return null
  const quoted = childBy(tree, head, 'nsubj:pass') ?? childBy(tree, head, 'obj')
  return quoted === undefined ? null : phraseSource(tree, quoted, head)
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
  return [start, end]
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
