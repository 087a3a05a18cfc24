import type { Entity, Mention, Relation, Statement } from '../types.ts'

/** Bodies of which a country or town has one, and events that every reader knows: they count though they only stand in the background. */
const ONE_OF_ITS_KIND =
  /(?:^| )(?:government|administration|authorities|army|military|forces|troops|navy|air force|police|parliament|cabinet|ministry|embassy|central bank|opposition|war|elections?|embargo|truce|ceasefire)$/i

/** Of what is taken for a body or an event these tell nothing: things lie and belong somewhere too. */
const LIES = /^(?:located_in|part_of)$/
const LYING = /^(?:group|event)$/

/**
 * Leaves out unnamed entities that play no part: they neither speak, nor are spoken to, nor stand in a relation. What is
 * only spoken about, or described more than once, stays where the words say which one it is ("the Syrian army"). Other
 * bodies and events that are told well enough ("30,000 refugees crossed") stay in the article alone, as `vague`. Names stay;
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
  const lying = new Set<string | null>(entities.filter(({ type }) => LYING.test(type)).map(({ id }) => id))
  for (const { subject, object, assertedBy, predicate } of relations) {
    for (const id of [subject, object, assertedBy]) {
      kept.add(id)
      if (!LIES.test(predicate) || !lying.has(id)) active.add(id)
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
  const events = new Set(entities.filter(({ id, type }) => type === 'event' && kept.has(id)).map(kindOfEvent))
  const bystanders = new Set(
    entities
      .filter(entity => !kept.has(entity.id) && isBystander(entity) && !events.has(kindOfEvent(entity)))
      .map(({ id }) => id),
  )
  const stays = (id: string) => kept.has(id) || bystanders.has(id)
  return {
    entities: entities
      .filter(({ id }) => stays(id))
      .map(entity =>
        active.has(entity.id) ? sure(entity) : bystanders.has(entity.id) ? { ...entity, vague: true as const } : entity,
      ),
    mentions: mentions.filter(mention => stays(mention.entity)),
  }
}

/** A body or an event that the words tell from others, though the article says nothing that it does or suffers. */
const isBystander = ({ type, vague, name }: Entity): boolean =>
  !vague && (type === 'group' ? CAST : type === 'event' ? STAGE : NOTHING).test(withoutTail(name))

/** Who figures in stories of war and politics, where a number or a bare plural means those of the story. */
const CAST =
  /(?:^| )(?:activists|administration|agencies|ambassadors|charities|civilians|demonstrators|diplomats|doctors|forces|groups|hostages|inspectors|investigators|journalists|lawmakers|leaders|migrants|military|monitors|navy|observers|officials|opposition|parliament|peacekeepers|police|population|protesters|rebels|refugees|residents|settlers|soldiers|states|trainers|troops|villagers|voters)$/

/** What stories of war and politics turn on. */
const STAGE =
  /(?:^| )(?:assault|battle|campaign|conflict|coup|crisis|cyclone|dispute|earthquake|election|flood|hearing|hurricane|inquiry|investigation|lawsuit|massacre|meeting|offensive|operation|process|rebellion|referendum|resolution|revolution|session|strike|summit|talks|trial|tsunami|uprising|war)$/

const NOTHING = /^(?!)/

const withoutTail = (name: string): string =>
  name.split(/ (?:about|against|at|between|for|from|in|into|of|on|over|to|with) /)[0]!

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['meeting', /\b(?:assembly|conference|debate|gathering|meeting|session|summit)\b/],
  ['talks', /\b(?:consultations|dialogue|discussions|negotiations|talks)\b/],
  ['war', /\b(?:advance|assault|attack|battle|campaign|conflict|fight|fighting|offensive|operations?|victory|war)\b/],
]

/** Two events of one kind are as like as not one, told differently: "the emergency summit", "the UN meeting". */
const kindOfEvent = ({ name, type }: Entity): string =>
  type === 'event' ? (KINDS.find(([, words]) => words.test(name))?.[0] ?? withoutTail(name).split(' ').at(-1)!) : type

/** Who does or says something is somebody, however the name is read. */
function sure({ doubtful: _, ...entity }: Entity): Entity {
  return entity
}
