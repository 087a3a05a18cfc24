import type { Span } from '../types.ts'
import { headOfSpan } from '../util/tree.ts'
import type { Attribution } from './attribution.ts'
import type { MentionIndex } from './mention-index.ts'
import type { Paragraph } from './reading.ts'
import type { StatementResources } from './resources.ts'

const LABEL =
  /^((?:[\p{Lu}\p{N}][\p{L}\p{N}.'’&-]*|of|the|and|for|in|on|de|al)(?:\s+(?:[\p{Lu}\p{N}][\p{L}\p{N}.'’&-]*|of|the|and|for|in|de|al|on)){0,5}):\s+(?=\S)/u

/**
 * "Minister: talks are over", "JANE ROE: Why not?": what follows a name and a colon at the head of a headline or a
 * paragraph. A place or a country before the colon is a topic ("Syria: …"), unless quotation marks follow; so is a
 * name before words that make no sentence ("Jane Roe: a portrait").
 */
export function findLabelCue(
  text: string,
  paragraph: Paragraph,
  index: MentionIndex,
  resources: StatementResources,
): Attribution | null {
  const [from, to] = paragraph.span
  const label = LABEL.exec(text.slice(from, Math.min(to, from + 90)))?.[1]
  const tree = paragraph.trees[0]
  if (label === undefined || tree === undefined) return null
  const source: Span = [from, from + label.length]
  const start = from + label.length + 1 + /^\s*/.exec(text.slice(from + label.length + 1, to))![0].length
  const quoted = paragraph.quotations.some(q => q.start === start)
  const mention = index.at(source[1] - 1)[0] ?? index.within(source)[0]
  const sentence = paragraph.trees.some(t =>
    t.tokens.some(token => token.start >= start && /^(?:VB[DPZ]|MD)$/.test(token.tag)),
  )
  const speaks = (mention?.type === 'person' || mention?.type === 'group') && (sentence || quoted)
  const token = headOfSpan(tree, source)
  const word = tree.tokens[token]?.lemma.toLowerCase() ?? ''
  const known = resources.documents.has(word) || resources.representatives.has(word)
  if (
    token < 0 ||
    !(speaks || (mention !== undefined && quoted) || (known && (quoted || (paragraph.heading && sentence))))
  )
    return null
  return {
    tree,
    token: -1,
    cue: [source[1], source[1] + 1],
    source: { tree, token, span: source },
    kind: 'speech',
    frame: 'clause',
    content: [[start, to]],
    addressee: null,
    takesQuote: true,
  }
}
