import { baseRelation, childBy, childrenBy } from '../util/tree.ts'
import { casesOf } from './actors.ts'
import { complements, hyphenAgent, isPassive, isVerb } from './clause.ts'
import type { GovernedNoun, Trigger } from './ontology.ts'
import { isRole, precededBy } from './roles.ts'
import { lemmaAt, type Scene } from './scene.ts'
import type { Match } from './trigger-match.ts'

/** How far after its verb a particle may stand. */
const REACH = 8

/** Whether a trigger that a token sets off stands there in full; what belongs to it, if so. */
export function matchTrigger(scene: Scene, trigger: Trigger, anchor: number): Match | undefined {
  const { tree } = scene
  const token = tree.tokens[anchor]!
  switch (trigger.kind) {
    case 'verb':
      return matchVerb(scene, trigger, anchor)
    case 'noun':
      if (!isNoun(scene, anchor) || !precededBy(scene, anchor, trigger.extra)) return undefined
      return { trigger, anchor, noun: undefined, prepositions: NONE }
    case 'role':
      if (!token.tag.startsWith('NN') && !isTitle(scene, anchor)) return undefined
      return isRole(scene, trigger, anchor) ? { trigger, anchor, noun: undefined, prepositions: NONE } : undefined
    case 'adjective':
      if (token.upos !== 'ADJ' && token.tag !== 'VBN' && token.tag !== 'VBD') return undefined
      if (trigger.deed !== null && !deedFits(scene, trigger, anchor)) return undefined
      return { trigger, anchor, noun: undefined, prepositions: NONE }
    case 'adverb':
      return token.upos === 'ADV' && trigger.extra.length === 0
        ? { trigger, anchor, noun: undefined, prepositions: NONE }
        : undefined
  }
}

const isForce = ({ tree: { tokens } }: Scene, strike: number): boolean =>
  /^(?:air|drone|missile|rocket|artillery|military|precision)$/i.test(tokens[strike - 1]?.form ?? '')

/** "UN chief Ana Duarte", "Norvania's closest ally", where a tagger takes the role for an adjective or an adverb. */
const isTitle = ({ tree: { tokens } }: Scene, index: number): boolean =>
  (tokens[index]!.form.toLowerCase() === 'chief' && tokens[index + 1]?.upos === 'PROPN') ||
  (tokens[index]!.form === 'ally' && tokens[index]!.upos === 'ADV')

function matchVerb(scene: Scene, trigger: Trigger, anchor: number): Match | undefined {
  const { tree } = scene
  const token = tree.tokens[anchor]!
  const prepositions = companions(scene, anchor, trigger)
  if (prepositions === undefined) return undefined
  if (isDescriptive(scene, trigger, anchor) || meansOtherwise(scene, trigger, anchor)) return undefined
  if (trigger.row.predicate === 'blocked' && stopsItself(scene, anchor)) return undefined
  if (trigger.row.predicate === 'proposed' && (isNaming(scene, anchor) || asksForEnd(scene, anchor))) return undefined
  if (trigger.passive && !isPassive(scene, anchor)) return undefined
  if (!trigger.purpose && isPurpose(scene, anchor)) return undefined
  const modifies = token.deprel === 'amod' || token.deprel === 'acl' || hyphenAgent(scene, anchor) !== undefined
  if (trigger.participle && !modifies) return undefined
  if (trigger.clause !== null && !hasClause(scene, trigger, anchor)) return undefined
  if (trigger.deed !== null && !deedFits(scene, trigger, anchor)) return undefined
  if (trigger.with.length === 0) {
    if (token.deprel === 'cop') return undefined
    return { trigger, anchor, noun: undefined, prepositions }
  }
  for (const noun of governedNouns(scene, anchor)) {
    if (trigger.with.some(wanted => isGoverned(scene, noun, wanted))) return { trigger, anchor, noun, prepositions }
  }
  return undefined
}

/** Whether a token can be a verb that tells of a deed, whatever deed that is. */
export const tellsOfDeed = (scene: Scene, verb: number): boolean =>
  (isVerb(scene, verb) || scene.tree.tokens[verb]!.tag === 'VBN') &&
  !leadsTheWay(scene, verb) &&
  !isTopic(scene, verb) &&
  !leavesBehind(scene, verb)

/** The prepositions among the words that a trigger wants beside its verb; undefined where one of these words is missing. */
function companions(scene: Scene, verb: number, { extra }: Trigger): readonly string[] | undefined {
  if (extra.length === 0) return NONE
  const prepositions: string[] = []
  for (const word of extra) {
    const found = companion(scene, verb, word)
    if (found === undefined) return undefined
    if (found === 'preposition') prepositions.push(word)
  }
  return prepositions
}

const NONE: readonly string[] = []

/** "the defending champion", "run-ins with B": a verb that describes a noun or makes part of one tells of no deed. */
function isDescriptive(scene: Scene, { participle }: Trigger, verb: number): boolean {
  const { tokens } = scene.tree
  if (tokens[verb]!.tag === 'VBG' && tokens[verb]!.deprel === 'amod' && !participle) return true
  if (/^defending$/i.test(tokens[verb]!.form) && /^champions?$/i.test(tokens[verb + 1]?.form ?? '')) return true
  return tokens[verb + 1]?.form === '-' && tokens[verb + 1]!.start === tokens[verb]!.end && tokens[verb]!.tag !== 'VBN'
}

/** "rules on using force against B": a deed that is only spoken of has no doer. */
function isTopic(scene: Scene, verb: number): boolean {
  const { tokens } = scene.tree
  if (tokens[verb]!.tag !== 'VBG' || !/^(?:acl|advcl|nmod)$/.test(tokens[verb]!.deprel)) return false
  return childrenBy(scene.tree, verb, 'mark', 'case').some(
    mark => /^(?:on|about|over|regarding)$/.test(lemmaAt(scene, mark)) && tokens[mark - 1]?.upos === 'NOUN',
  )
}

/** "leaving B 2-1 ahead": B is left in a state, not by somebody. */
const leavesBehind = (scene: Scene, verb: number): boolean =>
  lemmaAt(scene, verb) === 'leave' &&
  scene.tree.children[verb]!.some(child => /^(?:ahead|behind|alone|level|short)$/i.test(scene.tree.tokens[child]!.form))

/** "stopped selling B's cars", "stopped short of blaming B": who gives up a deed of its own stands in nobody's way. */
const stopsItself = (scene: Scene, verb: number): boolean =>
  (lemmaAt(scene, verb) === 'stop' && scene.tree.tokens[verb + 1]?.form === 'short') ||
  (/^(?:stop|halt|delay)$/.test(lemmaAt(scene, verb)) &&
    !isPassive(scene, verb) &&
    childBy(scene.tree, verb, 'obj') === undefined &&
    childrenBy(scene.tree, verb, 'xcomp').some(
      clause => scene.tree.tokens[clause]!.tag === 'VBG' && childBy(scene.tree, clause, 'nsubj') === undefined,
    ))

/** "called off the strike", "put down the phone": with a particle of which the row knows nothing, short verbs turn. */
const meansOtherwise = (scene: Scene, { extra }: Trigger, verb: number): boolean =>
  extra.length === 0 &&
  /^(?:break|bring|call|carry|cut|give|hold|lay|play|put|run|set|take|turn)$/.test(lemmaAt(scene, verb)) &&
  childrenBy(scene.tree, verb, 'compound:prt').some(child =>
    /^(?:off|down|up|over|back|away|aside)$/i.test(scene.tree.tokens[child]!.form),
  )

/** "called the truce a first step": a name is given, nothing is asked for. */
function isNaming(scene: Scene, verb: number): boolean {
  if (lemmaAt(scene, verb) !== 'call') return false
  const { deprel, head } = scene.tree.tokens[verb]!
  if (deprel === 'acl:relcl' && lemmaAt(scene, head) === 'what') return true
  const object = childBy(scene.tree, verb, 'obj')
  if (object === undefined) return false
  const next = scene.tree.tokens.findIndex(
    (token, i) => i > object && token.head === object && /^(?:appos|acl|nmod)$/.test(token.deprel),
  )
  const named = next > object && scene.tree.first[next]! === object + 1 && !isCase(scene, object + 1)
  const quoted = /^["“‘]$/.test(scene.tree.tokens[object + 1]?.form ?? '')
  return quoted || named || childrenBy(scene.tree, verb, 'xcomp').some(child => child > object && !isCase(scene, child))
}

/** "called for the embargo to be lifted", "for a halt to all raids": its end is asked for, not the embargo. */
const asksForEnd = (scene: Scene, verb: number): boolean =>
  childrenBy(scene.tree, verb, 'obl', 'obj').some(
    noun =>
      scene.heads[noun] === undefined &&
      /^(?:cessation|end|halt|moratorium|pause|stop|suspension)$/.test(lemmaAt(scene, noun)),
  ) ||
  childrenBy(scene.tree, verb, 'xcomp', 'advcl', 'ccomp').some(
    clause =>
      /^(?:abandon|abolish|axe|ban|call|cancel|delay|drop|end|halt|lift|overturn|postpone|reject|remove|scrap|stop|suspend|withdraw)$/.test(
        lemmaAt(scene, clause),
      ) && isPassive(scene, clause),
  )

const isCase = (scene: Scene, index: number): boolean =>
  /^(?:ADP|PART|SCONJ|VERB|AUX)$/.test(scene.tree.tokens[index]!.upos)

/** "led the way", "made its way", "called time on B", "begs the question": the verb says nothing without its noun. */
const leadsTheWay = (scene: Scene, verb: number): boolean =>
  childrenBy(scene.tree, verb, 'obj').some(object =>
    (IDIOMS.get(lemmaAt(scene, verb)) ?? /^(?:way|charge)$/).test(lemmaAt(scene, object)),
  )

const IDIOMS: ReadonlyMap<string, RegExp> = new Map([
  ['call', /^time$/],
  ['beg', /^question$/],
])

/** "to let people talk", said of a thing or a deed. */
const isPurpose = (scene: Scene, verb: number): boolean =>
  /^(?:advcl|acl)$/.test(scene.tree.tokens[verb]!.deprel) &&
  childrenBy(scene.tree, verb, 'mark').some(mark => lemmaAt(scene, mark) === 'to')

const isNoun = (scene: Scene, index: number): boolean => {
  const { tag } = scene.tree.tokens[index]!
  if (tag.startsWith('NN')) return true
  // A gerund with a determiner or "of": "the bombing of".
  if (tag !== 'VBG' || childBy(scene.tree, index, 'aux', 'obj') !== undefined) return false
  return childBy(scene.tree, index, 'det', 'nmod:poss', 'nmod', 'amod', 'compound', 'obl') !== undefined
}

/** Finds a verb's particle, fixed adverb or preposition after it. */
function companion(scene: Scene, verb: number, word: string): 'word' | 'preposition' | undefined {
  const { tree } = scene
  for (const child of tree.children[verb]!) {
    if (child > verb && child <= verb + REACH) {
      const token = tree.tokens[child]!
      if (token.form.toLowerCase() === word || token.lemma.toLowerCase() === word) return 'word'
    }
    if (child > verb && /^(?:obl|nmod|advcl|xcomp|obj)/.test(tree.tokens[child]!.deprel)) {
      const markers = childrenBy(tree, child, 'case', 'mark', 'advmod')
      const marker = markers.find(
        index => tree.tokens[index]!.form.toLowerCase() === word && index > verb && index <= verb + REACH,
      )
      if (marker !== undefined) return 'preposition'
    }
  }
  return undefined
}

/** Nouns that a verb governs closely enough to make one predicate with it. */
function governedNouns(scene: Scene, verb: number): readonly number[] {
  let nouns = scene.governed.get(verb)
  if (nouns === undefined) scene.governed.set(verb, (nouns = findGovernedNouns(scene, verb)))
  return nouns
}

function findGovernedNouns(scene: Scene, verb: number): number[] {
  const { tree } = scene
  const token = tree.tokens[verb]!
  if (token.deprel === 'cop') return token.head >= 0 ? [token.head] : []
  const direct = childrenBy(tree, verb, 'obj', 'nsubj:pass', 'xcomp', 'obl', 'compound', 'advmod', 'iobj')
  const governed = direct.filter(child => {
    if (!tree.tokens[child]!.deprel.startsWith('obl')) return true
    return casesOf(scene, child).length > 0
  })
  if (token.head >= 0 && isPassive(scene, verb) && /^(?:acl|amod)/.test(token.deprel)) governed.push(token.head)
  // "the deal that A signed with B".
  const object = childBy(tree, verb, 'obj')
  const relative = object === undefined || /^W/.test(tree.tokens[object]!.tag)
  const lacksObject = relative && childrenBy(tree, verb, 'nsubj').some(child => !/^W/.test(tree.tokens[child]!.tag))
  if (token.deprel === 'acl:relcl' && token.head >= 0 && lacksObject) governed.push(token.head)
  const nouns = governed.flatMap(child => [child, ...childrenBy(tree, child, 'conj')])
  const behind = nouns
    .filter(noun => scene.ontology.grammar.quantities.has(lemmaAt(scene, noun)))
    .flatMap(noun => childrenBy(tree, noun, 'nmod'))
  return [...nouns, ...behind]
}

function isGoverned(scene: Scene, noun: number, wanted: GovernedNoun): boolean {
  const token = scene.tree.tokens[noun]!
  if (token.upos === 'VERB' && token.tag !== 'VBG') return false
  const { head } = wanted
  const lemma = token.lemma.toLowerCase()
  if (lemma !== head && token.form.toLowerCase() !== head) {
    const plural = token.tag.endsWith('S') && lemma.length === head.length + 1 && lemma.endsWith('s')
    if (!plural || !lemma.startsWith(head)) return false
  }
  if (!precededBy(scene, noun, wanted.before)) return false
  // "launched air strikes": nobody stops work.
  if (head === 'strike' && wanted.before.length === 0 && isForce(scene, noun)) return false
  // "denied it", not "denied it a loan".
  if (token.upos === 'PRON' && (token.deprel !== 'obj' || childBy(scene.tree, token.head, 'iobj') !== undefined))
    return false
  const cases = casesOf(scene, noun)
  if (wanted.preposition !== null) return cases.includes(wanted.preposition)
  const oblique = baseRelation(token) === 'obl' || baseRelation(token) === 'advmod'
  return !oblique || cases.includes('in') === false
}

function hasClause(scene: Scene, trigger: Trigger, anchor: number): boolean {
  const { tree } = scene
  return complements(scene, anchor).some(clause => {
    const token = tree.tokens[clause]!
    if (trigger.clause === 'any') return token.deprel === 'xcomp' || token.deprel === 'ccomp'
    const infinitive =
      token.deprel !== 'ccomp' && childrenBy(tree, clause, 'mark').some(mark => lemmaAt(scene, mark) === 'to')
    return infinitive && (trigger.clauseVerbs.size === 0 || trigger.clauseVerbs.has(lemmaAt(scene, clause)))
  })
}

/** Whether what the clause speaks of is a violent or a friendly deed, by the rows that its verb sets off. */
function deedFits(scene: Scene, trigger: Trigger, anchor: number): boolean {
  const roots = complements(scene, anchor).flatMap(clause => deedRoots(scene, clause))
  const hostile = roots.some(root => root >= '13')
  if (trigger.deed === 'hostile') return hostile
  return !hostile && (trigger.deed === 'harmless' || roots.some(root => root >= '03' && root <= '08'))
}

function deedRoots(scene: Scene, verb: number): string[] {
  const { tree, ontology } = scene
  const found: string[] = []
  for (const trigger of ontology.triggers.get(lemmaAt(scene, verb)) ?? []) {
    if (trigger.kind !== 'verb' || trigger.code === null) continue
    if (trigger.extra.some(word => companion(scene, verb, word) === undefined)) continue
    const governed =
      trigger.with.length === 0 ||
      governedNouns(scene, verb).some(noun => trigger.with.some(wanted => isGoverned(scene, noun, wanted)))
    if (governed) found.push(trigger.code.slice(0, 2))
  }
  for (const noun of childrenBy(tree, verb, 'obj')) {
    for (const trigger of ontology.triggers.get(lemmaAt(scene, noun)) ?? []) {
      if (trigger.kind === 'noun' && trigger.code !== null && ontology.grammar.support.has(lemmaAt(scene, verb)))
        found.push(trigger.code.slice(0, 2))
    }
  }
  return found
}
