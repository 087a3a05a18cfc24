import { childrenBy } from '../util/tree.ts'
import { actorsOf, casesOf } from './actors.ts'
import type { Trigger } from './ontology.ts'
import { lemmaAt, type Scene } from './scene.ts'

/** Whether a noun names the role that a trigger asks for, held now and over the whole of what is named with it. */
export function isRole(scene: Scene, trigger: Trigger, role: number): boolean {
  if (!precededBy(scene, role, trigger.extra) || isLongerRole(scene, trigger, role)) return false
  if (isOver(scene, role) || isPast(scene, role) || isSurname(scene, role)) return false
  if (trigger.whole && isNarrowed(scene, trigger, role)) return false
  const leads = trigger.row.predicate === 'leads'
  return (
    !leads ||
    !(
      isOneOfMany(scene, role) ||
      isShared(scene, role) ||
      isChiefOfOwned(scene, trigger, role) ||
      isHeadOfPart(scene, role)
    )
  )
}

/** "the Harriers' Ana [King]": within somebody's name a title stands first. */
function isSurname({ tree, covers }: Scene, role: number): boolean {
  const name = covers[role]
  return (
    name?.kind === 'name' &&
    name.type === 'person' &&
    name.start < tree.tokens[role]!.start &&
    tree.tokens[role]!.end === name.end
  )
}

/** Whether the words stand right before a token, hyphens aside. */
export function precededBy(scene: Scene, index: number, words: readonly string[]): boolean {
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

/** "B managers A and C": where there are several, none of them leads. */
const isShared = ({ tree: { tokens } }: Scene, role: number): boolean =>
  tokens[role]!.tag.endsWith('S') &&
  /^(?:administrator|boss|captain|chief|coach|commander|dean|director|editor|head|manager|principal|speaker)$/.test(
    tokens[role]!.lemma.toLowerCase(),
  )

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
