import type { Span } from '../types.ts'
import { childrenBy } from '../util/tree.ts'
import { casesOf } from './actors.ts'
import { isPassive } from './clause.ts'
import { codeOf } from './code.ts'
import type { Draft } from './draft.ts'
import { matchTrigger, tellsOfDeed } from './match.ts'
import { type Reading, readModality, readStatic } from './modality.ts'
import type { Trigger } from './ontology.ts'
import { type Actor, actorAt, lemmaAt, type Scene } from './scene.ts'
import { isJoined } from './shared-events.ts'
import { fill } from './slots.ts'
import type { Match } from './trigger-match.ts'

/** A trigger's words are shown together when they stand at most this many tokens apart. */
const CLOSE = 8

/** So many may face each other. */
const SIDES = 3

/** All relations that the ontology's triggers find in a sentence. */
export function readTriggers(scene: Scene): Draft[] {
  const { tree } = scene
  if (!scene.ontology.answers && standsAlone(scene)) return []
  const matches: Match[] = []
  for (let i = 0; i < tree.tokens.length; i++) {
    const triggers = triggersAt(scene, i)
    if (triggers === undefined) continue
    const namesSomebody = isWithinName(scene, i)
    const deed = tellsOfDeed(scene, i)
    for (const trigger of triggers) {
      if (trigger.kind === 'verb' && !deed) continue
      if (trigger.kind === 'noun' && trigger.row.category !== 'static' && namesSomebody) continue
      const match = matchTrigger(scene, trigger, i)
      if (match !== undefined) matches.push(match)
    }
  }
  const particles = new Map<number, number>()
  for (const match of matches)
    particles.set(match.anchor, Math.max(particles.get(match.anchor) ?? 0, particlesOf(match)))
  // Light-verb frames first: the noun that they took does not speak a second time through its verb.
  matches.sort((a, b) => Number(b.noun !== undefined) - Number(a.noun !== undefined))
  const drafts: Draft[] = []
  const framed = new Set<string>()
  const refused = new Set(matches.flatMap(({ trigger, anchor }) => (trigger.clauseVerbs.size > 0 ? [anchor] : [])))
  for (const match of matches) {
    // "joined forces" is no joining: the verb with its particle means something of its own.
    const bare = match.trigger.kind === 'verb' && match.noun === undefined
    if (bare && particlesOf(match) < particles.get(match.anchor)!) continue
    // "refused to let": the row that names the clause's verb knows better than the one that takes any clause.
    if (refused.has(match.anchor) && match.trigger.clause !== null && match.trigger.clauseVerbs.size === 0) continue
    const found = relate(scene, match)
    if (found.length > 0 && match.noun !== undefined) scene.consumed.add(match.noun)
    for (const draft of found) {
      // "refused B access": to refuse it access is not to refuse it as well.
      const pair = `${match.anchor} ${draft.subject} ${draft.object}`
      if (bare && draft.row.predicate === 'rejected' && framed.has(pair)) continue
      if (!bare) framed.add(pair)
      drafts.push(draft)
    }
  }
  return drafts
}

/** Whether a sentence has one actor only, so that there is nobody to do anything to. */
function standsAlone(scene: Scene): boolean {
  let only: string | undefined
  for (let i = 0; i < scene.tree.tokens.length; i++) {
    const entity = actorAt(scene, i)?.entity
    if (entity === undefined || entity === only) continue
    if (only !== undefined) return false
    only = entity
  }
  return true
}

/** What a token may set off, by its lemma; participles and gerunds also by their own form ("allied", "fighting"). */
function triggersAt(scene: Scene, index: number): readonly Trigger[] | undefined {
  const { triggers } = scene.ontology
  const { form, tag } = scene.tree.tokens[index]!
  const lemma = lemmaAt(scene, index)
  const byLemma = triggers.get(lemma)
  if (tag !== 'VBN' && tag !== 'VBD' && tag !== 'VBG') return byLemma
  const own = form.toLowerCase()
  const byForm = own === lemma ? undefined : triggers.get(own)
  return byLemma !== undefined && byForm !== undefined ? [...byLemma, ...byForm] : (byLemma ?? byForm)
}

/** The "Aid" of "Band Aid" names a band. */
const isWithinName = ({ covers, tree: { tokens } }: Scene, index: number): boolean =>
  covers[index]?.kind === 'name' && covers[index].type !== 'event' && tokens[index]!.upos === 'PROPN'

/** How many words beside the verb, prepositions aside, the match took. */
const particlesOf = ({ trigger, prepositions }: Match): number =>
  trigger.kind === 'verb' ? trigger.extra.length - prepositions.length : 0

function relate(scene: Scene, match: Match): Draft[] {
  const { trigger, anchor } = match
  const filled = fill(scene, match, trigger.subject, 'subject', new Set())
  // Titles say something of people with names: "officials" represent nobody in particular; "supporters of B" support B.
  const crowds = /^(?:supported|opposed)$/.test(trigger.row.predicate) && !isSuspected(scene, anchor)
  const subjects =
    trigger.kind === 'role'
      ? filled.filter(({ entity, type }) => scene.cast.named.has(entity) || (crowds && type === 'group'))
      : filled
  const pairs = pairUp(scene, match, subjects).filter(
    pair =>
      !isExpansion(scene, pair[0], pair[1]) &&
      !isExpansion(scene, pair[1], pair[0]) &&
      !isOtherName(scene, match, pair[0]) &&
      !isAcross(scene, match, pair) &&
      !isListed(scene, match, pair) &&
      !isAnswered(scene, match, pair[0]) &&
      !isOurSide(scene, match, pair[1]) &&
      (!trigger.named || pair.every(({ token }) => /^\p{Lu}/u.test(scene.tree.tokens[token]!.form))) &&
      (!trigger.shared || pair.every(({ type, token }) => type !== 'event' || isJoined(scene, token))),
  )
  if (pairs.length === 0) return []
  const isStatic = (trigger.kind === 'role' && !isPredicate(scene, anchor)) || trigger.kind === 'adverb'
  const reading = isStatic ? readStatic(scene, anchor) : readModality(scene, anchor)
  if (reading.untold || isSupposed(scene, match)) return []
  if (trigger.when !== null && reading.negated !== (trigger.when === 'negated')) return []
  return pairs.map(([subject, object]) => draft(scene, match, subject, object, reading))
}

/** "suspected opponents of B" may oppose nobody. */
const isSuspected = (scene: Scene, role: number): boolean =>
  childrenBy(scene.tree, role, 'amod').some(word =>
    /^(?:alleged|perceived|potential|presumed|suspected|supposed|would-be)$/i.test(scene.tree.tokens[word]!.form),
  )

/** "the Harbour Safety Agency (HSA)": a name and its own short form in brackets. */
function isExpansion({ heads, covers, tree: { tokens } }: Scene, long: Actor, short: Actor): boolean {
  const first = heads[long.token] ?? covers[long.token]
  const second = heads[short.token] ?? covers[short.token]
  if (first === undefined || second === undefined || long.type !== short.type) return false
  const opening = tokens.findIndex(({ start }) => start >= first.end)
  const closing = tokens.find(({ start }) => start >= second.end)
  return tokens[opening]?.form === '(' && tokens[opening + 1]?.start === second.start && closing?.form === ')'
}

/** "Kesh Air and Norvania Airlines": the last word of one name describes no other. */
function isOtherName({ covers, heads }: Scene, { trigger, anchor }: Match, subject: Actor): boolean {
  const cover = covers[anchor]
  if (trigger.kind !== 'role' || cover?.kind !== 'name' || cover.type !== 'group') return false
  return heads[subject.token] !== cover && covers[subject.token] !== cover
}

/** "… killed ten, witnesses said", "… at the hall, the Kesh news agency reported": who says it takes no part in it. */
function isAcross({ tree, statements }: Scene, { trigger, anchor }: Match, [subject, object]: [Actor, Actor]): boolean {
  const at = (token: number): number => tree.tokens[token]!.start
  const [told, teller] = trigger.kind === 'role' ? [subject.token, anchor] : [anchor, object.token]
  const within = (content: readonly Span[], token: number): boolean => content.some(span => holds(span, at(token)))
  return statements.some(
    ({ source, cue, content }) =>
      (source !== null && holds(source, at(teller)) && within(content, told)) ||
      // Nobody in what is said says it.
      (cue !== null && trigger.kind === 'verb' && holds(cue, at(anchor)) && within(content, subject.token)),
  )
}

const holds = ([start, end]: Span, offset: number): boolean => start <= offset && offset < end

/** "shrugged off claims from B that he had lied": in what is denied, the one who claims it is not meant. */
function isAnswered(
  { tree: { tokens }, heads, ontology }: Scene,
  { anchor }: Match,
  { token, entity }: Actor,
): boolean {
  if (heads[token]?.kind !== 'pronoun') return false
  const { head: claim, deprel } = tokens[anchor]!
  if (!/^acl/.test(deprel) || !CLAIMS.test(tokens[claim]!.lemma)) return false
  const answer = tokens[tokens[claim]!.head]
  const denies =
    answer !== undefined &&
    (ontology.grammar.denials.has(answer.lemma) || /^(?:shrug|brush|face|counter)$/.test(answer.lemma))
  return denies && heads.some((mention, i) => mention?.entity === entity && i > claim && i < token)
}

/** "They attacked us," a spokesman said: those he speaks for were, not he. */
const isOurSide = ({ heads, tree: { tokens } }: Scene, { trigger }: Match, { token, type }: Actor): boolean =>
  type === 'person' &&
  trigger.row.category === 'conflict' &&
  heads[token]?.kind === 'pronoun' &&
  /^(?:us|ourselves)$/i.test(tokens[token]!.form)

const CLAIMS = /^(?:accusation|allegation|assertion|charge|claim|complaint|criticism|jibe|report|suggestion)$/

/** "we would say to B": words that nobody has spoken. */
const isSupposed = (scene: Scene, { trigger, anchor }: Match): boolean =>
  trigger.row.predicate === 'told' &&
  childrenBy(scene.tree, anchor, 'aux').some(aux => /^(?:would|['’]d|might|could)$/i.test(scene.tree.tokens[aux]!.form))

/** "a panel including B met": nobody does anything with a body that they are listed in. */
function isListed({ tree: { tokens } }: Scene, { trigger }: Match, [a, b]: [Actor, Actor]): boolean {
  // "the killing of civilians - including nuns - by the army" has two sides; a meeting has one.
  if (!trigger.row.symmetric && !trigger.row.reciprocal) return false
  const between = tokens.slice(Math.min(a.token, b.token) + 1, Math.max(a.token, b.token))
  const listing = between.findIndex(
    ({ form }, i) =>
      /^including$/i.test(form) ||
      (/^such$/i.test(form) && between[i + 1]?.form === 'as') ||
      (/^among$/i.test(form) && between[i + 1]?.form === 'them'),
  )
  return listing >= 0 && !between.some(({ upos, form }) => upos === 'VERB' && !/^including$/i.test(form))
}

/** "will be president", "will succeed her as president": the verb says whether and when. */
const isPredicate = ({ tree: { tokens, children } }: Scene, role: number): boolean =>
  tokens[role]!.deprel === 'xcomp' ||
  (tokens[role]!.deprel === 'obj' && tokens[tokens[role]!.head]?.lemma === 'become') ||
  children[role]!.some(child => tokens[child]!.deprel === 'cop' || /^as$/i.test(tokens[child]!.form))

function pairUp(scene: Scene, match: Match, subjects: readonly Actor[]): [Actor, Actor][] {
  const { trigger } = match
  const { symmetric, reciprocal } = trigger.row
  const fits = (a: Actor, b: Actor): boolean => a.entity !== b.entity && (!trigger.sameType || sameType(a, b))
  if (trigger.together !== true) {
    const skip = new Set(subjects.map(actor => actor.entity))
    const objects = fill(scene, match, trigger.object, 'object', skip)
    // "talks between A and B": the two are both ends.
    const facing = subjects.length === 0 && !casesOf(scene, objects[0]?.token ?? match.anchor).includes('with')
    if (symmetric && objects.length > 1 && (facing || isBetween(scene, objects)))
      // Of a long list nobody can tell who faces whom.
      return objects.length > SIDES ? [] : pairsWithin(objects).filter(([a, b]) => fits(a, b))
    const pairs = subjects.flatMap(subject => objects.map((object): [Actor, Actor] => [subject, object]))
    const fitting = pairs.filter(([subject, object]) => fits(subject, object) && wordsFit(scene, trigger, subject))
    if (fitting.length > 0) return fitting
  }
  // "A and B ended the war" does not say against whom.
  if (trigger.kind === 'role' || trigger.kind === 'noun' || trigger.together === false) return []
  if (!symmetric && !reciprocal && trigger.together !== true) return []
  // "is partnered by A or B" does not pair A with B.
  if (isPassive(scene, match.anchor) && trigger.together !== true) return []
  const within = pairsWithin(subjects.filter(actor => trigger.objectTypes.has(actor.type))).filter(([a, b]) =>
    fits(a, b),
  )
  return reciprocal || (trigger.together && !symmetric)
    ? within.flatMap(([a, b]): [Actor, Actor][] => [
        [a, b],
        [b, a],
      ])
    : within
}

const isBetween = (scene: Scene, actors: readonly Actor[]): boolean =>
  scene.tree.tokens
    .slice(Math.max(0, actors[0]!.token - 4), actors[0]!.token)
    .some(token => token.form.toLowerCase() === 'between')

const pairsWithin = (actors: readonly Actor[]): [Actor, Actor][] =>
  actors.flatMap((a, i) => actors.slice(i + 1).map((b): [Actor, Actor] => [a, b]))

const sameType = (a: Actor, b: Actor): boolean => a.type === b.type

function wordsFit(scene: Scene, { subjectWords }: Trigger, subject: Actor): boolean {
  if (subjectWords.size === 0) return true
  const mention = scene.covers[subject.token]
  return scene.tree.tokens.some(
    ({ start, end, lemma }, i) =>
      (i === subject.token || (mention !== undefined && start >= mention.start && end <= mention.end)) &&
      subjectWords.has(lemma.toLowerCase()),
  )
}

function draft(scene: Scene, match: Match, subject: Actor, object: Actor, reading: Reading): Draft {
  const { trigger, anchor } = match
  const negated = reading.negated && trigger.when !== 'negated'
  // "supporters of B" are who they are; no deed of theirs is told.
  const described = trigger.kind === 'role' && !scene.cast.named.has(subject.entity)
  return {
    row: trigger.row,
    subject: subject.entity,
    object: object.entity,
    anchor,
    trigger: triggerSpan(scene, match),
    negated,
    modality: reading.modality,
    code: described ? null : codeOf(scene, trigger, subject, { ...reading, negated }),
  }
}

function triggerSpan(scene: Scene, { anchor, noun }: Match): Span {
  const { tokens } = scene.tree
  const far = noun === undefined || Math.abs(noun - anchor) > CLOSE
  const [first, last] = far ? [anchor, anchor] : [Math.min(anchor, noun), Math.max(anchor, noun)]
  return [tokens[first]!.start, tokens[last]!.end]
}
