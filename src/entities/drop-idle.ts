import type { Entity, Mention, Relation, Statement } from '../types.ts'

/** Leaves out unnamed entities that neither speak, nor are spoken to or of, nor stand in a relation. */
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
  return {
    entities: entities.filter(entity => kept.has(entity.id)),
    mentions: mentions.filter(mention => kept.has(mention.entity)),
  }
}
