import { childBy, childrenBy } from '../util/tree.ts'
import { actorsOf, casesOf, isModifier } from './actors.ts'
import { isPassive } from './clause.ts'
import type { Draft } from './draft.ts'
import { readModality, readStatic } from './modality.ts'
import type { Row, StructureName } from './ontology.ts'
import { type Actor, actorAt, lemmaAt, type Scene } from './scene.ts'
import { isShared } from './shared-events.ts'
import { fill } from './slots.ts'
import type { Match } from './trigger-match.ts'

/** Events that are where they are "of" or "for": the battle of Kesh. */
const LOCAL_EVENTS = new Set([
  'battle',
  'siege',
  'fight',
  'fighting',
  'bombing',
  'bombardment',
  'massacre',
  'war',
  'conflict',
  'crisis',
])

/** Standing relations that a sentence's structure tells without a word for them: possessors, appositions, "such as". */
export function readStructures(scene: Scene): Draft[] {
  const drafts: Draft[] = []
  const { structures } = scene.ontology
  const add = (name: StructureName, subject: Actor, object: Actor): void => {
    const row = structures.get(name)
    if (row !== undefined && subject.entity !== object.entity) drafts.push(standing(row, subject, object))
  }
  for (let i = 0; i < scene.tree.tokens.length; i++) {
    if (scene.heads[i] === undefined) continue
    const actor = actorAt(scene, i)!
    readOwners(scene, actor, add)
    readExamples(scene, actor, add)
    readPlaces(scene, actor, add)
  }
  return [...drafts, ...readEventWords(scene)]
}

type Add = (name: StructureName, subject: Actor, object: Actor) => void

const standing = (row: Row, subject: Actor, object: Actor): Draft => ({
  row,
  subject: subject.entity,
  object: object.entity,
  anchor: subject.token,
  trigger: null,
  negated: false,
  modality: 'actual',
  code: null,
})

/** "the Echo's Ana Duarte", "Norvania's Karl Weiss", "the ministry's press office". */
function readOwners(scene: Scene, actor: Actor, add: Add): void {
  if (actor.type !== 'person' && actor.type !== 'group') return
  if (isModifier(scene, actor.token) || goesOn(scene, actor.token)) return
  for (const child of childrenBy(scene.tree, actor.token, 'nmod:poss')) {
    if (scene.tree.tokens[child]!.upos === 'PRON') continue
    const owner = actorAt(scene, child)
    if (owner === undefined || scene.covers[child]?.kind !== 'name' || !isBeside(scene, child, actor.token)) continue
    if (actor.type === 'person') {
      const owns = owner.type === 'group' || owner.type === 'state'
      if (scene.heads[actor.token]!.kind === 'name' && owns) add("person's group", actor, owner)
    } else if (owner.type === 'group') {
      // "the ministry's press office", not "the union's critics".
      const { organs, units } = scene.ontology.grammar
      const lemma = lemmaAt(scene, actor.token)
      if (organs.has(lemma) || units.has(lemma)) add('owned group', actor, owner)
    } else if (owner.type === 'state' && scene.heads[actor.token]!.kind === 'name') add("person's group", actor, owner)
  }
}

/** "Yukos' parent company, the Menatep Group": only what follows the possessive at once is owned. */
function isBeside(scene: Scene, owner: number, owned: number): boolean {
  const { tokens } = scene.tree
  const mention = scene.heads[owned]
  const marker = tokens.findIndex((token, i) => i > owner && token.tag === 'POS')
  return (
    mention !== undefined &&
    marker >= 0 &&
    marker < owned &&
    (tokens[marker]!.end > mention.start || tokens[marker + 1]!.start >= mention.start)
  )
}

/** "Russia's UN ambassador": the noun phrase goes on after the name, so the possessor is not the name's. */
function goesOn(scene: Scene, index: number): boolean {
  const next = scene.tree.tokens[index + 1]
  return (next?.upos === 'NOUN' || next?.upos === 'PROPN') && scene.covers[index + 1] !== scene.heads[index]
}

const BODIES =
  /^(?:agency|alliance|army|bloc|body|brigade|coalition|faction|force|gang|group|insurgent|institution|militant|militia|movement|network|opposition|organisation|organization|party|power|rebel|unit)$/

/** "armed groups such as the Hawks". */
function readExamples(scene: Scene, actor: Actor, add: Add): void {
  if (actor.type !== 'group' || scene.heads[actor.token]!.kind !== 'nominal') return
  // To be one of "firms" says nothing, nor of "rival carmakers".
  if (!BODIES.test(lemmaAt(scene, actor.token))) return
  if (!childrenBy(scene.tree, actor.token, 'amod', 'compound', 'nmod', 'acl').some(child => child < actor.token)) return
  for (const child of childrenBy(scene.tree, actor.token, 'nmod')) {
    const cases = casesOf(scene, child)
    if (!cases.includes('such') && !cases.includes('including') && !cases.includes('like')) continue
    for (const example of actorsOf(scene, child, 'none'))
      if (example.type === 'group' && scene.cast.named.has(example.entity)) add('such as', example, actor)
  }
}

/** "Kesh, Ruritania", "Kesh in Ruritania", "the talks in Kesh". */
function readPlaces(scene: Scene, actor: Actor, add: Add): void {
  if (actor.type !== 'place' && actor.type !== 'event') return
  const { tree } = scene
  for (const child of childrenBy(tree, actor.token, 'nmod', 'appos', 'list')) {
    if (child < actor.token) continue
    const place = actorAt(scene, child)
    if (place === undefined || (place.type !== 'place' && place.type !== 'state')) continue
    const cases = casesOf(scene, child)
    const inside = cases.includes('in') || cases.includes('at')
    const local =
      actor.type === 'event' &&
      place.type === 'place' &&
      (cases.includes('of') || cases.includes('for')) &&
      LOCAL_EVENTS.has(lemmaAt(scene, actor.token))
    const comma =
      actor.type === 'place' &&
      cases.length === 0 &&
      tree.tokens[child]!.upos === 'PROPN' &&
      followsComma(scene, child) &&
      // "between Kesh, the Old Harbour and Norvania" lists places.
      (place.type === 'state' || (childBy(tree, child, 'det') === undefined && !isListed(scene, child))) &&
      scene.heads[actor.token]!.kind === 'name'
    if (inside || local || comma) add('place in place', actor, place)
  }
}

/** "in Kesh, [Old Harbour] and Sund": a list of places, which a parser takes for an apposition. */
const isListed = ({ tree }: Scene, index: number): boolean =>
  tree.tokens.slice(index + 1, tree.last[index]! + 1).some(({ deprel, upos }) => deprel === 'conj' && upos === 'PROPN')

const followsComma = ({ tree }: Scene, index: number): boolean => {
  const first = tree.first[index]!
  return tree.tokens[first]?.form === ',' || tree.tokens[first - 1]?.form === ','
}

/** An event's own words name who takes part: "the army's operation", "talks between A and B". */
function readEventWords(scene: Scene): Draft[] {
  const drafts: Draft[] = []
  for (const { row, slots } of scene.ontology.eventRows) {
    for (let i = 0; i < scene.tree.tokens.length; i++) {
      const event = scene.heads[i] === undefined ? undefined : actorAt(scene, i)
      if (event?.type !== 'event' || isModifier(scene, i) || !isShared(scene, i)) continue
      // "its operations in Asia" are a firm's business.
      if (scene.tree.tokens[i]!.form.toLowerCase() === 'operations') continue
      const match: Match = { trigger: eventTrigger(row), anchor: i, noun: undefined, prepositions: [] }
      for (const party of fill(scene, match, slots, 'subject', new Set([event.entity])))
        if (
          !isPlaced(scene, party, i) &&
          !isClass(scene, party) &&
          !isApart(scene, party, i) &&
          !isName(scene, party, i)
        )
          drafts.push({
            ...standing(row, party, event),
            negated: readStatic(scene, i).negated,
            modality: readModality(scene, i).modality,
          })
    }
  }
  return drafts
}

/** "the women's race" says what kind of race it is. */
const isClass = (scene: Scene, party: Actor): boolean =>
  /^(?:man|woman|boy|girl|junior|senior|child|people)$/.test(lemmaAt(scene, party.token)) &&
  scene.tree.tokens[party.token + 1]?.tag === 'POS'

/** "put the dispute behind it, with support from B": past a comma or another verb the words are not the event's own. */
const isApart = (scene: Scene, party: Actor, event: number): boolean => {
  const between = scene.tree.tokens.slice(event + 1, Math.max(event + 1, party.token))
  const joined = between.some(({ form }) => /^(?:between|and)$/i.test(form))
  return !joined && between.some(({ form, upos }) => form === ',' || upos === 'VERB')
}

/** "was branded a retreat by B": who gives the event its name took no part in it. */
function isName(scene: Scene, party: Actor, event: number): boolean {
  const { deprel, head } = scene.tree.tokens[event]!
  return (
    (deprel === 'obj' || deprel === 'xcomp') &&
    isPassive(scene, head) &&
    /^(?:brand|call|describe|dub|label|name|term)$/.test(lemmaAt(scene, head)) &&
    casesOf(scene, party.token).includes('by')
  )
}

/** "Ruritania's war": the state's name says where. */
const isPlaced = (scene: Scene, party: Actor, event: number): boolean =>
  party.type === 'state' &&
  scene.tree.tokens[party.token]!.deprel === 'nmod:poss' &&
  scene.ontology.grammar.territorial.has(lemmaAt(scene, event))

const ACTORS = new Set(['person', 'state', 'group'] as const)

const eventTrigger = (row: Row): Match['trigger'] => ({
  row,
  kind: 'noun',
  extra: [],
  with: [],
  subject: [],
  object: [],
  subjectTypes: ACTORS,
  objectTypes: new Set(['event']),
  subjectWords: new Set(),
  clauseVerbs: new Set(),
  code: null,
  armed: null,
  planned: null,
  refused: null,
  clause: null,
  deed: null,
  when: null,
  together: null,
  passive: false,
  participle: false,
  sameType: false,
  owner: false,
  purpose: true,
  named: false,
  whole: false,
  shared: false,
})
