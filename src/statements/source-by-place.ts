import type { Span } from '../types.ts'
import { headOfSpan, type Tree } from '../util/tree.ts'
import type { Source } from './attribution.ts'
import type { Quotation } from './quotations.ts'
import { quotationAt } from './reading.ts'

const PHRASE_START = new Set(['DET', 'PROPN', 'NOUN', 'ADJ', 'PRON', 'NUM'])
/** Words that date a cue: "said Monday". */
export const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|yesterday|today|earlier|later)$/i

/**
 * Who speaks, read from the order of words where the tree names nobody: newspapers set "X, who leads Y, said" and
 * "…," said X so firmly that their place tells the source when a long phrase has led the parser astray.
 *
 * @param verb a verb of saying without a subject of its own
 */
export function sourceByPlace(tree: Tree, verb: number, quotations: readonly Quotation[]): Source | null {
  const from = afterQuotations(tree, verb, quotations)
  if (isNamePhrase(tree, from, verb)) {
    const source = firstNominal(tree, from, verb)
    if (source !== null) return source
  }
  return phraseAfter(tree, verb)
}

const NOMINAL = new Set(['DET', 'PROPN', 'NOUN', 'ADJ', 'PRON', 'NUM', 'ADP', 'CCONJ', 'PART', 'SYM'])

/**
 * The unbroken noun phrase directly before a finite verb: "[the army's general command] said". Null where other words
 * come between or the phrase opens with a preposition.
 */
export function phraseBefore(tree: Tree, verb: number): Source | null {
  const { tokens } = tree
  let end = verb
  while (end > 0 && (/^(?:AUX|ADV)$/.test(tokens[end - 1]!.upos) || tokens[end - 1]!.lemma === 'not')) end--
  if (!/^(?:NOUN|PROPN|PRON|NUM|ADJ|PUNCT)$/.test(tokens[end - 1]?.upos ?? '') || tokens[end - 1]!.form === ',')
    return null
  let start = end
  while (start > 0 && belongsToPhrase(tree, start - 1)) start--
  while (start < end && /^(?:CCONJ|PUNCT|PART)$/.test(tokens[start]!.upos)) start++
  if (start === end || !PHRASE_START.has(tokens[start]!.upos) || CALENDAR.test(tokens[start]!.form)) return null
  const own = sourceOf(tree, start, end, end - 1)
  if (own === null) return null
  for (let i = end - 1; i >= start; i--) {
    const token = tokens[i]!
    if (token.head === verb && /^(?:NOUN|PROPN|PRON|NUM|ADJ)$/.test(token.upos)) return { ...own, token: i }
  }
  return own
}

function belongsToPhrase(tree: Tree, index: number): boolean {
  const { upos, form, tag } = tree.tokens[index]!
  if (upos === 'PUNCT') return /^[-.()[\]/]$/.test(form) && index > 0 && tree.tokens[index - 1]!.upos !== 'VERB'
  if (/^(?:WP|WDT|WP\$|WRB|TO)$/.test(tag)) return false
  return NOMINAL.has(upos)
}

/** Whether all that stands before the verb (outside quotations) is a phrase for the speaker, and no clause of its own. */
export function namesBefore(tree: Tree, verb: number, quotations: readonly Quotation[]): boolean {
  let from = afterQuotations(tree, verb, quotations)
  const quoted = (i: number): boolean => quotationAt(quotations, tree.tokens[i]!.start) !== undefined
  const outside = tree.tokens.findIndex((token, i) => !/^(?:PUNCT|CCONJ|SCONJ)$/.test(token.upos) && !quoted(i))
  // Words before a quotation belong to the phrase ("X, known as "the Fox", said") or to a content that it ends.
  if (outside < from) from = outside
  return isNamePhrase(tree, from, verb)
}

/** Index of the first word after the quotations that stand before the verb, conjunctions and punctuation left out. */
function afterQuotations(tree: Tree, verb: number, quotations: readonly Quotation[]): number {
  const offset = tree.tokens[verb]!.start
  const quoted = quotations.reduce((end, q) => (q.end <= offset ? Math.max(end, q.end) : end), 0)
  let from = tree.tokens.findIndex(token => token.start >= quoted)
  while (from < verb && /^(?:PUNCT|CCONJ|SCONJ)$/.test(tree.tokens[from]!.upos)) from++
  return from
}

function isNamePhrase(tree: Tree, from: number, verb: number): boolean {
  let nominal = false
  for (let i = from; i < verb; i++) {
    const { upos, tag } = tree.tokens[i]!
    if (upos === 'NOUN' || upos === 'PROPN' || (upos === 'PRON' && /^PRP$/.test(tag))) nominal = true
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(tag) && !isRelative(tree, i, from)) return false
  }
  return nominal
}

/** The finite verb follows "who", "which" or "whose" within a few words. */
function isRelative(tree: Tree, index: number, from: number): boolean {
  for (let i = index - 1; i >= Math.max(from, index - 6); i--) {
    if (/^(?:WP|WDT|WP\$|WRB)$/.test(tree.tokens[i]!.tag)) return true
  }
  // A second verb of the same relative clause: "who served and is retired".
  return tree.tokens[index]!.deprel === 'conj' && tree.tokens[index]!.head < index && tree.tokens[index]!.head >= from
}

function firstNominal(tree: Tree, from: number, verb: number): Source | null {
  let start = from
  while (start < verb) {
    let end = start
    while (end < verb && !/^[,;:–—]$|^--?$/.test(tree.tokens[end]!.form)) end++
    const first = tree.tokens[start]!
    const calendar = tree.tokens.slice(start, end).every(t => t.upos !== 'PROPN' || CALENDAR.test(t.form))
    const dated = CALENDAR.test(first.form) && calendar
    if (end > start && PHRASE_START.has(first.upos) && !dated) return sourceOf(tree, start, end, verb - 1)
    start = end + 1
  }
  return null
}

/** "…, said the minister": the phrase that follows the verb, up to the next punctuation or verb. */
function phraseAfter(tree: Tree, verb: number): Source | null {
  const before = tree.tokens[verb - 1]
  if (before !== undefined && before.upos !== 'PUNCT') return null
  const start = verb + 1
  const first = tree.tokens[start]
  if (first === undefined || !PHRASE_START.has(first.upos) || first.form.toLowerCase() === 'that') return null
  let end = start
  while (end < tree.tokens.length && !stopsPhrase(tree, end)) end++
  return sourceOf(tree, start, end, end - 1)
}

function stopsPhrase(tree: Tree, index: number): boolean {
  const { upos, form } = tree.tokens[index]!
  if (upos === 'PUNCT') return form !== '-' && form !== '.'
  if (upos === 'ADP') return !/^(?:of|for)$/i.test(form)
  return upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ' || upos === 'ADV'
}

function sourceOf(tree: Tree, start: number, end: number, last: number): Source | null {
  const [first, stop] = [tree.tokens[start]!, tree.tokens[end - 1]]
  if (stop === undefined) return null
  const phrase: Span = [first.start, stop.end]
  let token = headOfSpan(tree, phrase)
  if (token < 0 || !/^(?:NOUN|PROPN|PRON|NUM|ADJ)$/.test(tree.tokens[token]!.upos)) {
    token = -1
    for (let i = start; i < end && tree.tokens[i]!.upos !== 'ADP'; i++) {
      if (/^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[i]!.upos)) token = i
    }
    if (token < 0) return null
  }
  while (last > start && tree.tokens[last]!.upos === 'PUNCT') last--
  return { tree, token, span: [first.start, Math.max(stop.end, tree.tokens[last]!.end)] }
}
