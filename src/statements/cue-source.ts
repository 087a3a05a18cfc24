import { childBy, childrenBy, type Tree } from '../util/tree.ts'
import type { Attribution, Source } from './attribution.ts'
import { findSource, phraseSource } from './find-source.ts'
import type { Quotation } from './quotations.ts'
import { quotationAt } from './reading.ts'
import type { CueVerb } from './resources.ts'
import { CALENDAR, namesBefore, phraseBefore, sourceByPlace } from './source-by-place.ts'

/**
 * Who a cue verb says is speaking, by the first of: a chain of report, the cue that a participle goes on with, the
 * place after the verb, the tree, the place before the verb.
 *
 * @param previous the cue before this one in the sentence
 */
export function sourceOfCue(
  tree: Tree,
  index: number,
  verb: CueVerb,
  quotations: readonly Quotation[],
  previous: Attribution | undefined,
): Source | null {
  const chained = quotedAsSaying(tree, index) ?? goingOn(tree, index, verb, previous)
  if (chained !== null) return chained
  const passive = childBy(tree, index, 'nsubj:pass', 'aux:pass') !== undefined
  const active = !passive && isFiniteVerb(tree, index)
  const speaks = active && verb.takes.has('quote')
  const mayInvert = speaks && !namesBefore(tree, index, quotations)
  const inverted =
    (speaks ? insertedSource(tree, index) : null) ?? (mayInvert ? invertedSource(tree, index, verb) : null)
  if (inverted !== null) return inverted
  let source = findSource(tree, index)
  if (source !== null && quotationAt(quotations, tree.tokens[source.token]!.start) !== undefined) source = null
  if (active) source = widen(source, tree, index)
  return source === null && speaks ? sourceByPlace(tree, index, quotations) : source
}

/** "…, said Jane Roe, a lawyer.": a comma before the verb, a phrase and no further clause after it. */
function invertedSource(tree: Tree, index: number, verb: CueVerb): Source | null {
  const after = childrenBy(tree, index, 'obj', 'nsubj', 'dep', 'ccomp').find(child => tree.first[child]! === index + 1)
  if (after === undefined || tree.tokens[index - 1]?.upos !== 'PUNCT') return null
  const { upos, form, deprel } = tree.tokens[after]!
  if (!/^(?:NOUN|PROPN|PRON)$/.test(upos) || CALENDAR.test(form)) return null
  // "…, argued Mr Roe.": nobody is argued, though a thing may be.
  const last = tree.tokens[tree.last[after]! + 1]
  const named = verb.takes.get('object') === 'evidence' && upos === 'PROPN' && (last === undefined || last.form === '.')
  if (deprel !== 'nsubj' && !named && (verb.takes.has('object') || verb.tells)) return null
  const clause = tree.tokens.some(
    (token, i) => i > index && /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag) && !withinRelative(tree, i),
  )
  return clause ? null : phraseSource(tree, after)
}

/** "The harbour, said Jane Roe, was open.": between commas, and the clause goes on behind them. */
function insertedSource(tree: Tree, index: number): Source | null {
  const { tokens } = tree
  if (tokens[index - 1]?.form !== ',') return null
  let end = index + 1
  while (tokens[end]?.upos === 'PROPN') end++
  const goesOn = tokens[end]?.form === ',' && /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[end + 1]?.tag ?? '')
  if (end === index + 1 || !goesOn) return null
  return { tree, token: end - 1, span: [tokens[index + 1]!.start, tokens[end - 1]!.end] }
}

function withinRelative(tree: Tree, index: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < tree.tokens.length; at = tree.tokens[at]!.head, steps++) {
    if (/^(?:acl:relcl|advcl)$/.test(tree.tokens[at]!.deprel)) return true
  }
  return false
}

/** "X was quoted as saying", "SANA quoted X as saying", "citing X as saying": the speaker is X. */
function quotedAsSaying(tree: Tree, index: number): Source | null {
  const quoting = QUOTING.test(tree.tokens[index]!.lemma) ? index : tree.tokens[index]!.head
  if (quoting < 0 || !QUOTING.test(tree.tokens[quoting]!.lemma)) return null
  const saying = quoting === index ? childBy(tree, index, 'advcl', 'xcomp', 'obl') : index
  if (saying === undefined || tree.tokens[saying]!.tag !== 'VBG') return null
  if (!childrenBy(tree, saying, 'mark', 'case').some(mark => tree.tokens[mark]!.lemma === 'as')) return null
  const quoted = childBy(tree, quoting, 'nsubj:pass') ?? childBy(tree, quoting, 'obj')
  return quoted === undefined ? null : phraseSource(tree, quoted, quoting)
}

const QUOTING = /^(?:quote|cite|report|hear)$/

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
  return utters && joint ? previous.source : null
}

/** The phrase directly before the verb, where the tree has no other subject for it or only a part of that phrase. */
function widen(source: Source | null, tree: Tree, index: number): Source | null {
  const phrase = phraseBefore(tree, index)
  if (phrase === null) return source
  if (source === null || isMedial(tree, index, phrase)) return phrase
  const at = tree.tokens[source.token]!
  if (at.start > tree.tokens[index]!.start || source.token === tree.tokens[index]!.head) return source
  if (at.start >= phrase.span[0] && at.end <= phrase.span[1]) {
    return { ...source, span: [Math.min(phrase.span[0], source.span[0]), Math.max(phrase.span[1], source.span[1])] }
  }
  return source.span[1] > phrase.span[0] ? source : phrase
}

/** "The harbour, Jane Roe said, has opened": the clause goes on after the cue, so its subject is not the cue's. */
function isMedial(tree: Tree, index: number, phrase: Source): boolean {
  const before = tree.tokens.findLast(token => token.end <= phrase.span[0])
  const goesOn = /^(?:VBD|VBZ|VBP|MD)$/.test(tree.tokens[index + 2]?.tag ?? '')
  return before?.form === ',' && tree.tokens[index + 1]?.form === ',' && goesOn
}

/** Finite by itself, or through an auxiliary before it ("had earlier said"). */
export function isFiniteVerb(tree: Tree, index: number): boolean {
  if (/^(?:VB[DPZ]|NNS?)$/.test(tree.tokens[index]!.tag)) return true
  let before = index - 1
  while (/^(?:ADV|PART)$/.test(tree.tokens[before]?.upos ?? '')) before--
  return tree.tokens[before]?.upos === 'AUX'
}
