import type { Span } from '../types.ts'
import type { Attribution } from './attribution.ts'
import type { Quotation } from './quotations.ts'
import { overlap } from './spans.ts'

/**
 * "'…,' the premier told workers, the agency reported": who passes a quotation on with the words that name its speaker says
 * nothing of their own, and is nothing that the speaker said.
 */
export function passOn(cues: readonly Attribution[], quotations: readonly Quotation[]): Attribution[] {
  const found = [...cues]
  cues.forEach((outer, o) => {
    if (outer.cue === null || outer.frame !== 'clause') return
    const inner = cues.findIndex(
      other => other !== outer && quotations.some(quotation => isPassedOn(outer, other, quotation)),
    )
    if (inner < 0) return
    const { cue } = outer
    const own = found[inner]!
    const content = own.content.filter(span => overlap(span, cue!) === 0)
    found[inner] = { ...own, content, frame: content.length === own.content.length ? own.frame : null }
    found[o] = { ...outer, content: [], takesQuote: false }
  })
  return found
}

/** Whether the content of the outer cue holds a quotation that ends right before the inner cue, and that cue as well. */
function isPassedOn(outer: Attribution, inner: Attribution, { start, end }: Quotation): boolean {
  if (inner.cue === null || inner.source === null || inner.takesClause !== true || inner.tree !== outer.tree)
    return false
  const opens = inner.source.tree === inner.tree ? Math.min(inner.source.span[0], inner.cue[0]) : inner.cue[0]
  const between = inner.tree.tokens.some(token => token.start >= end && token.end <= opens && token.upos !== 'PUNCT')
  if (opens < end || between || outer.cue![0] < inner.cue[1]) return false
  const holds = (span: Span) => outer.content.some(part => overlap(part, span) === span[1] - span[0])
  return holds(inner.cue) && holds([start, end])
}
