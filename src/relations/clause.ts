import { baseRelation, childBy, childrenBy } from '../util/tree.ts'
import { casesOf } from './actors.ts'
import { lemmaAt, type Scene } from './scene.ts'

/** Whether a verb is passive: by its auxiliary, its subject, or as a participle that modifies a noun. */
export function isPassive(scene: Scene, verb: number): boolean {
  const { tree } = scene
  const token = tree.tokens[verb]!
  if (childBy(tree, verb, 'aux:pass', 'nsubj:pass') !== undefined) return true
  if (token.tag === 'VBN' && hyphenAgent(scene, verb) !== undefined) return true
  if (token.tag !== 'VBN' && token.tag !== 'VBD') return false
  if (childrenBy(tree, verb, 'aux').some(aux => lemmaAt(scene, aux) === 'have')) return false
  const { deprel } = token
  if (deprel === 'amod' || (deprel === 'acl' && token.tag === 'VBN')) return true
  if (deprel === 'acl' || deprel === 'advcl')
    return childBy(tree, verb, 'nsubj', 'obj') === undefined && agentToken(scene, verb) !== undefined
  if (deprel === 'conj' && token.tag === 'VBN' && childBy(tree, verb, 'nsubj') === undefined) {
    return token.head >= 0 && isVerb(scene, token.head) && isPassive(scene, token.head)
  }
  if (deprel === 'xcomp' && token.tag === 'VBN') return true
  return false
}

export const isVerb = (scene: Scene, index: number): boolean => {
  const { upos } = scene.tree.tokens[index]!
  return upos === 'VERB' || upos === 'AUX'
}

/** The noun that stands as the verb's subject on the page, wherever it is: control, raising, coordination, relatives. */
export function surfaceSubject(scene: Scene, verb: number, depth = 0): number | undefined {
  const { tree } = scene
  if (depth > 6) return undefined
  const subjects = childrenBy(tree, verb, 'nsubj', 'nsubj:outer')
  // Titles and names may both be hung as subjects; the one next to the verb is the name.
  const own =
    subjects.findLast(child => child < verb) ??
    subjects[0] ??
    childrenBy(tree, verb, 'expl').find(child => scene.heads[child] !== undefined)
  if (own !== undefined) return own
  const token = tree.tokens[verb]!
  const { head } = token
  if (head < 0) return undefined
  switch (token.deprel) {
    case 'conj':
      return isVerb(scene, head) || hasSubject(scene, head) ? surfaceSubject(scene, head, depth + 1) : undefined
    case 'xcomp':
    case 'advcl':
    case 'ccomp':
      return controller(scene, verb, depth)
    case 'acl':
    case 'amod':
      if (token.tag === 'VBG' && DOCUMENTS.test(lemmaAt(scene, head))) return planner(scene, head, depth) ?? head
      return token.tag === 'VB' ? planner(scene, head, depth) : head
    case 'acl:relcl':
      return childBy(tree, verb, 'obj') !== undefined || isPassive(scene, verb) ? head : undefined
    case 'parataxis':
      return undefined
    default:
      return undefined
  }
}

/** "adopted a resolution condemning B": whoever makes the text speaks in it. */
const DOCUMENTS =
  /^(?:communique|communiqué|declaration|decree|letter|message|motion|note|petition|resolution|statement)$/

/** Whose plan, decision or pretext it is: "its plan to", "used it as a pretext to". */
function planner(scene: Scene, noun: number, depth: number): number | undefined {
  const { tree } = scene
  const possessor = childBy(tree, noun, 'nmod:poss')
  if (possessor !== undefined) return possessor
  const { head, deprel } = tree.tokens[noun]!
  // "The army plans to attack", where the parser took the verb for a noun.
  if (head < 0) return childBy(tree, noun, 'compound')
  if (!isVerb(scene, head) || !/^(?:obj|obl)/.test(deprel)) return undefined
  // "was indicted for a plot to": the plot is the accused one's.
  if (
    scene.ontology.grammar.objectControl.has(lemmaAt(scene, head)) &&
    casesOf(scene, noun).some(word => /^(?:for|of|over)$/.test(word))
  ) {
    return objectToken(scene, head, depth + 1)
  }
  if (casesOf(scene, noun).some(word => /^(?:during|after|before|since|despite|amid|following)$/.test(word)))
    return undefined
  return doer(scene, head, depth + 1)
}

const hasSubject = (scene: Scene, index: number): boolean =>
  childBy(scene.tree, index, 'nsubj', 'nsubj:outer') !== undefined

/** Who the unspoken subject of an infinitive or participle clause is. */
function controller(scene: Scene, verb: number, depth: number): number | undefined {
  const { tree, ontology } = scene
  const { head, tag } = tree.tokens[verb]!
  const governor = lemmaAt(scene, head)
  const marks = childrenBy(tree, verb, 'mark').map(mark => lemmaAt(scene, mark))
  const controlled = ontology.grammar.objectControl.has(governor) && (!isDetached(scene, verb) || marks.includes('of'))
  if (controlled) {
    const target =
      objectToken(scene, head, depth + 1) ??
      childBy(tree, head, 'iobj') ??
      obliqueFor(scene, head, CONTROL_PREPOSITIONS)
    // "was accused of killing", "was urged to leave": the passive subject is the one controlled.
    if (isPassive(scene, head)) return surfaceSubject(scene, head, depth + 1)
    if (target !== undefined && tree.tokens[target]!.start < tree.tokens[verb]!.start) return target
  }
  if (tree.tokens[verb]!.deprel === 'ccomp') return undefined
  // "upbeat about taking the city", "advised against it": what one talks or feels about, whoever does it.
  if (tag === 'VBG' && (marks.includes('about') || (marks.includes('against') && ADVISING.test(governor))))
    return undefined
  const finite = tag === 'VBD' || tag === 'VBZ' || tag === 'VBP'
  if (tree.tokens[verb]!.deprel === 'advcl' && finite) return undefined
  // "was attacked by X, killing ten": the doer goes on.
  if (isPassive(scene, head)) {
    const agent = agentToken(scene, head)
    if (agent !== undefined && (tag === 'VBG' || tag === 'VB')) return agent
    if (tag === 'VBG' && tree.tokens[verb]!.deprel === 'advcl') return undefined
  }
  return surfaceSubject(scene, head, depth + 1)
}

const ADVISING = /^(?:advise|argue|campaign|caution|counsel|lobby|protest|speak|warn)$/

const CONTROL_PREPOSITIONS = ['on', 'upon', 'for', 'to']

/** A participle clause set off by a comma goes with the subject, not with the object. */
function isDetached(scene: Scene, verb: number): boolean {
  const { tree } = scene
  if (tree.tokens[verb]!.deprel === 'xcomp') return false
  const before = tree.tokens[tree.first[verb]! - 1]
  const first = tree.tokens[tree.first[verb]!]
  return before?.form === ',' || first?.form === ','
}

/** A noun's doer through the verb that lends it ("launched an attack": who launched). */
export function supportSubject(scene: Scene, noun: number, depth = 0): number | undefined {
  const verb = supportVerb(scene, noun)
  return verb === undefined ? undefined : doer(scene, verb, depth + 1)
}

/** The light verb that governs a noun, through coordination and "a series of". */
export function supportVerb(scene: Scene, noun: number, depth = 0): number | undefined {
  const { tree, ontology } = scene
  const token = tree.tokens[noun]!
  if (token.head < 0 || depth > 4) return undefined
  if (token.deprel === 'conj') return supportVerb(scene, token.head, depth + 1)
  if (baseRelation(token) === 'nmod' && ontology.grammar.quantities.has(lemmaAt(scene, token.head)))
    return supportVerb(scene, token.head, depth + 1)
  const relation = baseRelation(token)
  const governed =
    relation === 'obj' ||
    token.deprel === 'nsubj:pass' ||
    (relation === 'obl' &&
      casesOf(scene, noun).some(word => word === 'in' || word === 'with' || word === 'for' || word === 'out'))
  if (!governed || !isVerb(scene, token.head)) return undefined
  return ontology.grammar.support.has(lemmaAt(scene, token.head)) ? token.head : undefined
}

/** The logical subject: the agent of a passive, else the subject. */
export function doer(scene: Scene, verb: number, depth = 0): number | undefined {
  return isPassive(scene, verb)
    ? (agentToken(scene, verb) ?? hyphenAgent(scene, verb))
    : surfaceSubject(scene, verb, depth)
}

/** The "by" phrase of a passive. */
export function agentToken(scene: Scene, verb: number): number | undefined {
  const { tree } = scene
  const agent = childBy(tree, verb, 'obl:agent')
  if (agent !== undefined) return agent
  // "were denied visas by A", "was charged with fraud by A": the phrase may hang from another.
  const places = [verb, ...childrenBy(tree, verb, 'obj', 'obl')]
  return places
    .flatMap(place => childrenBy(tree, place, 'obl', 'nmod'))
    .find(child => casesOf(scene, child).includes('by'))
}

/** "rebel" in "rebel-held". */
export function hyphenAgent(scene: Scene, verb: number): number | undefined {
  const { tokens } = scene.tree
  const hyphen = tokens[verb - 1]
  const before = tokens[verb - 2]
  if (hyphen?.form !== '-' || before === undefined) return undefined
  return before.upos === 'NOUN' || before.upos === 'PROPN' || before.upos === 'ADJ' ? verb - 2 : undefined
}

/** "condemned what it called a coup", "what he described as a coup": the coup. */
function calledSo(scene: Scene, index: number): number | undefined {
  const { tree } = scene
  if (lemmaAt(scene, index) !== 'what') return undefined
  const naming = childrenBy(tree, index, 'acl').find(child =>
    /^(?:brand|call|consider|deem|describe|dub|label|regard|see|term)$/.test(lemmaAt(scene, child)),
  )
  if (naming === undefined) return undefined
  const object = childrenBy(tree, naming, 'obj', 'xcomp').find(child => child > naming)
  return object ?? childrenBy(tree, naming, 'obl').find(child => casesOf(scene, child).includes('as'))
}

/** The logical object: the object, the subject of a passive, the noun that a relative clause or participle modifies. */
export function objectToken(scene: Scene, verb: number, depth = 0): number | undefined {
  const { tree } = scene
  if (depth > 6) return undefined
  if (isPassive(scene, verb)) {
    const hyphened = hyphenAgent(scene, verb) === undefined ? undefined : nounAfter(scene, verb)
    return hyphened ?? surfaceSubject(scene, verb, depth + 1)
  }
  const own = childBy(tree, verb, 'obj') ?? nominalComplement(scene, verb)
  if (own !== undefined) return calledSo(scene, own) ?? own
  const token = tree.tokens[verb]!
  if (hyphenAgent(scene, verb) !== undefined) return nounAfter(scene, verb)
  // "attacked and killed the guards": the shared object hangs from the first verb.
  if (token.deprel === 'conj' && token.head >= 0) {
    const shared = childBy(tree, token.head, 'obj')
    if (shared !== undefined && shared > verb) return shared
  }
  for (const other of childrenBy(tree, verb, 'conj')) {
    const shared = childBy(tree, other, 'obj')
    if (shared !== undefined && other === verb + 2) return shared
  }
  if (
    token.deprel === 'acl:relcl' &&
    childBy(tree, verb, 'nsubj') !== undefined &&
    !startsWithRelativeSubject(scene, verb)
  )
    return token.head
  return undefined
}

function startsWithRelativeSubject(scene: Scene, verb: number): boolean {
  const subject = childBy(scene.tree, verb, 'nsubj')
  return subject !== undefined && /^(?:who|which|that)$/i.test(scene.tree.tokens[subject]!.form)
}

/** An object that the parser took for a predicate complement: a bare noun after a verb without an object. */
function nominalComplement(scene: Scene, verb: number): number | undefined {
  const { tree } = scene
  return childrenBy(tree, verb, 'xcomp').find(child => {
    const nominal = tree.tokens[child]!.upos === 'PROPN' || tree.tokens[child]!.upos === 'NOUN'
    return nominal && child > verb && childBy(tree, child, 'case', 'mark', 'cop') === undefined
  })
}

/** The last noun of the noun phrase that begins right after a word. */
function nounAfter(scene: Scene, index: number): number | undefined {
  const { tokens } = scene.tree
  let last: number | undefined
  for (let i = index + 1; i < tokens.length; i++) {
    const { upos } = tokens[i]!
    if (upos === 'NOUN' || upos === 'PROPN') last = i
    else if (upos !== 'ADJ' && upos !== 'NUM' && !(upos === 'PUNCT' && tokens[i]!.form === '-')) break
  }
  return last
}

function obliqueFor(scene: Scene, verb: number, prepositions: readonly string[]): number | undefined {
  const obliques = childrenBy(scene.tree, verb, 'obl', 'nmod')
  return obliques.find(child => {
    const cases = casesOf(scene, child)
    return cases[0] !== 'according' && cases.some(word => prepositions.includes(word))
  })
}

/** The clauses that a verb, adjective or noun takes as complement. */
export function complements(scene: Scene, index: number): number[] {
  return childrenBy(scene.tree, index, 'xcomp', 'ccomp', 'advcl', 'acl').filter(child => {
    const relation = scene.tree.tokens[child]!.deprel
    return relation === 'xcomp' || relation === 'ccomp' || relation === 'acl' || relation === 'advcl'
  })
}
