import { childBy, childrenBy } from '../util/tree.ts'
import { actorsOf, antecedentOf, isModifier, ownersOf } from './actors.ts'
import { agentToken, complements, doer, isPassive, objectToken, supportSubject, surfaceSubject } from './clause.ts'
import { attendants, complementActors, conditionSubjects, eventDoers, sentenceSubject } from './far-slots.ts'
import { holderOf, ownersBefore } from './holder.ts'
import type { Slot } from './ontology.ts'
import { around, withCase } from './prepositions.ts'
import { type Actor, actorAt, lemmaAt, type Scene } from './scene.ts'
import type { Match } from './trigger-match.ts'

/** The actors at the first slot that yields any of a type allowed, other than `skip`. */
export function fill(
  scene: Scene,
  match: Match,
  slots: readonly Slot[],
  role: 'subject' | 'object',
  skip: ReadonlySet<string>,
): Actor[] {
  const types = role === 'subject' ? match.trigger.subjectTypes : match.trigger.objectTypes
  for (const slot of slots) {
    const found = actorsAtSlot(scene, match, slot, role, skip)
    const fitting = found.filter(actor => types.has(actor.type) && !skip.has(actor.entity))
    if (fitting.length > 0) return unique(fitting)
    // "an attack on the cost of B's roads": what is behind the words is not touched either.
    if (role === 'object' && match.trigger.row.category === 'conflict' && slot.length === 1) {
      const tokens = slotTokens(scene, match, slot[0]!)
      if (tokens.length > 0 && tokens.every(token => isUntouchable(scene, match, token))) return []
    }
  }
  return []
}

function unique(actors: readonly Actor[]): Actor[] {
  return actors.filter((actor, i) => actors.findIndex(other => other.entity === actor.entity) === i)
}

function actorsAtSlot(
  scene: Scene,
  match: Match,
  slot: Slot,
  role: 'subject' | 'object',
  skip: ReadonlySet<string>,
): Actor[] {
  const [first, ...rest] = slot
  if (first === 'complement') return complementActors(scene, match, skip)
  if (first === 'claimant') return claimants(scene, match)
  if (first === 'attendant') return attendants(scene, match.anchor)
  let tokens = slotTokens(scene, match, first!)
  if (rest.length === 0) {
    if (first === 'compound' && match.trigger.kind === 'role') return ownersBefore(scene, match.anchor)
    const mode = ownerMode(match, first!, role)
    // "Mayor of London, A, B and C": what is ruled stands alone.
    if (match.trigger.kind === 'role' && role === 'object') return tokens.flatMap(token => some(titledAt(scene, token)))
    if (first === 'holder' && match.trigger.kind === 'role')
      return tokens.flatMap(token => holders(scene, match, token))
    if (first === 'compound') return nearestOf(tokens.map(token => actorsOf(scene, token, mode)))
    return tokens.flatMap(token =>
      role === 'object' && isUntouchable(scene, match, token)
        ? []
        : standIns(scene, match, role, token, wholes(scene, match, token, actorsOf(scene, token, mode))),
    )
  }
  for (const step of rest) {
    if (step === 'owner') return tokens.flatMap(token => ownersOrSelf(scene, token))
    if (step === 'possessor') return tokens.flatMap(token => possessorsOrSelf(scene, token))
    tokens = tokens.flatMap(token => withCase(scene, token, step))
  }
  return tokens.flatMap(token => actorsOf(scene, token, 'any'))
}

/** The actor that a word names, or the name under a title ("Ms Duarte"), or what "whose" stands for. */
function titledAt(scene: Scene, token: number): Actor | undefined {
  const own = actorAt(scene, token)
  if (own !== undefined) return own
  const antecedent = antecedentOf(scene, token)
  if (antecedent !== undefined) return actorAt(scene, antecedent)
  return childrenBy(scene.tree, token, 'flat')
    .map(child => actorAt(scene, child))
    .find(actor => actor !== undefined)
}

/** "Syrian government control": the modifier next to the noun says whose. */
const nearestOf = (found: readonly Actor[][]): Actor[] => found.findLast(actors => actors.length > 0) ?? []

/** "Labour leader A and Tory leader B": a title in the singular has one holder, the next name has its own. */
function holders(scene: Scene, { anchor }: Match, token: number): Actor[] {
  const all = actorsOf(scene, token, 'organ')
  return scene.tree.tokens[anchor]!.tag.endsWith('S') ? all : all.slice(0, 1)
}

function claimants(scene: Scene, { anchor }: Match): Actor[] {
  return scene.claimants(scene.tree.tokens[anchor]!.start).flatMap(id => {
    const entity = scene.cast.entities.get(id)
    return entity ? [{ entity: id, type: entity.type, token: anchor }] : []
  })
}

function ownersOrSelf(scene: Scene, token: number): Actor[] {
  const own = actorsOf(scene, token, 'none')
  // "called for the UN meeting" asks nothing of the UN: an event stands for its doers only.
  if (own.some(actor => actor.type === 'event'))
    return ['by', 'of'].flatMap(word => withCase(scene, token, word)).flatMap(of => actorsOf(scene, of, 'any'))
  return own.length > 0 ? own : ownersOf(scene, token)
}

/** "called for B's resignation", "for the resignation of B", "for B to go"; not "for B exit plans". */
function possessorsOrSelf(scene: Scene, token: number): Actor[] {
  const own = actorsOf(scene, token, 'none')
  if (own.some(actor => actor.type === 'event')) return ownersOrSelf(scene, token)
  if (own.length > 0) return own
  return [
    ...childrenBy(scene.tree, token, 'nmod:poss'),
    ...withCase(scene, token, 'of'),
    ...withCase(scene, token, 'by'),
  ].flatMap(owner => actorsOf(scene, owner, 'none'))
}

function ownerMode(match: Match, slot: string, role: 'subject' | 'object'): 'any' | 'organ' | 'none' {
  if (match.trigger.kind === 'role' || slot === 'compound') return 'none'
  if (role === 'subject') return 'organ'
  return match.trigger.owner ? 'any' : 'none'
}

/** "attacked B's record", "fought its plan": force needs somebody or something to touch. */
const isUntouchable = (scene: Scene, { trigger }: Match, token: number): boolean =>
  actorAt(scene, token) === undefined &&
  (trigger.row.predicate === 'investigated'
    ? COMPLAINTS.test(lemmaAt(scene, token))
    : trigger.row.category === 'conflict' && scene.ontology.grammar.abstract.has(lemmaAt(scene, token)))

/** "rebels hold the east of Libya": who has a part of a country has not the country. */
const wholes = (scene: Scene, { trigger }: Match, token: number, found: Actor[]): Actor[] =>
  /^(?:captured|controls)$/.test(trigger.row.predicate) && PARTS.test(lemmaAt(scene, token))
    ? found.filter(actor => actor.token === token || actor.type !== 'state')
    : found

const PARTS =
  /^(?:area|border|centre|center|coast|district|east|half|north|part|province|region|section|south|swath|swathe|territory|third|town|village|west)$/

/** Who complains, and who died, is not the one looked into. */
const COMPLAINTS =
  /^(?:complaint|allegation|accusation|claim|report|concern|fear|death|murder|killing|shooting|disappearance|rape|kidnapping)$/

const OWNERS_OF_EVENTS = { subject: ['by'], object: ['by', 'of'] }

/** "US attacks have killed B", "told a meeting of the council": where an event cannot act or hear, its owner does. */
function standIns(
  scene: Scene,
  { trigger }: Match,
  role: 'subject' | 'object',
  token: number,
  found: Actor[],
): Actor[] {
  const types = role === 'subject' ? trigger.subjectTypes : trigger.objectTypes
  // Who leads an invasion does not lead the land invaded.
  const deed = trigger.kind !== 'role' && trigger.row.category !== 'static'
  if (types.has('event') || !deed || !found.some(actor => actor.type === 'event')) return found
  return ['nmod:poss', 'compound', 'amod', 'nmod:desc']
    .flatMap(relation => childrenBy(scene.tree, token, relation).flatMap(child => actorsOf(scene, child, 'none')))
    .concat(
      OWNERS_OF_EVENTS[role].flatMap(word => withCase(scene, token, word)).flatMap(of => actorsOf(scene, of, 'organ')),
    )
}

/** The tokens at a named place around the trigger. */
function slotTokens(scene: Scene, match: Match, name: string): number[] {
  const { tree } = scene
  const { anchor, noun } = match
  const nominal = noun ?? anchor
  switch (name) {
    case 'subject':
      return some(subjectOf(scene, match))
    case 'object':
      return objectsOf(scene, match)
    case 'iobj':
      return some(childBy(tree, anchor, 'iobj') ?? promoted(scene, anchor))
    case 'support':
      return scene.consumed.has(nominal) ? [] : some(supportSubject(scene, nominal))
    case 'possessor':
      return possessorsOf(scene, nominal)
    case 'compound':
      return tree.children[nominal]!.filter(child => child < nominal && isModifier(scene, child))
    case 'holder':
      return holderOf(scene, anchor)
    case 'name':
      return withCase(scene, anchor, 'of')
    case 'conjunct':
      return conjunctOf(scene, anchor)
    case 'above':
      return some(headOf(scene, headOf(scene, anchor)))
    case 'below':
      return some(headOf(scene, anchor))
    case 'sentence-subject':
      return sentenceSubject(scene, anchor)
    case 'complement-subject':
      return complements(scene, anchor).flatMap(clause => some(surfaceSubject(scene, clause)))
    case 'complement-patient':
      return complements(scene, anchor).flatMap(clause => childrenBy(tree, clause, 'nsubj:pass'))
    case 'event-doer':
      return eventDoers(scene, anchor)
    case 'condition':
      return conditionSubjects(scene, anchor)
    case 'complement-noun':
      return [...childrenBy(tree, anchor, 'xcomp', 'obj'), ...withCase(scene, anchor, 'as')]
    case 'by':
      if (match.trigger.kind === 'verb' && noun === undefined) return some(agentToken(scene, anchor))
      return around(scene, match, 'by')
    default:
      return around(scene, match, name)
  }
}

/** "Ruritania's second city Kesh": what the name's own noun is owned by, owns the description too. */
function possessorsOf(scene: Scene, nominal: number): number[] {
  const own = childrenBy(scene.tree, nominal, 'nmod:poss')
  const { deprel, head } = scene.tree.tokens[nominal]!
  return own.length === 0 && head >= 0 && (deprel === 'compound' || deprel === 'nmod:desc')
    ? childrenBy(scene.tree, head, 'nmod:poss')
    : own
}

const some = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value])

const headOf = (scene: Scene, index: number | undefined): number | undefined => {
  const head = index === undefined ? -1 : scene.tree.tokens[index]!.head
  return head >= 0 ? head : undefined
}

function subjectOf(scene: Scene, { anchor, trigger }: Match): number | undefined {
  const { tokens } = scene.tree
  if (trigger.kind === 'adjective') return describedBy(scene, anchor)
  if (tokens[anchor]!.deprel === 'cop') return surfaceSubject(scene, tokens[anchor]!.head)
  return doer(scene, anchor)
}

/** What an adjective or participle is said of. */
function describedBy(scene: Scene, index: number, depth = 0): number | undefined {
  const { tree } = scene
  const token = tree.tokens[index]!
  const subject = childBy(tree, index, 'nsubj')
  if (subject !== undefined) return subject
  const expletive = childBy(tree, index, 'expl')
  if (expletive !== undefined && scene.heads[expletive] !== undefined) return expletive
  if (token.head < 0 || depth > 4) return undefined
  if (token.deprel === 'amod' || token.deprel === 'acl' || token.deprel === 'acl:relcl') return token.head
  if (token.deprel === 'conj') return describedBy(scene, token.head, depth + 1)
  return surfaceSubject(scene, index)
}

function objectsOf(scene: Scene, match: Match): number[] {
  const { anchor, prepositions } = match
  const direct = objectToken(scene, anchor)
  if (direct !== undefined) return [direct]
  for (const preposition of prepositions) {
    const after = withCase(scene, anchor, preposition)
    if (after.length > 0) return after
  }
  return []
}

/** "B was denied visas": the receiver that a passive made its subject. */
function promoted(scene: Scene, verb: number): number | undefined {
  return isPassive(scene, verb) && childBy(scene.tree, verb, 'obj') !== undefined
    ? surfaceSubject(scene, verb)
    : undefined
}

function conjunctOf(scene: Scene, index: number): number[] {
  const { tree } = scene
  const token = tree.tokens[index]!
  return token.deprel === 'conj' && token.head >= 0 ? [token.head] : []
}
