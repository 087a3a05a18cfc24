import { baseRelation, childrenBy, isUnder } from '../util/tree.ts'
import { antecedentOf, casesOf } from './actors.ts'
import { isVerb, objectToken, supportVerb } from './clause.ts'
import { lemmaAt, type Scene } from './scene.ts'
import type { Match } from './trigger-match.ts'

/** Nominals with a preposition: under the trigger, its light verb or its object, since parsers err on where they hang. */
export function around(scene: Scene, match: Match, preposition: string): number[] {
  const { anchor, noun, trigger } = match
  const places = [anchor]
  if (noun !== undefined) places.unshift(noun)
  else if (trigger.kind === 'verb') places.push(...[objectToken(scene, anchor)].filter(isToken))
  else if (trigger.kind === 'noun')
    places.push(...[supportVerb(scene, anchor) ?? governingVerb(scene, anchor, preposition)].filter(isToken))
  for (const place of places) {
    const found = withCase(scene, place, preposition)
    if (found.length > 0) return found
  }
  if (trigger.kind === 'noun') {
    const next = rightAfter(scene, anchor, preposition)
    if (next !== undefined) return [next]
    const agent = preposition === 'by' ? afterInsertion(scene, anchor) : undefined
    if (agent !== undefined) return [agent]
  }
  const under = below(scene, noun ?? anchor, preposition)
  if (under.length > 0 || (noun === undefined && trigger.kind === 'verb')) return under
  return FAR_PREPOSITIONS.has(preposition)
    ? farther(scene, noun === undefined ? anchor : Math.max(anchor, noun), anchor, preposition)
    : []
}

/** "the killing of nuns - ten in all - by A": the doer stands after what was put between. */
function afterInsertion(scene: Scene, noun: number): number | undefined {
  const { tokens } = scene.tree
  for (let i = noun + 2; i < tokens.length && i <= noun + 18; i++) {
    const { upos, form, deprel, head } = tokens[i]!
    if (upos === 'VERB' && !/^including$/i.test(form)) return undefined
    const closed = /^(?:-|--|–|—|\)|-RRB-)$/.test(tokens[i - 1]!.form)
    if (closed && form.toLowerCase() === 'by' && deprel === 'case' && head > i) return head
  }
  return undefined
}

/** Prepositions that tell their role well enough to be looked for anywhere after the predicate in its clause. */
const FAR_PREPOSITIONS = new Set(['against', 'with', 'between', 'from', 'on', 'to', 'into', 'towards', 'toward'])

function farther(scene: Scene, from: number, anchor: number, preposition: string): number[] {
  const { tree } = scene
  for (let i = from + 1; i < tree.tokens.length && i <= tree.last[anchor]! && i <= from + 14; i++) {
    if (tree.tokens[i]!.upos === 'VERB' && tree.tokens[i]!.deprel !== 'amod') return []
    if (tree.tokens[i]!.deprel !== 'case' || tree.tokens[i]!.form.toLowerCase() !== preposition) continue
    const noun = tree.tokens[i]!.head
    if (noun > i && isUnder(tree, noun, anchor)) return [noun]
  }
  return []
}

/** "talks were held between …": a verb that governs the noun may carry its preposition, save "of" and "by". */
function governingVerb(scene: Scene, noun: number, preposition: string): number | undefined {
  const token = scene.tree.tokens[noun]!
  if (preposition === 'of' || preposition === 'by' || preposition === 'in' || preposition === 'to' || token.head < 0)
    return undefined
  return /^(?:obj|nsubj|nsubj:pass)$/.test(token.deprel) && isVerb(scene, token.head) ? token.head : undefined
}

/** A preposition one noun further down ("an attack in the north on B"). */
function below(scene: Scene, noun: number, preposition: string): number[] {
  return childrenBy(scene.tree, noun, 'nmod').flatMap(child => withCase(scene, child, preposition))
}

const TWINS: Record<string, readonly string[]> = {
  on: ['upon'],
  towards: ['toward'],
  into: ['in'],
  against: ['versus'],
}

/** "because of the war", "according to the Times": words of several parts mean neither of their parts. */
const LONGER =
  /^(?:according|because|instead|ahead|regardless|irrespective|outside|due|owing|thanks|prior|next|close|contrary|up|as|such|apart|aside|away|along) /

/** Dependents of a token that have a preposition; relative "with which" gives the antecedent. */
export function withCase(scene: Scene, index: number, preposition: string): number[] {
  const { tree } = scene
  const found = tree.children[index]!.filter(child => {
    const relation = baseRelation(tree.tokens[child]!)
    if (relation !== 'obl' && relation !== 'nmod' && relation !== 'advmod' && relation !== 'xcomp') return false
    const cases = casesOf(scene, child)
    if (cases.length === 0) return false
    const joined = cases.join(' ')
    if (LONGER.test(joined) && joined !== preposition) return false
    return (
      cases.includes(preposition) ||
      joined === preposition ||
      (Object.hasOwn(TWINS, preposition) ? TWINS[preposition]! : []).some(twin => twin !== 'in' && cases.includes(twin))
    )
  })
  return found
    .filter(child => !belongsToNounBefore(scene, child, index))
    .map(child => antecedentOf(scene, child) ?? child)
}

/** "help from A": the nominal whose preposition follows the noun at once, wherever the parser hung it. */
function rightAfter(scene: Scene, noun: number, preposition: string): number | undefined {
  const token = scene.tree.tokens[noun + 1]
  return token?.form.toLowerCase() === preposition && token.deprel === 'case' && token.head > noun
    ? token.head
    : undefined
}

/** "fled with help from A": the phrase is the noun's that stands before it and asks for one, not the verb's. */
function belongsToNounBefore(scene: Scene, phrase: number, asking: number): boolean {
  const { tree, ontology } = scene
  const before = tree.first[phrase]! - 1
  if (
    before < 0 ||
    before === asking ||
    tree.tokens[before]!.upos !== 'NOUN' ||
    !casesOf(scene, phrase).includes('from')
  )
    return false
  const triggers = ontology.triggers.get(lemmaAt(scene, before)) ?? []
  return triggers.some(({ kind, subject }) => kind === 'noun' && subject.some(slot => slot[0] === 'from'))
}

const isToken = (index: number | undefined): index is number => index !== undefined
