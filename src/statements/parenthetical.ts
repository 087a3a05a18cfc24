import type { Span } from '../types.ts'
import type { Tree } from '../util/tree.ts'
import type { Source } from './attribution.ts'
import type { CueVerb } from './resources.ts'
import { CALENDAR } from './source-by-place.ts'

/**
 * "The war, sources said, is over": a cue set between commas within what it attributes. Read from the punctuation,
 * because a parser makes the cue the main verb as often as not. Empty where the cue stands otherwise.
 */
export function parentheticalContent(tree: Tree, verb: number, source: Source): Span[] {
  const { tokens } = tree
  const cue = cuePhrase(tree, verb, source)
  if (cue === null || !isBreak(tree, cue[0] - 1) || !isBreak(tree, cue[1] + 1)) return []
  const after = tokens[cue[1] + 2]
  if (after === undefined) return []
  const opening = tokens.slice(0, cue[0] - 1)
  const incomplete = !opening.some(token => FINITE.test(token.tag) || /["”]/.test(token.form))
  const goesOn =
    FINITE.test(after.tag) || after.form.toLowerCase() === 'that' || (incomplete && goesOnAsClause(tree, cue[1] + 2))
  if (!goesOn) return []
  // "…, which, he said, was over": only the clause of the pronoun is his.
  if (/^(?:WDT|WP)$/.test(tokens[cue[0] - 2]?.tag ?? '')) return [[after.start, tokens.at(-1)!.end]]
  return [
    [tokens[0]!.start, tokens[cue[0] - 2]!.end],
    [after.start, tokens.at(-1)!.end],
  ]
}

/** "…, the envoy has claimed.": a cue that ends its sentence, after a comma and a whole clause. */
export function finalCueContent(tree: Tree, verb: number, source: Source, lexical: CueVerb): Span[] {
  const { tokens } = tree
  const cue = cuePhrase(tree, verb, source)
  if (cue === null || !isBreak(tree, cue[0] - 1)) return []
  // "…, part of a deal agreed in May": such verbs end a sentence otherwise than as its cue, unless they are its last word.
  const last = Math.max(
    verb,
    tokens.findLastIndex(token => token.end <= source.span[1]),
  )
  if (lexical.takes.has('infinitive') && cue[1] > last) return []
  // "…, the envoy said as the talks began": when it was said.
  const occasion =
    /^(?:as|when|after|before|while)$/.test(tokens[cue[1] + 1]?.form ?? '') && !lexical.takes.has('object')
  const ends = tokens.slice(cue[1] + 1).every(token => token.upos === 'PUNCT')
  if (!occasion && !ends && !endsInCircumstance(tree, cue, lexical)) return []
  const opening = tokens.slice(0, cue[0] - 1)
  return opening.some(token => FINITE.test(token.tag)) ? [[tokens[0]!.start, opening.at(-1)!.end]] : []
}

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/

/**
 * "…, the envoy said at a meeting with his colleague", "…, the envoy told a news conference", "…, the envoy said Monday,
 * ending a dispute": after a whole main clause, the cue is followed by where, when or to whom it was said.
 */
function endsInCircumstance(tree: Tree, [from, to]: readonly [number, number], { tells }: CueVerb): boolean {
  const { tokens } = tree
  const first = tokens[to + 1]!
  const main = tokens.some((token, i) => i < from - 1 && FINITE.test(token.tag) && isMainVerb(tree, i))
  if (!main || /^(?:SCONJ|CCONJ)$/.test(tokens[0]!.upos) || tokens[from - 1]!.form !== ',') return false
  const phrase = first.upos === 'ADP' || CALENDAR.test(first.form) || (tells && HEARER.test(first.upos))
  const participle = first.form === ',' && tokens[to + 2]?.tag === 'VBG'
  if (!phrase && !participle) return false
  const aside = tokens.findIndex((token, i) => i > to && token.form === ',' && tokens[i + 1]?.tag === 'VBG')
  const tail = tokens.slice(to + 1, aside < 0 ? undefined : aside)
  return !tail.some(({ tag, form }) => FINITE.test(tag) || /^(?:that|[":“”;])$/i.test(form))
}

const HEARER = /^(?:DET|PROPN|NOUN|ADJ|PRON)$/

/** A finite verb of the sentence's main clause, or of one joined to it. */
function isMainVerb({ tokens }: Tree, index: number): boolean {
  const { deprel, head } = tokens[index]!
  const clause = /^(?:aux|cop)/.test(deprel) && head >= 0 ? tokens[head]! : tokens[index]!
  return /^(?:root|ccomp|parataxis|conj)$/.test(clause.deprel)
}

/** First and last token of verb, source and a few words of circumstance ("he said Monday"); null where a verb interferes. */
function cuePhrase(tree: Tree, verb: number, source: Source): readonly [number, number] | null {
  const { tokens } = tree
  const before = source.token < verb
  const from = before ? tokens.findIndex(token => token.start >= source.span[0]) : verb
  const own = before ? verb : tokens.findLastIndex(token => token.end <= source.span[1])
  if (from < 2 || own < from) return null
  for (let i = from; i < own; i++) if (tokens[i]!.upos === 'VERB' && i !== verb) return null
  for (let i = own + 1; i <= own + 4; i++) {
    if (isBreak(tree, i) || tokens[i]?.form === '.') return [from, i - 1]
    const allowed = i === own + 1 ? /^(?:ADP|ADV)$/ : /^(?:ADP|PROPN|NOUN|ADV|DET|NUM)$/
    const { upos = '', form = '' } = tokens[i] ?? {}
    if (!allowed.test(upos) && !CALENDAR.test(form)) break
  }
  return [from, own]
}

const isBreak = (tree: Tree, index: number): boolean => /^(?:,|–|—|--?)$/.test(tree.tokens[index]?.form ?? '')

/** Begins with a subject, not with a participle, a preposition or a conjunction. */
function goesOnAsClause(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!
  if (!/^(?:PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(token.upos) || /^(?:WP|WDT|WP\$)$/.test(token.tag)) return false
  return tree.tokens.some((later, i) => i > index && FINITE.test(later.tag))
}
