import type { Span } from '../types.ts'
import { baseRelation, childBy, childrenBy, subtreeSpan, type Tree } from '../util/tree.ts'
import type { Source } from './attribution.ts'
import { clauseReach } from './clause-reach.ts'
import type { Quotation } from './quotations.ts'
import type { CueVerb } from './resources.ts'
import { CALENDAR } from './source-by-place.ts'
import { mergeSpans, without } from './spans.ts'

interface ClauseContext {
  /** What stands before the verb only names the speaker, so that what was said must follow. */
  readonly named: boolean
  readonly source: Source | null
  readonly quotations: readonly Quotation[]
}

/** "said that …", "…, said X": the clause that is the verb's own complement. */
export function clauseContent(tree: Tree, verb: number, lexical: CueVerb, context: ClauseContext): Span[] {
  const { named, source } = context
  const { tells, handles } = lexical
  const complement =
    childrenBy(tree, verb, 'ccomp').find(child => (!named || child > verb) && !hasMark(tree, child)) ??
    speechBeside(tree, verb)
  const that = thatAfter(tree, verb, tells)
  if (that !== undefined && (complement === undefined || complement > verb)) {
    const start = tree.tokens[tree.tokens[that]!.form.toLowerCase() === 'that' ? that + 1 : that]
    return start === undefined ? [] : [[start.start, clauseReach(tree, verb, Math.max(that + 1, complement ?? 0))]]
  }
  const told = tells ? afterTold(tree, verb) : undefined
  if (told !== undefined) return [[tree.tokens[told]!.start, clauseReach(tree, verb, Math.max(told, complement ?? 0))]]
  const object = childBy(tree, verb, 'obj')
  const onlyClauses = !tells && !lexical.takes.has('object')
  const follows = !handles && (named || (source !== null && source.token < verb && onlyClauses))
  if (object !== undefined && !tells && object > verb && (complement === undefined || object < complement)) {
    // "said [rival candidates] [took money]": the parser cut the clause's subject off; anything else interrupts.
    if (handles) return []
    const next = tree.tokens[tree.last[object]! + 1]
    if (next !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(next.tag)) {
      return [[subtreeSpan(tree, object)[0], clauseReach(tree, verb, tree.last[object]! + 1)]]
    }
    if (complement === undefined || childBy(tree, complement, 'nsubj', 'csubj', 'expl', 'mark') !== undefined) {
      return follows && onlyClauses ? restOfSentence(tree, verb, tells, context) : []
    }
    return [[subtreeSpan(tree, object)[0], clauseReach(tree, verb, complement)]]
  }
  if (complement === undefined) return follows ? restOfSentence(tree, verb, tells, context) : []
  if (complement < verb) return beforeCue(tree, verb, complement)
  const first = tree.first[complement]!
  // "admitted to a sense of frustration [about the claims that …]": a phrase, however the parser hangs it.
  if (first > verb + 1 && /^(?:about|of|on|over)$/.test(tree.tokens[first]!.form)) return []
  const start = tree.tokens[withSubject(tree, verb, first)]!.start
  return [[Math.max(start, tree.tokens[verb]!.end), clauseReach(tree, verb, complement)]]
}

/** "promised [there] will be …": the first word of a clause whose subject the parser left outside. */
function withSubject(tree: Tree, verb: number, first: number): number {
  const before = tree.tokens[first - 1]
  const cut = first - 1 === verb + 1 && /^(?:EX|PRP|DT)$/.test(before?.tag ?? '') && before!.deprel !== 'iobj'
  return cut && /^(?:VBD|VBZ|VBP|MD)$/.test(tree.tokens[first]!.tag) ? first - 1 : first
}

/** Words that name the person told, at most. */
const LONGEST_NAME = 9

/**
 * Where what was said begins after a told name of several words, which parsers cut in two: "told Radio 4's Today programme
 * [the] harbour was open", "told TV show 60 Minutes that [the] harbour …". Undefined where no such name stands.
 */
function afterTold(tree: Tree, verb: number): number | undefined {
  let names = 0
  for (let i = verb + 1; i < tree.tokens.length && i <= verb + 1 + LONGEST_NAME; i++) {
    const { upos, form, tag } = tree.tokens[i]!
    if (upos === 'PROPN') names++
    else if (names > 1 && form.toLowerCase() === 'that') return tree.tokens[i + 1] === undefined ? undefined : i + 1
    else if (names > 1 && /^(?:DET|PRON)$/.test(upos) && tree.tokens[i - 1]!.tag !== 'POS')
      return finiteAfter(tree, i) ? i : undefined
    // Taggers take "programme" or "show" within a name for a verb.
    else if (upos === 'VERB' && tag !== 'VB' && !/^(?:NUM|PROPN)$/.test(tree.tokens[i + 1]?.upos ?? ''))
      return undefined
    else if (!/^(?:DET|NOUN|NUM|ADJ|VERB)$/.test(upos) && tag !== 'POS' && form !== '-') return undefined
  }
  return undefined
}

const finiteAfter = (tree: Tree, index: number): boolean =>
  tree.tokens.some((token, i) => i > index && /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag))

/** "The war, he said, is over", "as X said, …": the verb hangs on the clause that it attributes. */
export function hostContent(tree: Tree, verb: number): Span[] {
  const token = tree.tokens[verb]!
  if (token.head < 0) return []
  const relation = baseRelation(token)
  const asClause =
    relation === 'advcl' &&
    childrenBy(tree, verb, 'mark', 'advmod').some(m => /^(?:as|like)$/.test(tree.tokens[m]!.lemma))
  if (relation !== 'parataxis' && !asClause) return []
  const taken = childrenBy(tree, verb, 'obj', 'xcomp', 'ccomp').some(child => tree.tokens[child]!.form !== 'it')
  const asked = childrenBy(tree, verb, 'advmod', 'mark').some(child => /^W/.test(tree.tokens[child]!.tag))
  if (childBy(tree, verb, 'nsubj') === undefined || taken || (!asClause && asked)) return []
  const own = subtreeSpan(tree, verb)
  const host = subtreeSpan(tree, token.head)
  const end = own[0] <= host[0] || tree.first[verb] === 0 ? clauseReach(tree, token.head, token.head) : host[1]
  return without([host[0], Math.max(end, host[1])], own)
}

/** A clause that follows a verb of saying at once, whatever the parser made of it. */
function restOfSentence(tree: Tree, verb: number, tells: boolean, { named, quotations }: ClauseContext): Span[] {
  const at = tree.tokens[verb]!.start
  if (quotations.some(q => q.end <= at && q.end > tree.sentence.start && q.end > at - 60)) return []
  // "told the paper [he would go]": the person told stands between.
  const told = tells ? childrenBy(tree, verb, 'obj', 'iobj').find(child => child > verb) : undefined
  let start = told === undefined ? verb + 1 : tree.last[told]! + 1
  while (/^(?:ADV|PUNCT)$/.test(tree.tokens[start]?.upos ?? '') || CALENDAR.test(tree.tokens[start]?.form ?? ''))
    start++
  const finite = tree.tokens.findIndex((token, i) => i > start && /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag))
  const first = tree.tokens[start]
  if (
    tree.tokens
      .slice(start + 1, Math.max(finite, 0))
      .some(token => ASIDE.test(token.form) || (token.form === ',' && !named))
  )
    return []
  if (first === undefined || finite < 0) return []
  const opens = /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(first.upos) || first.tag === 'VBG' || WHETHER.test(first.form)
  if (!opens) return []
  return [[first.start, clauseReach(tree, verb, finite)]]
}

/** Openers of a clause of its own: "wrote programs so that games could be played". */
const ASIDE = /^(?:so|because|as|while|although|though|since|unless|when|until)$/i
const WHETHER = /^(?:if|whether|how|why|what|when|where|who)$/i

/** An infinitive, or a clause that only compares: "as quoted by the agency". */
const hasMark = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'mark').some(mark => tree.tokens[mark]!.tag === 'TO' || tree.tokens[mark]!.lemma === 'as')

/** Some clauses of speech are not made subordinate: "Trump said: we go". */
function speechBeside(tree: Tree, verb: number): number | undefined {
  return childrenBy(tree, verb, 'parataxis').find(
    child =>
      child > verb &&
      childBy(tree, child, 'nsubj', 'csubj', 'cop') !== undefined &&
      tree.tokens[firstWord(tree, child) - 1]?.form !== ',',
  )
}

/** Words between a verb and the "that" of its clause: "said earlier on Tuesday that", "told the council that". */
const FARTHEST_THAT = 18

/**
 * The "that" (after a verb of asking the "if") which opens what was said. Found by its place and not by its relation, because a parser takes the clause
 * after "told the council that" for a relative clause easily.
 */
function thatAfter(tree: Tree, verb: number, tells: boolean): number | undefined {
  const object = childrenBy(tree, verb, 'obj', 'iobj').find(child => !CALENDAR.test(tree.tokens[child]!.form))
  for (let i = verb + 1; i < tree.tokens.length && i <= verb + FARTHEST_THAT; i++) {
    const token = tree.tokens[i]!
    if (token.form.toLowerCase() === 'that' && opensClause(tree, i)) {
      const standsAlone = !/^(?:DET|NOUN|PROPN|PRON|ADJ|NUM|ADV|SCONJ)$/.test(tree.tokens[i + 1]?.upos ?? '')
      if (token.deprel === 'obj' && token.head === verb && standsAlone) return undefined
      return object === undefined || tells || object >= i ? i : undefined
    }
    if (tells && /^(?:if|whether)$/i.test(token.form)) return i
    if (token.upos === 'VERB' || token.upos === 'AUX' || /^[.;:"”“]$/.test(token.form)) return undefined
  }
  return undefined
}

/** "that" and not "that man". */
function opensClause(tree: Tree, that: number): boolean {
  const next = tree.tokens[that + 1]
  if (next === undefined || next.upos === 'PUNCT') return next?.form !== '.'
  const { deprel, head } = tree.tokens[that]!
  // No "that" goes with a plural.
  return deprel !== 'det' || !/^(?:NOUN|ADJ)$/.test(next.upos) || tree.tokens[head]?.tag === 'NNS'
}

/** The first word under `index` that is no punctuation. */
function firstWord(tree: Tree, index: number): number {
  let first = tree.first[index]!
  while (first < index && tree.tokens[first]!.upos === 'PUNCT') first++
  return first
}

/** The start of the sentence where nothing but a few words of one phrase stand before: "[Limiting] spending will …". */
function sentenceOpening(tree: Tree, first: number): number {
  const few = first <= 3 && tree.tokens.slice(0, first).every(token => !/^(?:PUNCT|CCONJ|SCONJ|AUX)$/.test(token.upos))
  return few ? 0 : first
}

/** What stands before its cue: from the start of the clause to the words that name the speaker. */
function beforeCue(tree: Tree, verb: number, complement: number): Span[] {
  const own = tree.children[verb]!.filter(
    child => child > complement && /^(?:nsubj|aux|obl|advmod|obj|iobj|advcl)$/.test(baseRelation(tree.tokens[child]!)),
  )
  const cueStart = Math.min(verb, ...own.map(child => firstWord(tree, child)).filter(first => first > complement))
  if (cueStart > 0 && tree.tokens[cueStart - 1]!.upos !== 'PUNCT') return []
  const start = sentenceOpening(tree, tree.first[verb]!)
  const end = tree.tokens[cueStart - 1]?.end ?? tree.tokens[verb]!.start
  const before: Span = [tree.tokens[start]!.start, end]
  // A cue within its content: "The war, he said, is over".
  const rest = tree.last[complement]! > verb ? subtreeSpan(tree, complement) : before
  const ownEnd = Math.max(verb, ...own.map(child => tree.last[child]!).filter(last => last < tree.last[complement]!))
  return mergeSpans([before, ...without(rest, [end, tree.tokens[ownEnd]!.end])])
}
