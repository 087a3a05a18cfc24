import type { Entity, Mention, Relation, Statement } from '../types.ts'
import { bareName } from '../util/name-form.ts'

/**
 * Whoever does or suffers these is somebody, however little the words say: "80 people" killed, "men" arrested. Help is not
 * among them: anything helps anybody ("to protect young stars").
 */
const FORCEFUL =
  /^(?:killed|attacked|arrested|evacuated|evacuated_from|fled_from|released|captured|fought|besieged|expelled|protested_against|mobilised)$/

/** An article follows whom it describes so often, tells so many things of, and speaks of as known ("the athletes"). */
const DESCRIBED = 3
const CLAIMS = 2
const DEFINITE = /^(?:the|these|those|this|that|both) /i

/** Of these each has a name, which was not found to be theirs; and a person may be anybody. */
const NAMED_SOMEWHERE =
  /^(?:agency|bank|band|board|club|committee|company|council|department|firm|group|ministry|panel|party|side|team|union|(?:.* )?person)$/i

/** "The two countries" are two that have names. */
const OF_THOSE_NAMED = /^(?:both|(?:the|these|those) (?:two|three|other|latter|former)) /i

/** Such things are done to somebody in particular; arrests are spoken of in general too. */
const GRAVE = /^(?:killed|evacuated|evacuated_from|fled_from|expelled)$/

/** Relatives have persons, not bodies. */
const KIN =
  /^(?:.* )?(?:wife|husband|spouse|father|mother|parents?|son|daughter|child|children|brother|sister|uncle|aunt|cousin|widow|widower|fianc[ée]e?|girlfriend|boyfriend|partner)$/i

/** Events that have two sides stand between their parties. */
const BETWEEN =
  /(?:^| )(?:agreement|deal|talks|negotiations|discussions|match|game|battle|meeting|conflict|dispute|row|feud|clash|fight|race|debate|merger|contract|pact|accord|settlement)$/i

/** Of these everybody who plays has many: one side alone does not tell which ("his game", "her next race"). */
const ONE_OF_MANY = /(?:^| |-)(?:match|game|race|tie|fixture|final|bout|replay|friendly|tournament|championship)$/i

/** A name holds no longer list of parties. */
const MOST_PARTIES = 3

const POSSESSIVE = /^(?:my|our|his|her|its|their)$/i

/**
 * Settles which vague descriptions are somebody after all, once it is known what they do: those that the article follows,
 * those of whom it tells something forceful, and those that somebody named owns or takes part in, who then stands in their
 * name ("Anna's brother", "talks between India and Russia"). The others stay `vague`.
 */
export function settleVague(
  text: string,
  entities: readonly Entity[],
  mentions: readonly Mention[],
  statements: readonly Statement[],
  relations: readonly Relation[],
): Entity[] {
  const vague = new Set(entities.filter(entity => entity.vague).map(({ id }) => id))
  if (vague.size === 0) return [...entities]
  const named = new Set(mentions.filter(({ kind }) => kind === 'name').map(({ entity }) => entity))
  const names = new Map(entities.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]))
  const owners = ownersOf(text, mentions, vague, names)
  const described = new Map<string, number>()
  const known = new Set<string>()
  const told = new Set<string>()
  for (const { entity, kind, start, end } of mentions) {
    if (kind !== 'nominal' || !vague.has(entity)) continue
    described.set(entity, (described.get(entity) ?? 0) + 1)
    const words = text.slice(start, end)
    if (DEFINITE.test(words) && !OF_THOSE_NAMED.test(words)) known.add(entity)
    // "Terrorising children" tells of no children, nor "holding more people in custody" of any people.
    if (!/^(?:(?:more|fewer|most|such|any) )?(?:\p{L}+s|people|men|women|children|public)$/iu.test(words))
      told.add(entity)
  }
  const claims = new Map<string, number>()
  const parties = new Map<string, Set<string>>()
  const clear = new Set<string>()
  const count = (id: string | null) => {
    if (id !== null && vague.has(id)) claims.set(id, (claims.get(id) ?? 0) + 1)
  }
  for (const { speaker } of statements) count(speaker)
  for (const { subject, object, predicate, modality, negated } of relations) {
    // Where somebody is tells nothing that he does.
    if (!/^(?:located_in|part_of)$/.test(predicate)) {
      count(subject)
      count(object)
    }
    // "Judges can jail parents" tells of no judges and no parents.
    if (FORCEFUL.test(predicate) && modality !== 'possible' && !negated)
      for (const id of [subject, object]) if (GRAVE.test(predicate) || told.has(id)) clear.add(id)
    const party = names.get(subject)
    if (predicate !== 'party_to' || party === undefined || !vague.has(object)) continue
    const own = parties.get(object)
    if (own) own.add(party)
    else parties.set(object, new Set([party]))
  }
  return entities.map(entity => {
    if (!vague.has(entity.id)) return entity
    const name = namedAfter(entity, owners.get(entity.id), [...(parties.get(entity.id) ?? [])])
    if (name === entity.name) return sure(entity)
    if (name !== null) return { ...sure(entity), name, aliases: [entity.name, ...entity.aliases] }
    const followed =
      known.has(entity.id) &&
      !NAMED_SOMEWHERE.test(entity.name) &&
      (described.get(entity.id) ?? 0) >= DESCRIBED &&
      (claims.get(entity.id) ?? 0) >= CLAIMS
    // "Music fans" that keep acting are those of the story.
    const ofAKind = entity.type === 'group' && /\S \S+s$/.test(entity.name) && (described.get(entity.id) ?? 0) >= 2
    const active = ofAKind && (claims.get(entity.id) ?? 0) >= CLAIMS
    const isClear = clear.has(entity.id) && !/(?:^| )person$/i.test(entity.name)
    return followed || active || isClear ? sure(entity) : entity
  })
}

function sure({ vague: _, ...entity }: Entity): Entity {
  return entity
}

/** Whose "his brother" or "the company's board" is: the named entity that the possessor before the description stands for. */
function ownersOf(
  text: string,
  mentions: readonly Mention[],
  vague: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, { owner: string; words: string }> {
  const possessors = new Map<number, Mention>()
  for (const mention of mentions) {
    if (names.has(mention.entity) && isPossessor(text, mention)) possessors.set(mention.start, mention)
  }
  const owners = new Map<string, { owner: string; words: string }>()
  for (const { entity, start, end, kind } of mentions) {
    if (kind !== 'nominal' || !vague.has(entity) || owners.has(entity)) continue
    const possessor = possessors.get(start)
    if (possessor === undefined || possessor.end >= end || possessor.entity === entity) continue
    const words = text.slice(possessor.end, end).replace(/^['’]s? */, '')
    if (possessor.type !== 'person' && KIN.test(words.trim())) continue
    owners.set(entity, { owner: names.get(possessor.entity)!, words: words.trim() })
  }
  return owners
}

const isPossessor = (text: string, { kind, start, end }: Mention): boolean =>
  kind === 'pronoun'
    ? POSSESSIVE.test(text.slice(start, end))
    : kind === 'nominal' && /^['’]s? /.test(text.slice(end, end + 3))

/** One of several of its kind, or one that may come: the words do not say which. */
const ONE_OF_A_SERIES =
  /^(?:(?:very|most) )?(?:first|second|third|fourth|fifth|last|next|final|previous|latest|recent|own|good|usual|alleged|possible|future|\d+(?:st|nd|rd|th))(?: \p{L}+)?$/iu

/** Words of war that anybody's quarrel takes, and people who may be anybody: whose they are tells no more. */
const ANYBODYS =
  /(?:^| )(?:advance|assault|battle|fight|offensive|operation|rally|retreat|strike|war|opponents?|critics?|rivals?|counterparts?|peers?|enem(?:y|ies))$/

function namedAfter(
  { name, type }: Entity,
  owned: { owner: string; words: string } | undefined,
  parties: readonly string[],
): string | null {
  if (ANYBODYS.test(name) || (type === 'event' && /^\d+ /.test(name))) return null
  // Of several deals or matches nobody knows which.
  if (
    type === 'event' &&
    /(?:[^s]s|clashes|losses)$/.test(name.split(' ').at(-1)!) &&
    !/(?:talks|negotiations|discussions)$/.test(name)
  )
    return null
  const onlyOne = type === 'event' && (ONE_OF_MANY.test(name) || ONE_OF_A_SERIES.test(name))
  if (owned !== undefined && !onlyOne) return `${possessive(owned.owner)} ${bareName(owned.words)}`
  if (type !== 'event' || parties.length === 0) return null
  if (parties.length > MOST_PARTIES) return name
  if (parties.length === 1)
    return onlyOne ? null : holds(name, parties[0]!) ? name : `${possessive(parties[0]!)} ${name}`
  if (!BETWEEN.test(name) || ONE_OF_A_SERIES.test(name)) return null
  return `${name} between ${parties.slice(0, -1).join(', ')} and ${parties.at(-1)!}`
}

/** "Mr Lind's row", "talks with Osgil" name a party already. */
const holds = (name: string, party: string): boolean =>
  /^\p{Lu}.*['’]s? /u.test(name) || name.split(' ').includes(party.split(' ').at(-1)!)

const possessive = (name: string): string => (/s$/i.test(name) ? `${name}'` : `${name}'s`)
