import type { Article, Span } from '../types.ts'

const LONGEST = 2000

/** Stretches between quotation marks, within one block each; a mark that is never closed quotes to the block's end. */
export function quotedStretches({ document: { text }, blocks }: Article): Span[] {
  const stretches: Span[] = []
  for (const block of blocks) {
    if (block.kind === 'pull-quote') {
      stretches.push([block.start, block.end])
      continue
    }
    if (block.kind !== 'text') continue
    let open: number | null = null
    for (let at = block.start; at < block.end; at++) {
      const mark = text[at]!
      if (mark === '“' || (mark === '"' && open === null) || (mark === '`' && text[at + 1] === '`')) open = at + 1
      else if (open !== null && (mark === '”' || mark === '"' || (mark === "'" && text[at + 1] === "'"))) {
        if (at - open <= LONGEST) stretches.push([open, at])
        open = null
      }
    }
    if (open !== null && block.end - open <= LONGEST) stretches.push([open, block.end])
  }
  return stretches
}

/** Whether an offset lies in one of the stretches, which are in text order. */
export function isQuoted(stretches: readonly Span[], offset: number): boolean {
  return stretches.some(([start, end]) => start <= offset && offset < end)
}
