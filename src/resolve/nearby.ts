import type { Entity, Extraction, Mention } from '../types.ts'

/** A name so far from a description, in characters, says little of it. */
const FAR = 160
/** A claim tells more of whom somebody has to do with than standing side by side. */
const CLAIM = 3
/** Bodies and places tell collectives apart better than persons do. */
const PERSON = 0.6

/**
 * For each unnamed entity the names that stand in claims with it or near it in its paragraphs, with their weights: they tell it
 * apart from what is called alike elsewhere.
 *
 * @param mentions of each entity, in text order
 */
export function namesNearby(
  { document: { text }, entities, relations }: Extraction,
  mentions: ReadonlyMap<string, readonly Mention[]>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const nearby = new Map<string, Map<string, number>>()
  const named: Mention[] = []
  const byId = new Map<string, Entity>()
  for (const entity of entities) {
    const own = mentions.get(entity.id) ?? []
    const names = own.filter(({ kind }) => kind === 'name')
    if (names.length === 0) {
      if (!entity.vague) nearby.set(entity.id, new Map())
    } else if (entity.type !== 'event') {
      byId.set(entity.id, entity)
      named.push(...names)
    }
  }
  if (nearby.size === 0) return nearby
  named.sort((a, b) => a.start - b.start)
  const add = (id: string, other: string, weight: number) => {
    const own = nearby.get(id)
    const entity = byId.get(other)
    if (own === undefined || entity === undefined) return
    const share = entity.type === 'person' ? weight * PERSON : weight
    own.set(entity.name, (own.get(entity.name) ?? 0) + share)
  }
  for (const { subject, object } of relations) {
    add(subject, object, CLAIM)
    add(object, subject, CLAIM)
  }
  for (const id of nearby.keys()) {
    for (const { start, end, kind } of mentions.get(id) ?? []) {
      if (kind === 'pronoun') continue
      for (let i = firstFrom(named, start - FAR); i < named.length && named[i]!.start < end + FAR; i++) {
        const name = named[i]!
        const [from, to] = name.start < start ? [name.end, start] : [end, name.start]
        if (!text.slice(from, to).includes('\n')) add(id, name.entity, 1 / (1 + Math.max(0, to - from) / 40))
      }
    }
  }
  return nearby
}

/** Index of the first mention that starts at an offset or behind it. */
function firstFrom(mentions: readonly Mention[], offset: number): number {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
