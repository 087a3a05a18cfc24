/** Cuts off what belongs to no name: quotes and possessives at the ends, articles, titles before a person. */

import type { Token } from '../../types.ts'

const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|president|vice|prime|minister|premier|chancellor|king|queen|prince|princess|emperor|emir|sultan|pope|ambassador|envoy|senator|sen|rep|representative|congressman|congresswoman|governor|gov|mayor|general|gen|colonel|col|lieutenant|lt|major|maj|captain|capt|sergeant|sgt|admiral|judge|justice|chairman|chairwoman|spokesman|spokeswoman|spokesperson|director|commissioner|secretary|ayatollah|sheikh|imam|reverend|rev|sir|lord|lady|dame|deputy|speaker|attorney|prosecutor|inspector|superintendent|constable|detective|sheriff|shri|smt|coach|chief|pastor|brigadier|commander|marshal|archbishop|bishop|cardinal|rabbi)\.?$/i
const OUTER = /^(?:["“”‘’'`([{)\]},;:.–—-]|['’]s)$/i
const ARTICLE = /^(?:the|a|an)$/i

/** The span of tokens that remains, or null where nothing does. */
export function trimName(
  tokens: readonly Token[],
  from: number,
  to: number,
  type: string,
): { from: number; to: number } | null {
  while (to > from && (OUTER.test(tokens[to - 1]!.form) || tokens[to - 1]!.tag === 'POS')) to--
  while (from < to && (OUTER.test(tokens[from]!.form) || ARTICLE.test(tokens[from]!.form))) from++
  if (type === 'person') while (from + 1 < to && TITLE.test(tokens[from]!.form)) from++
  // "Retaking Porto has cost lives": the capital is the sentence's
  if (type === 'place' && from === 0 && to > 1 && tokens[0]!.tag === 'VBG') from++
  if (type === 'person' && tokens.slice(from, to).some(({ form }) => form === 'and')) return null
  // "No. 10" counts, it does not name
  if (to === from + 2 && /^no\.?$/i.test(tokens[from]!.form) && /^\d/.test(tokens[from + 1]!.form)) return null
  return from < to ? { from, to } : null
}
