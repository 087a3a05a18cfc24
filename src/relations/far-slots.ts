import { childBy, childrenBy } from '../util/tree.ts'
import { actorsOf, actorsUnder, casesOf, isModifier } from './actors.ts'
import { complements, isVerb, objectToken, surfaceSubject } from './clause.ts'
import type { Trigger } from './ontology.ts'
import { around, withCase } from './prepositions.ts'
import { type Actor, lemmaAt, type Scene } from './scene.ts'
import type { Match } from './trigger-match.ts'

const some = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value])

/** Who does what the noun goes along with ("fled with help from"). */
export function sentenceSubject(scene: Scene, index: number): number[] {
  const { tree } = scene
  for (let i = index, steps = 0; i >= 0 && steps < 6; i = tree.tokens[i]!.head, steps++) {
    if (i !== index && isVerb(scene, i)) return some(surfaceSubject(scene, i))
  }
  return []
}

/** Who says or does something at an event: "A said at a meeting with B". */
export function attendants(scene: Scene, event: number): Actor[] {
  const { tokens } = scene.tree
  const occasion = casesOf(scene, event).some(word => /^(?:at|during|after|following|in)$/.test(word))
  let verb = occasion ? tokens[event]!.head : -1
  while (verb >= 0 && !isVerb(scene, verb)) verb = tokens[verb]!.head
  if (verb < 0) return []
  const { start } = tokens[verb]!
  const told = scene.statements.find(({ cue }) => cue !== null && cue[0] <= start && start < cue[1])
  const speaker = told?.speaker == null ? undefined : scene.cast.entities.get(told.speaker)
  if (speaker !== undefined) return [{ entity: speaker.id, type: speaker.type, token: verb }]
  return some(surfaceSubject(scene, verb)).flatMap(subject => actorsOf(scene, subject, 'organ'))
}

/** What is given, not who is given to. */
const isGoods = (scene: Scene, index: number): boolean =>
  /^(?:troops?|forces?|soldiers?|inspectors?|peacekeepers?|experts?|prisoners?|monitors?|observers?)$/.test(
    lemmaAt(scene, index),
  )

/** "were killed in an air strike by A", "… in a clash with A": whose deed the event was in which something happened. */
export function eventDoers(scene: Scene, verb: number): number[] {
  const { tree, ontology } = scene
  for (const event of ['in', 'during', 'by', 'from'].flatMap(word => withCase(scene, verb, word))) {
    const triggers = ontology.triggers.get(lemmaAt(scene, event)) ?? []
    if (!triggers.some(({ kind, row }) => kind === 'noun' && row.category === 'conflict')) continue
    const modifiers = tree.children[event]!.filter(child => child < event && isModifier(scene, child))
    const doers = ['by', 'with'].flatMap(word => around(scene, nounMatch(triggers, event), word))
    const found = [...doers, ...childrenBy(tree, event, 'nmod:poss'), ...modifiers.reverse()]
    if (found.length > 0) return found.slice(0, 1)
  }
  return []
}

const nounMatch = (triggers: readonly Trigger[], anchor: number): Match => ({
  trigger: triggers.find(({ kind }) => kind === 'noun')!,
  anchor,
  noun: undefined,
  prepositions: [],
})

/** "threatened to leave unless B paid": whom the condition is set. */
export function conditionSubjects(scene: Scene, verb: number): number[] {
  const { tokens } = scene.tree
  for (let i = verb + 1; i < tokens.length; i++) {
    const { form, deprel, head } = tokens[i]!
    if (/^(?:if|unless)$/i.test(form) && deprel === 'mark' && head > i) return some(surfaceSubject(scene, head))
  }
  return []
}

/** Whom a promise or a refusal is for, the clause says outright. */
const NEAR = /^(?:promised|rejected)$/

/** "did threaten, scoring tries through B": a participle set off by a comma tells what else was done. */
function isAside({ tree: { tokens, first } }: Scene, anchor: number, clause: number): boolean {
  const start = first[clause]!
  const opening = tokens[start]?.form === ',' ? start + 1 : start
  return opening > anchor + 1 && tokens[opening]?.tag === 'VBG' && tokens[opening - 1]?.form === ','
}

/** The actors that a complement clause acts on: another's subject, then objects, then whatever it names. */
export function complementActors(scene: Scene, match: Match, skip: ReadonlySet<string>): Actor[] {
  const { anchor, noun } = match
  const near = NEAR.test(match.trigger.row.predicate)
  const owner = near ? 'none' : 'any'
  const clauses = [...complements(scene, anchor), ...(noun === undefined ? [] : complements(scene, noun))]
  for (const clause of clauses) {
    const { deprel } = scene.tree.tokens[clause]!
    if (deprel === 'advcl' && !childrenBy(scene.tree, clause, 'mark').some(mark => lemmaAt(scene, mark) === 'to'))
      continue
    if (isAside(scene, anchor, clause)) continue
    const subject = childBy(scene.tree, clause, 'nsubj')
    const others =
      subject === undefined ? [] : actorsOf(scene, subject, 'organ').filter(actor => !skip.has(actor.entity))
    if (others.length > 0) return others
    const given = objectToken(scene, clause)
    const receivers = ['to', 'with', 'from', 'against']
      .flatMap(word => [clause, ...some(given)].flatMap(place => withCase(scene, place, word)))
      .flatMap(token => actorsOf(scene, token, owner))
      .filter(actor => !skip.has(actor.entity) && actor.type !== 'event')
    const object = given
    const objects =
      object === undefined
        ? []
        : actorsOf(scene, object, owner).filter(actor => !skip.has(actor.entity) && actor.type !== 'event')
    if (objects.length > 0 && (receivers.length === 0 || !isGoods(scene, object!))) return objects
    if (receivers.length > 0) return receivers
    if (near) continue
    const under = actorsUnder(scene, clause, skip)
    if (under.length > 0) return under
  }
  return []
}
