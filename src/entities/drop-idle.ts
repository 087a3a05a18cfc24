import type { Entity, Mention, Relation, Statement } from '../types.ts'

/** Too general to matter for being mentioned twice. */
const ANYBODY = /(?:^| )(?:people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|members?|sources?|laws?|bids?|games|sites?)$/i

/**
 * Leaves out unnamed entities that play no part: they neither speak, nor are spoken to, nor stand in a relation, are
 * described only once, and not as somebody's in particular ("the Syrian army").
 */
export function dropIdle(
  entities: readonly Entity[],
  mentions: readonly Mention[],
  statements: readonly Statement[],
  relations: readonly Relation[],
): { entities: Entity[]; mentions: Mention[] } {
  const kept = new Set<string | null>()
  for (const mention of mentions) if (mention.kind === 'name') kept.add(mention.entity)
  for (const { speaker, addressee } of statements) kept.add(speaker).add(addressee)
  for (const { subject, object, assertedBy } of relations) kept.add(subject).add(object).add(assertedBy)
  const described = new Map<string, number>()
  for (const { entity, kind } of mentions) {
    if (kind === 'nominal') described.set(entity, (described.get(entity) ?? 0) + 1)
  }
  for (const { id, name, type } of entities) {
    if (type === 'person' || ANYBODY.test(name)) continue
    if ((described.get(id) ?? 0) > 1 || /^\p{Lu}/u.test(name)) kept.add(id)
  }
  return {
    entities: entities.filter(entity => kept.has(entity.id)),
    mentions: mentions.filter(mention => kept.has(mention.entity)),
  }
}
