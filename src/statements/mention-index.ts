import type { Entity, Mention, Span } from '../types.ts'

/** Finds which entity words speak of. */
export interface MentionIndex {
  /** Mentions that hold the offset, the longest first. */
  at(offset: number): readonly Mention[]
  /** Mentions within a span, in text order. */
  within(span: Span): readonly Mention[]
  /**
   * The group or state that alone has this word in its name (`SANA` of "SANA news agency"), or the person who alone
   * has it as surname.
   */
  namedWith(word: string): string | undefined
  typeOf(entity: string): Entity['type'] | undefined
}

export function indexMentions(entities: readonly Entity[], mentions: readonly Mention[]): MentionIndex {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)
  const types = new Map(entities.map(entity => [entity.id, entity.type]))
  const bearers = new Map<string, string | null>()
  for (const { id, type, name, aliases } of entities) {
    if (type === 'place' || type === 'event') continue
    const words = [name, ...aliases].map(form => form.split(/[\s'’]+/))
    for (const word of new Set(type === 'person' ? words.map(parts => parts.at(-1)!) : words.flat())) {
      const known = bearers.get(word)
      bearers.set(word, known === undefined || known === id ? id : null)
    }
  }
  const longest = sorted.reduce((most, m) => Math.max(most, m.end - m.start), 0)
  const from = (offset: number): number => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    at(offset) {
      const found: Mention[] = []
      for (let i = from(offset - longest); i < sorted.length && sorted[i]!.start <= offset; i++) {
        if (sorted[i]!.end > offset) found.push(sorted[i]!)
      }
      return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    },
    within([start, end]) {
      const found: Mention[] = []
      for (let i = from(start); i < sorted.length && sorted[i]!.start < end; i++) {
        if (sorted[i]!.end <= end) found.push(sorted[i]!)
      }
      return found
    },
    namedWith: word => bearers.get(word) ?? undefined,
    typeOf: entity => types.get(entity),
  }
}
