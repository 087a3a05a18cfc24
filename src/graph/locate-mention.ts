import type { ResolvedEntity, Span } from '../types.ts'

/** Finds where a sentence names an entity: the mention nearest to `near`, or null where there is none. */
export type LocateMention = (entity: string, doc: string, within: Span, near: Span | null) => Span | null

/** Indexes the mentions of all entities by document. */
export function mentionLocator(entities: readonly ResolvedEntity[]): LocateMention {
  const byEntity = new Map<string, Map<string, Span[]>>()
  for (const entity of entities) {
    const byDocument = new Map<string, Span[]>()
    for (const { doc, start, end } of entity.mentions) {
      const spans = byDocument.get(doc)
      if (spans) spans.push([start, end])
      else byDocument.set(doc, [[start, end]])
    }
    byEntity.set(entity.id, byDocument)
  }
  return (entity, doc, within, near) => {
    let best: Span | null = null
    let least = Number.POSITIVE_INFINITY
    for (const span of byEntity.get(entity)?.get(doc) ?? []) {
      if (span[0] < within[0] || span[1] > within[1]) continue
      const far = near ? distance(span, near) : span[0]
      if (far < least) {
        least = far
        best = span
      }
    }
    return best
  }
}

/** UTF-16 units between two spans; 0 where they touch or overlap. */
function distance(a: Span, b: Span): number {
  return Math.max(0, a[0] - b[1], b[0] - a[1])
}
