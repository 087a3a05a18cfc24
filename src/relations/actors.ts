import { baseRelation, childBy, childrenBy } from '../util/tree.ts'
import { type Actor, actorAt, lemmaAt, type Scene } from './scene.ts'

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'SYM', 'X'])
/** How an owner is tied to its noun, the closest tie first; prepositions of nmod after that. */
const OWNER_PREPOSITIONS = [
  'by',
  'of',
  'from',
  'in',
  'at',
  'to',
  'on',
  'for',
  'between',
  'against',
  'over',
  'inside',
  'near',
  'with',
]

/** A token and those coordinated with it. */
export function conjuncts(scene: Scene, index: number): number[] {
  const found = [index]
  for (const child of childrenBy(scene.tree, index, 'conj')) {
    if (NOMINAL.has(scene.tree.tokens[child]!.upos)) found.push(...conjuncts(scene, child))
  }
  return found
}

/**
 * The actors that a noun phrase names: the head, what is coordinated with it, the antecedent of a relative pronoun,
 * what stands after "dozens of", an apposition.
 *
 * @param owner whether a noun that names nobody may stand for its owner ("A's homes")
 */
export function actorsOf(scene: Scene, index: number, owner: 'any' | 'organ' | 'none', depth = 0): Actor[] {
  if (depth > 4) return []
  return conjuncts(scene, index).flatMap(part => actorsOfPart(scene, part, owner, depth))
}

function actorsOfPart(scene: Scene, index: number, owner: 'any' | 'organ' | 'none', depth: number): Actor[] {
  const own = actorAt(scene, index)
  if (own) return [own]
  const antecedent = antecedentOf(scene, index)
  if (antecedent !== undefined) return actorsOf(scene, antecedent, owner, depth + 1)
  const { tree } = scene
  if (scene.ontology.grammar.quantities.has(lemmaAt(scene, index)) || tree.tokens[index]!.upos === 'NUM') {
    const inside = childrenBy(tree, index, 'nmod').filter(child => casesOf(scene, child).includes('of'))
    const found = inside.flatMap(child => actorsOf(scene, child, owner, depth + 1))
    if (found.length > 0) return found
  }
  for (const child of childrenBy(tree, index, 'appos', 'flat')) {
    const named = actorAt(scene, child)
    if (named) return [named]
  }
  const listed = childrenBy(tree, index, 'nmod').filter(child => {
    const cases = casesOf(scene, child)
    return cases.includes('including') || cases.includes('such')
  })
  const whole = childrenBy(tree, index, 'nmod').some(child => casesOf(scene, child).includes('of'))
  const inList = whole ? [] : listed.flatMap(child => actorsOf(scene, child, 'none', depth + 1))
  if (inList.length > 0) return inList
  if (owner === 'none') return []
  if (owner === 'organ' && !scene.ontology.grammar.organs.has(lemmaAt(scene, index))) return []
  return ownersOf(scene, index, depth + 1)
}

/** The actors that own, make or house what a noun names: possessor, compound, then prepositions. */
export function ownersOf(scene: Scene, index: number, depth = 0): Actor[] {
  const { tree } = scene
  for (const child of childrenBy(tree, index, 'nmod:poss')) {
    const found = actorsOf(scene, child, 'any', depth + 1)
    if (found.length > 0) return found
  }
  const modifiers = tree.children[index]!.filter(child => child < index && isModifier(scene, child))
  for (const child of modifiers) {
    const found = actorsOf(scene, child, 'none', depth + 1)
    if (found.length > 0) return found
  }
  const tails = tree.children[index]!.filter(child => baseRelation(tree.tokens[child]!) === 'nmod')
  for (const preposition of OWNER_PREPOSITIONS) {
    for (const child of tails) {
      if (!casesOf(scene, child).includes(preposition)) continue
      const found = actorsOf(scene, child, depth < 3 ? 'any' : 'none', depth + 1)
      if (found.length > 0) return found
    }
  }
  for (const clause of childrenBy(tree, index, 'acl')) {
    // "crimes committed by A".
    for (const agent of childrenBy(tree, clause, 'obl:agent')) {
      const found = actorsOf(scene, agent, 'any', depth + 1)
      if (found.length > 0) return found
    }
  }
  return trailing(scene, index, depth)
}

/** "conceded to demands from A": an owner that the parser hung from the verb, right after its noun. */
function trailing(scene: Scene, index: number, depth: number): Actor[] {
  const { tree } = scene
  const { head } = tree.tokens[index]!
  if (head < 0) return []
  for (const sibling of childrenBy(tree, head, 'obl', 'nmod')) {
    const cases = casesOf(scene, sibling)
    if (sibling <= index || tree.first[sibling]! !== tree.last[index]! + 1) continue
    if (!cases.includes('from') && !cases.includes('of') && !cases.includes('by')) continue
    return actorsOf(scene, sibling, 'any', depth + 1)
  }
  return []
}

/** Whether a token stands as a modifier before its noun ("militant siege", "U.S. sanctions"). */
export function isModifier(scene: Scene, index: number): boolean {
  const { deprel } = scene.tree.tokens[index]!
  return deprel === 'compound' || deprel === 'amod' || deprel === 'nmod:desc' || deprel === 'flat' || deprel === 'nmod'
}

/** Lower-case lemmas of a nominal's case markers; `according to` gives both words. */
export function casesOf({ cases, tree }: Scene, index: number): readonly string[] {
  const known = cases.get(index)
  if (known !== undefined) return known
  const found: string[] = []
  for (const child of childrenBy(tree, index, 'case')) {
    found.push(tree.tokens[child]!.form.toLowerCase())
    for (const fixed of childrenBy(tree, child, 'fixed')) found.push(tree.tokens[fixed]!.form.toLowerCase())
  }
  cases.set(index, found)
  return found
}

/** What a relative pronoun stands for: the noun that its clause modifies. */
export function antecedentOf(scene: Scene, index: number): number | undefined {
  const { tokens } = scene.tree
  const token = tokens[index]!
  const relative = /^(?:who|whom|which|that|whose)$/i.test(token.form) && token.upos === 'PRON'
  if (!relative) return undefined
  for (let i = token.head, steps = 0; i >= 0 && steps < 8; i = tokens[i]!.head, steps++) {
    const { deprel, head } = tokens[i]!
    if (head >= 0 && head < index && (deprel === 'acl:relcl' || deprel === 'appos' || deprel === 'acl')) return head
  }
  // The parser missed the relative clause: the nearest noun before.
  for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
    if (tokens[i]!.upos === 'NOUN' || tokens[i]!.upos === 'PROPN') return i
  }
  return undefined
}

/** Every actor under a token, nearest first, left to right; the search leaves out `skip` and what stands under it. */
export function actorsUnder(scene: Scene, index: number, skip: ReadonlySet<string>, limit = 40): Actor[] {
  const { tree } = scene
  const queue = [index]
  const seen = new Set(queue)
  for (let at = 0; at < queue.length && at < limit; at++) {
    const token = queue[at]!
    const relation = baseRelation(tree.tokens[token]!)
    if (token !== index && relation !== 'conj') {
      const found = actorsOf(scene, token, 'none').filter(actor => !skip.has(actor.entity) && actor.type !== 'event')
      if (found.length > 0) return found
    }
    const ranked = [...tree.children[token]!].sort(
      (a, b) => rank(tree.tokens[a]!.deprel) - rank(tree.tokens[b]!.deprel) || a - b,
    )
    for (const child of ranked) {
      if (seen.has(child) || LEFT_OUT.has(tree.tokens[child]!.deprel)) continue
      seen.add(child)
      queue.push(child)
    }
  }
  return []
}

const LEFT_OUT = new Set([
  'punct',
  'mark',
  'case',
  'cc',
  'det',
  'aux',
  'aux:pass',
  'cop',
  'parataxis',
  'acl:relcl',
  'obl:unmarked',
  'nmod:unmarked',
])
const RANKS = [
  'nsubj',
  'nsubj:pass',
  'iobj',
  'obj',
  'obl:agent',
  'obl',
  'xcomp',
  'ccomp',
  'nmod:poss',
  'compound',
  'amod',
  'nmod',
]
const rank = (deprel: string): number => {
  const at = RANKS.indexOf(deprel)
  return at < 0 ? RANKS.length : at
}

export const hasChild = (scene: Scene, index: number, ...relations: readonly string[]): boolean =>
  childBy(scene.tree, index, ...relations) !== undefined
