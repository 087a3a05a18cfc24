import type { Span } from '../types.ts'
import type { Quotation } from './quotations.ts'

/** Sorted by start; overlapping and touching spans joined. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else if (end > start) merged.push([start, end])
  }
  return merged
}

/** What is left of `span` without `hole`. */
export function without(span: Span, hole: Span): Span[] {
  if (hole[1] <= span[0] || span[1] <= hole[0]) return [span]
  const parts: Span[] = [
    [span[0], hole[0]],
    [hole[1], span[1]],
  ]
  return parts.filter(([start, end]) => end > start)
}

export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

const OUTER_START = /^[\s,;:.!?)\]–—…-]+/
const OUTER_END = /[\s,;:(–—-]+$/
const FINAL_STOP = /[.!?]+$/

/**
 * The words of a content alone: without white space and punctuation at its edges, without quotation marks that
 * embrace all of it. What stands within quotation marks keeps its full stop.
 */
export function trimContent(text: string, span: Span, quotations: readonly Quotation[]): Span | null {
  let [start, end] = span
  for (;;) {
    const whole = quotations.find(q => q.start === start && q.end >= end && q.inner[0] < end)
    if (whole !== undefined) {
      ;[start, end] = [whole.inner[0], Math.min(end, whole.inner[1])]
      end -= /,?\s*$/.exec(text.slice(start, end))![0].length
      break
    }
    const lead = OUTER_START.exec(text.slice(start, end))?.[0].length ?? 0
    const tail = OUTER_END.exec(text.slice(start, end))?.[0].length ?? 0
    if (lead === 0 && tail === 0) {
      const stop = FINAL_STOP.exec(text.slice(start, end))?.[0].length ?? 0
      if (stop === 0 || isAbbreviated(text.slice(start, end))) break
      end -= stop
      continue
    }
    start += lead
    end -= tail
    if (start >= end) return null
  }
  return start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? [start, end] : null
}

/** Ends on "U.S.", "Mr." or an initial, whose full stop is its own. */
const isAbbreviated = (words: string): boolean =>
  /(?:^|[\s.])(?:\p{L}\.|Inc\.|Corp\.|Ltd\.|Jr\.|Sr\.|Co\.)$/u.test(words)
