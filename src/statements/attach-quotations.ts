import type { Span } from '../types.ts'
import { childBy, headOfSpan, type Tree } from '../util/tree.ts'
import type { Attribution, Source } from './attribution.ts'
import { clauseReach } from './clause-reach.ts'
import { phraseSource } from './find-source.ts'
import { passOn } from './pass-on.ts'
import type { Quotation } from './quotations.ts'
import type { Paragraph } from './reading.ts'
import { mergeSpans, overlap } from './spans.ts'

/** Words between a quotation and its cue: "…," the minister later said. */
const FARTHEST = 4

/**
 * Gives every quotation to the cue it belongs to: the one whose clause holds it, the one beside it, or the one before
 * when the speech simply goes on. Quotations that are only a few words of somebody's own sentence stay where they are.
 *
 * @param cues of this paragraph, in text order
 * @param before the last attribution of the paragraphs before, whose speech may go on
 */
export function attachQuotations(
  text: string,
  paragraph: Paragraph,
  cues: readonly Attribution[],
  before: Attribution | null,
): Attribution[] {
  const { quotations, trees } = paragraph
  const result = passOn(cues, quotations).map(cue => ({ ...cue, content: snap(cue, quotations) }))
  let latest = before
  let latestQuoted: number | null = null
  const give = (index: number, quotation: Quotation): void => {
    const cue = result[index]!
    const keeps = cue.frame === null || cue.frame === 'clause' || cue.frame === 'quote'
    const content = mergeSpans([...(keeps ? cue.content : []), [quotation.start, quotation.end]])
    result[index] = { ...cue, content, frame: cue.frame === 'clause' ? 'clause' : 'quote' }
  }
  for (const quotation of quotations) {
    const span: Span = [quotation.start, quotation.end]
    const holder = result.findIndex(
      cue => cue.content.reduce((sum, part) => sum + overlap(part, span), 0) > (span[1] - span[0]) / 2,
    )
    if (holder >= 0) {
      latestQuoted = isUtterance(text, quotation, paragraph) ? holder : latestQuoted
      latest = result[holder]!
      continue
    }
    const beside = besideCue(text, result, quotation)
    const fragment =
      beside >= 0 && !isUtterance(text, quotation, paragraph) && fragmentOf(text, result[beside]!, quotation)
    if (fragment) {
      // "said a strong dollar was "good for us"", "has signed a "letter of intent"": words within the writer's sentence.
      if (result[beside]!.takesClause === true)
        result[beside] = { ...result[beside]!, content: [fragment], frame: 'clause' }
      continue
    }
    if (beside >= 0) {
      give(beside, quotation)
      latestQuoted = beside
      latest = result[beside]!
      continue
    }
    if (!isUtterance(text, quotation, paragraph)) continue
    const last = lastBefore(result, quotation.start) ?? latest
    const named = colonSource(text, trees, quotation)
    if (named === null && latestQuoted !== null && result[latestQuoted] === last) {
      give(latestQuoted, quotation)
      continue
    }
    const source = named ?? last?.source ?? null
    const tree = trees.find(t => t.sentence.start <= quotation.start && quotation.start < t.sentence.end) ?? trees[0]
    if (source === null || tree === undefined) continue
    result.push({
      tree,
      token: -1,
      cue: null,
      source,
      kind: 'speech',
      frame: 'quote',
      content: [span],
      addressee: null,
      takesQuote: true,
    })
    latestQuoted = result.length - 1
    latest = result[latestQuoted]!
  }
  return result.filter(cue => cue.content.length > 0).sort((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = ({ cue, content }: Attribution): number => cue?.[0] ?? content[0]![0]

/** A content that holds most of what its sentence has of a quotation holds all of the quotation. */
function snap(cue: Attribution, quotations: readonly Quotation[]): Span[] {
  const { start, end } = cue.tree.sentence
  const sentence: Span = [start, end]
  return mergeSpans(
    cue.content.map(span => {
      let [from, to] = span
      for (const q of quotations) {
        const whole: Span = [q.start, q.end]
        if (cue.cue !== null && overlap(cue.cue, whole) > 0) continue
        if (overlap(span, whole) > overlap(sentence, whole) / 2)
          [from, to] = [Math.min(from, q.start), Math.max(to, q.end)]
      }
      return [from, to]
    }),
  )
}

/** Stands for a whole utterance and not for a few words within the writer's sentence. */
function isUtterance(text: string, quotation: Quotation, paragraph: Paragraph): boolean {
  if (quotation.continues) return true
  const words = text.slice(...quotation.inner)
  const before = text.slice(paragraph.span[0], quotation.start).trimEnd()
  const opensSentence = before === '' || /[.!?:,;"”’)\]—–-]$/.test(before)
  const count = words.split(/\s+/).length
  return opensSentence && /^[\p{Lu}\p{N}[(“‘'"…]/u.test(words) && (count > 3 || /[.!?,…]$/.test(words))
}

/** The clause in which a quotation stands some words after a cue that has no content yet; null where it follows at once. */
function fragmentOf(text: string, cue: Attribution, quotation: Quotation): Span | null {
  const { tree, token } = cue
  if (cue.frame !== null || cue.cue === null || token < 0 || cue.cue[1] > quotation.start) return null
  const named = cue.source?.tree === tree && cue.source.span[0] >= cue.cue[1] ? cue.source.span[1] : 0
  const start = Math.max(cue.cue[1], named)
  const between = text.slice(start, quotation.start)
  const apart = cue.takesClause === true ? /\p{L}{2,}\s+\p{L}/u : /\b(?:an?|the|its|his|her|their)\b|\p{L}{2,}\s+\p{L}/u
  const label = /\bas\b/.test(between) || (cue.kind === 'judgement' && cue.takesClause !== true)
  if (/[,:]\s*$/.test(between) || label || !apart.test(between)) return null
  const last = tree.tokens.findLastIndex(each => each.end <= quotation.end)
  return last > token ? [start, Math.max(quotation.end, clauseReach(tree, token, last))] : null
}

/** Index of the cue that stands beside the quotation within its sentence; -1 where none does. */
function besideCue(text: string, cues: readonly Attribution[], quotation: Quotation): number {
  const after = cues.findIndex(
    cue =>
      cue.takesQuote &&
      cue.cue !== null &&
      cue.cue[0] >= quotation.end &&
      followsOn(text, cue, quotation) &&
      isQuiet(cue.tree, quotation.end, Math.min(cue.cue[0], startAfter(cue, quotation.end)), FARTHEST),
  )
  if (after >= 0 && cues[after]!.frame !== 'clause') return after
  let best = -1
  cues.forEach((cue, index) => {
    if (!cue.takesQuote || cue.cue === null || cue.cue[1] > quotation.start) return
    if (cue.tree.sentence.end < quotation.start) return
    const between = text.slice(cue.cue[1], quotation.start)
    const joined = /[,:]\s*$/.test(between) || between.trim().split(/\s+/).length <= FARTHEST
    const end = Math.max(
      cue.cue[1],
      cue.source !== null && cue.source.tree === cue.tree && cue.source.span[0] >= cue.cue[1] ? cue.source.span[1] : 0,
    )
    if (joined && isQuiet(cue.tree, end, quotation.start, 25)) best = index
  })
  return best >= 0 ? best : after
}

/** The quotation ends within the cue's sentence, or just before it without a full stop. */
function followsOn(text: string, cue: Attribution, quotation: Quotation): boolean {
  const { start } = cue.tree.sentence
  if (start > quotation.end + 1) return false
  if (start >= quotation.inner[1]) {
    // "…?" Marta Lind asked. But: "…?" Marta Lind agreed to go.
    if (cue.frame !== null || /\.\s*$/.test(text.slice(...quotation.inner))) return false
  }
  const from = cue.source?.tree === cue.tree ? cue.source.span[1] : cue.cue![0]
  return from >= cue.cue![0] || isQuiet(cue.tree, from, cue.cue![0], FARTHEST, true)
}

const startAfter = (cue: Attribution, offset: number): number =>
  cue.source !== null && cue.source.tree === cue.tree && cue.source.span[0] >= offset ? cue.source.span[0] : Infinity

/** No other clause, and few words, between two offsets of a sentence. */
function isQuiet(tree: Tree, from: number, to: number, most: number, noVerbs = false): boolean {
  let words = 0
  for (const token of tree.tokens) {
    if (token.start < from || token.end > to) continue
    if (token.upos === 'PUNCT') continue
    words++
    if (noVerbs && token.upos === 'VERB') return false
    if (token.upos === 'VERB' && /^VB[DPZ]?$/.test(token.tag) && token.deprel !== 'acl:relcl') return false
  }
  return words <= most
}

function lastBefore(cues: readonly Attribution[], offset: number): Attribution | null {
  let last: Attribution | null = null
  for (const cue of cues) {
    if (cue.tree.sentence.start >= offset || cue.content.length === 0 || cue.source === null) continue
    if (last === null || placeOf(cue) >= placeOf(last)) last = cue
  }
  return last
}

/** `The senator was blunt: "…"`, `- Coach Marta Lind: "…"`: the subject before the colon, or the name that stands alone there. */
function colonSource(text: string, trees: readonly Tree[], quotation: Quotation): Source | null {
  if (!/:\s*$/.test(text.slice(Math.max(0, quotation.start - 3), quotation.start))) return null
  const tree = trees.find(t => t.sentence.start < quotation.start && quotation.start <= t.sentence.end + 1)
  const root = tree?.tokens.findIndex(token => token.head < 0) ?? -1
  if (tree === undefined || root < 0) return null
  const before = tree.tokens.filter(token => token.end <= quotation.start && token.upos !== 'PUNCT')
  const [first, last] = [before[0], before.at(-1)]
  if (first !== undefined && last !== undefined && before.every(token => !/^(?:VERB|AUX|PRON)$/.test(token.upos))) {
    const span: Span = [first.start, last.end]
    const token = headOfSpan(tree, span)
    return token < 0 || last.upos !== 'PROPN' ? null : { tree, token, span }
  }
  const subject = childBy(tree, root, 'nsubj')
  return subject === undefined ? null : phraseSource(tree, subject, root)
}
