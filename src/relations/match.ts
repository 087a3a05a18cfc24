import { baseRelation, childBy, childrenBy } from '../util/tree.ts'
import { actorsOf, casesOf } from './actors.ts'
import { complements, hyphenAgent, isPassive, isVerb } from './clause.ts'
import type { GovernedNoun, Trigger } from './ontology.ts'
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
      return { trigger, anchor, noun: undefined, prepositions: [] }
    case 'role':
      if (!token.tag.startsWith('NN')) return undefined
      if (!precededBy(scene, anchor, trigger.extra) || isLongerRole(scene, trigger, anchor)) return undefined
      if (trigger.whole && isNarrowed(scene, trigger, anchor)) return undefined
      if (isOver(scene, anchor)) return undefined
      if (
        trigger.row.predicate === 'leads' &&
        (isOneOfMany(scene, anchor) || isChiefOfOwned(scene, trigger, anchor) || isHeadOfPart(scene, anchor))
      )
        return undefined
      return isPast(scene, anchor) ? undefined : { trigger, anchor, noun: undefined, prepositions: [] }
    case 'adjective':
      if (token.upos !== 'ADJ' && token.tag !== 'VBN' && token.tag !== 'VBD') return undefined
      if (trigger.deed !== null && !deedFits(scene, trigger, anchor)) return undefined
      return { trigger, anchor, noun: undefined, prepositions: [] }
    case 'adverb':
      return token.upos === 'ADV' && trigger.extra.length === 0
        ? { trigger, anchor, noun: undefined, prepositions: [] }
        : undefined
  }
}

function matchVerb(scene: Scene, trigger: Trigger, anchor: number): Match | undefined {
  const { tree } = scene
  const token = tree.tokens[anchor]!
  if (!isVerb(scene, anchor) && token.tag !== 'VBN') return undefined
  if (isDescriptive(scene, trigger, anchor) || leadsTheWay(scene, anchor)) return undefined
  const prepositions: string[] = []
  for (const word of trigger.extra) {
    const found = companion(scene, anchor, word)
    if (found === undefined) return undefined
    if (found === 'preposition') prepositions.push(word)
  }
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

/** "the defending champion", "run-ins with B": a verb that describes a noun or makes part of one tells of no deed. */
function isDescriptive(scene: Scene, { participle }: Trigger, verb: number): boolean {
  const { tokens } = scene.tree
  if (tokens[verb]!.tag === 'VBG' && tokens[verb]!.deprel === 'amod' && !participle) return true
  if (/^defending$/i.test(tokens[verb]!.form) && /^champions?$/i.test(tokens[verb + 1]?.form ?? '')) return true
  return tokens[verb + 1]?.form === '-' && tokens[verb + 1]!.start === tokens[verb]!.end && tokens[verb]!.tag !== 'VBN'
}

/** "led the way", "made its way": the verb says nothing without its noun. */
const leadsTheWay = (scene: Scene, verb: number): boolean =>
  childrenBy(scene.tree, verb, 'obj').some(object => /^(?:way|charge)$/.test(lemmaAt(scene, object)))

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

/** Whether the words stand right before a token, hyphens aside. */
function precededBy(scene: Scene, index: number, words: readonly string[]): boolean {
  const { tokens } = scene.tree
  let at = index - 1
  for (let i = words.length - 1; i >= 0; i--) {
    while (tokens[at]?.form === '-') at--
    const token = tokens[at]
    if (token === undefined || (token.lemma.toLowerCase() !== words[i] && token.form.toLowerCase() !== words[i]))
      return false
    at--
  }
  return true
}

/** "vice president", "prime minister", "Secretary General": the words around make another role of it. */
function isLongerRole(scene: Scene, { extra }: Trigger, index: number): boolean {
  const { tokens } = scene.tree
  const after = tokens[index + 1]?.form === '-' ? index + 2 : index + 1
  if (rolesAt(scene, after).some(role => role.extra.at(-1) === lemmaAt(scene, index))) return true
  if (rolesAt(scene, index).some(role => role.extra.length > extra.length && precededBy(scene, index, role.extra)))
    return true
  return extra.length === 0 && precededByAny(scene, index, /^(?:vice|deputy|assistant|under|associate|sub)$/)
}

const rolesAt = (scene: Scene, index: number): readonly Trigger[] =>
  scene.tree.tokens[index] === undefined
    ? []
    : (scene.ontology.triggers.get(lemmaAt(scene, index)) ?? []).filter(({ kind }) => kind === 'role')

const precededByAny = (scene: Scene, index: number, words: RegExp): boolean => {
  const { tokens } = scene.tree
  const before = tokens[index - 1]?.form === '-' ? tokens[index - 2] : tokens[index - 1]
  return before !== undefined && words.test(before.form.toLowerCase())
}

/** Adjectives of a subject or a place make a lesser role; those of rank and renown do not. */
const OF_A_SUBJECT = /(?:al|ic|ary|tive|cial|medical|youth|foreign|military|digital|human|senior|junior)$/
const OF_RANK =
  /^(?:general|executive|national|international|controversial|charismatic|mercurial|influential|inspirational|legendary|provisional|interim|temporary|nominal|original|real|final|loyal|royal|imperial|federal|iconic|enigmatic|dynamic|energetic|ecstatic|enthusiastic|combative|non-executive|effective|presidential|ceremonial)$/

/** "stadium manager", "political editor": a common word before the role that names no body narrows it. */
function isNarrowed(scene: Scene, { extra }: Trigger, role: number): boolean {
  const { tokens } = scene.tree
  let index = role - 1
  for (let words = extra.length; words > 0; index--) if (tokens[index]?.form !== '-') words--
  const before = tokens[index]
  if (before === undefined || scene.covers[index]?.kind === 'name') return false
  if (before.upos === 'ADJ') return OF_A_SUBJECT.test(before.form) && !OF_RANK.test(before.form)
  if (before.upos !== 'NOUN') return false
  return !scene.ontology.grammar.organs.has(lemmaAt(scene, index)) && !/^(?:club|group|co|founder)$/.test(before.lemma)
}

/** "He was chairman of B", "succeeded her as head of B": the role is over, or another's. */
const isOver = (scene: Scene, role: number): boolean =>
  childrenBy(scene.tree, role, 'cop').some(cop => /^(?:was|were)$/i.test(scene.tree.tokens[cop]!.form))

/** "B's airport chief": what B owns is led, not B; a party or a government stands for its owner. */
function isChiefOfOwned(scene: Scene, { extra }: Trigger, role: number): boolean {
  const { tokens } = scene.tree
  const before = tokens[role - 1 - extra.length]
  if (before?.upos !== 'NOUN' || scene.covers[role - 1 - extra.length]?.kind === 'name') return false
  if (/^(?:party|government|opposition|state|coalition|union|club|team|group|company|founder|co)$/.test(before.lemma))
    return false
  return tokens.slice(Math.max(0, role - 5), role).some(token => token.tag === 'POS')
}

/** "B's head of marketing": what is led is the part, not B. */
function isHeadOfPart(scene: Scene, index: number): boolean {
  const { tokens } = scene.tree
  const next = tokens[index + 1]
  const parts = childrenBy(scene.tree, index, 'nmod').filter(
    child => child > index && casesOf(scene, child)[0] === 'of',
  )
  if (next?.form.toLowerCase() === 'of' && next.head > index) parts.push(next.head)
  return parts.some(part => actorsOf(scene, part, 'none').length === 0)
}

/** "a director of B": one of several does not lead. */
const isOneOfMany = (scene: Scene, index: number): boolean =>
  childrenBy(scene.tree, index, 'det', 'nummod').some(child =>
    /^(?:an?|one|another|any)$/i.test(scene.tree.tokens[child]!.form),
  )

/** "former", "ex-": whoever holds the role no longer does. */
function isPast(scene: Scene, index: number): boolean {
  const { tokens } = scene.tree
  const { past } = scene.ontology.grammar
  for (let i = index - 1; i >= 0 && i >= index - 6; i--) {
    const { upos, form } = tokens[i]!
    if (past.has(form.toLowerCase())) return true
    if (upos === 'VERB' || upos === 'ADP' || (upos === 'PUNCT' && form !== '-')) return false
  }
  return false
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
  const nouns = governed.flatMap(child => [child, ...childrenBy(tree, child, 'conj')])
  const behind = nouns
    .filter(noun => scene.ontology.grammar.quantities.has(lemmaAt(scene, noun)))
    .flatMap(noun => childrenBy(tree, noun, 'nmod'))
  return [...nouns, ...behind]
}

function isGoverned(scene: Scene, noun: number, wanted: GovernedNoun): boolean {
  const token = scene.tree.tokens[noun]!
  if (token.upos === 'VERB' && token.tag !== 'VBG') return false
  const lemma = token.lemma.toLowerCase()
  const plural = token.tag.endsWith('S') && `${wanted.head}s` === lemma
  if (lemma !== wanted.head && token.form.toLowerCase() !== wanted.head && !plural) return false
  if (!precededBy(scene, noun, wanted.before)) return false
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
