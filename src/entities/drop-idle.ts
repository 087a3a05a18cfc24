import type { Entity, Mention, Relation, Statement } from '../types.ts'

/** Bodies of which a country or town has one, and events that every reader knows: they count though they only stand in the background. */
const ONE_OF_ITS_KIND =
  /(?:^| )(?:government|administration|authorities|army|military|forces|troops|navy|air force|police|parliament|cabinet|ministry|embassy|central bank|opposition|war|elections?|embargo|truce|ceasefire)$/i

/** Of what is taken for a body these tell nothing: things lie and belong somewhere too. */
const LIES = /^(?:located_in|part_of)$/

/**
 * Leaves out unnamed entities that play no part: they neither speak, nor are spoken to, nor stand in a relation. What is
 * only spoken about, or described more than once, stays where the words say which one it is ("the Syrian army"). Names stay;
 * `doubtful` ones that play a part are so no longer.
 */
export function dropIdle(
  entities: readonly Entity[],
  mentions: readonly Mention[],
  statements: readonly Statement[],
  relations: readonly Relation[],
): { entities: Entity[]; mentions: Mention[] } {
  const active = new Set<string | null>()
  for (const { speaker, addressee } of statements) active.add(speaker).add(addressee)
  const kept = new Set(active)
  const groups = new Set<string | null>(entities.filter(({ type }) => type === 'group').map(({ id }) => id))
  for (const { subject, object, assertedBy, predicate } of relations) {
    for (const id of [subject, object, assertedBy]) {
      kept.add(id)
      if (!LIES.test(predicate) || !groups.has(id)) active.add(id)
    }
  }
  for (const mention of mentions) if (mention.kind === 'name') kept.add(mention.entity)
  const spokenOf = new Set(statements.flatMap(({ about }) => about))
  const described = new Map<string, number>()
  for (const { entity, kind } of mentions) {
    if (kind === 'nominal') described.set(entity, (described.get(entity) ?? 0) + 1)
  }
  for (const { id, name, type } of entities) {
    if (type === 'person') continue
    const telling = /^\p{Lu}/u.test(name)
    if (ONE_OF_ITS_KIND.test(name) ? telling || (described.get(id) ?? 0) > 1 : telling && spokenOf.has(id)) kept.add(id)
  }
  return {
    entities: entities
      .filter(entity => kept.has(entity.id))
      .map(entity => (active.has(entity.id) ? sure(entity) : entity)),
    mentions: mentions.filter(mention => kept.has(mention.entity)),
  }
}

/** Who does or says something is somebody, however the name is read. */
function sure({ doubtful: _, ...entity }: Entity): Entity {
  return entity
}
