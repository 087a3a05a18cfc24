import type { Span } from '../types.ts'

/** Where one document mentions each entity, by the entity's id. */
export type MentionSpans = ReadonlyMap<string, readonly Span[]>

/** Where a sentence names an entity: the mention nearest to `near`, or null where there is none. */
export function locateMention(mentions: MentionSpans, entity: string, within: Span, near: Span | null): Span | null {
  let best: Span | null = null
  let least = Number.POSITIVE_INFINITY
  for (const span of mentions.get(entity) ?? []) {
    if (span[0] < within[0] || span[1] > within[1]) continue
    const far = near ? distance(span, near) : span[0]
    if (far < least) {
      least = far
      best = span
    }
  }
  return best
}

/** UTF-16 units between two spans; 0 where they touch or overlap. */
function distance(a: Span, b: Span): number {
  return Math.max(0, a[0] - b[1], b[0] - a[1])
}
