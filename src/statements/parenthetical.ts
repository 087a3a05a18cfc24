import type { Span } from '../types.ts'
import type { Tree } from '../util/tree.ts'
import type { Source } from './attribution.ts'
import { CALENDAR } from './source-by-place.ts'

/**
 * "The war, sources said, is over": a cue set between commas within what it attributes. Read from the punctuation,
 * because a parser makes the cue the main verb as often as not. Empty where the cue stands otherwise.
 */
export function parentheticalContent(tree: Tree, verb: number, source: Source): Span[] {
  const { tokens } = tree
  const before = source.token < verb
  const from = before ? tokens.findIndex(token => token.start >= source.span[0]) : verb
  let to = before ? verb : tokens.findLastIndex(token => token.end <= source.span[1])
  if (from < 2 || to < from) return []
  for (let i = from; i < to; i++) if (tokens[i]!.upos === 'VERB' && i !== verb) return []
  // "he said Monday," "she said on Facebook,": a few words of circumstance
  for (let i = to + 1; i <= to + 4; i++) {
    if (isBreak(tree, i)) {
      to = i - 1
      break
    }
    const allowed = i === to + 1 ? /^(?:ADP|ADV)$/ : /^(?:ADP|PROPN|NOUN|ADV|DET|NUM)$/
    const { upos = '', form = '' } = tokens[i] ?? {}
    if (!allowed.test(upos) && !CALENDAR.test(form)) break
  }
  if (!isBreak(tree, from - 1) || !isBreak(tree, to + 1)) return []
  const after = tokens[to + 2]
  if (after === undefined) return []
  const finite = /^(?:VBD|VBZ|VBP|MD)$/
  const opening = tokens.slice(0, from - 1)
  const incomplete = !opening.some(token => finite.test(token.tag) || /["”]/.test(token.form))
  const goesOn =
    finite.test(after.tag) || after.form.toLowerCase() === 'that' || (incomplete && goesOnAsClause(tree, to + 2))
  if (!goesOn) return []
  return [
    [tokens[0]!.start, tokens[from - 2]!.end],
    [after.start, tokens.at(-1)!.end],
  ]
}

const isBreak = (tree: Tree, index: number): boolean => /^(?:,|–|—|--?)$/.test(tree.tokens[index]?.form ?? '')

/** Begins with a subject, not with a participle, a preposition or a conjunction. */
function goesOnAsClause(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!
  if (!/^(?:PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(token.upos) || /^(?:WP|WDT|WP\$)$/.test(token.tag)) return false
  return tree.tokens.some((later, i) => i > index && /^(?:VBD|VBZ|VBP|MD)$/.test(later.tag))
}
