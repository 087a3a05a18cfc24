import type { Tree } from '../util/tree.ts'

/** Words of a phrase behind its head, and of a title before a name, at most. */
const LONGEST = 9

/** Letters behind a name. */
const LETTERS = /^(?:QC|KC|MP|MEP|MSP|AM|TD|Jr|Sr|OBE|MBE|CBE|PhD|MD)\.?$/

const CLOSES = /^[,.;:)?!–—-]+$/

/**
 * Whether a description and a name stand in apposition by their commas alone, where the parser saw none: "the head of the
 * council, Ann Lee, said", "Ann Lee, analyst and author of a report, said". Lists ("the actress, Tom Cruise and others") are none.
 *
 * @param start first token of the description, `head` its noun
 * @param name first and last token of the name
 */
export function isApposed(tree: Tree, start: number, head: number, name: readonly [number, number]): boolean {
  return head < name[0] ? isNameBehind(tree, start, head, name) : isNameBefore(tree, start, head, name)
}

/** "the head of the council, [her title] Ann Lee, said". */
function isNameBehind(
  { tokens }: Tree,
  start: number,
  head: number,
  [first, last]: readonly [number, number],
): boolean {
  let comma = head + 1
  while (comma < first && tokens[comma]!.form !== ',') {
    const { upos, form } = tokens[comma]!
    if (/^(?:VERB|AUX|SCONJ|PUNCT|PRON)$/.test(upos) && !/^['’]s?$/.test(form)) return false
    if (upos === 'CCONJ' || comma - head > LONGEST) return false
    comma++
  }
  if (comma >= first || (comma > head + 1 && tokens[head + 1]!.upos !== 'ADP')) return false
  for (let i = comma + 1; i < first; i++) {
    if (first - comma > LONGEST || !/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[i]!.upos)) return false
  }
  const after = LETTERS.test(tokens[last + 1]?.form ?? '') ? last + 2 : last + 1
  const next = tokens[after]
  // "The new chairman, Ann Lee said, is late" gives her words.
  const verb = start === 0 && /^(?:VERB|AUX)$/.test(next?.upos ?? '') && tokens[after + 1]?.form !== ','
  return (next === undefined || CLOSES.test(next.form) || verb) && !isListed(tokens, start)
}

/** "Ann Lee, [the] senior analyst at Jupiter, said". */
function isNameBefore({ tokens }: Tree, start: number, head: number, [, last]: readonly [number, number]): boolean {
  if (start !== last + 2 || tokens[last + 1]!.form !== ',') return false
  const bare = !/^(?:DET|PRON|NUM)$/.test(tokens[start]!.upos)
  if (bare && tokens[head]!.tag === 'NN')
    return tokens[head + 1] === undefined || /^(?:ADP|PUNCT|CCONJ|VERB|AUX)$/.test(tokens[head + 1]!.upos)
  let end = head + 1
  while (end < tokens.length && end - head <= LONGEST && !/^(?:PUNCT|VERB|AUX|SCONJ|CCONJ)$/.test(tokens[end]!.upos))
    end++
  const next = tokens[end]
  return next !== undefined && /^[,.;)]$/.test(next.form) && !/^(?:and|or)$/.test(tokens[end + 1]?.form ?? '')
}

/** A comma or conjunction before the description makes it one of several. */
const isListed = (tokens: Tree['tokens'], start: number): boolean =>
  start > 0 &&
  (/^(?:and|or)$/.test(tokens[start - 1]!.form) ||
    (tokens[start - 1]!.form === ',' && tokens[start - 2]?.upos === 'PROPN'))
