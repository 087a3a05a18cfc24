import type { Mention } from '../types.ts'
import { baseRelation, childBy, childrenBy, type Tree } from '../util/tree.ts'
import type { Source } from './attribution.ts'
import type { MentionIndex } from './mention-index.ts'
import type { StatementResources } from './resources.ts'

/** The entities that a source names, one for each name joined in it; empty where none has a mention. */
export function speakersOf(text: string, source: Source, index: MentionIndex, resources: StatementResources): string[] {
  const { tree, token, span } = source
  // "a liar and bully who …" is one person described twice.
  if (/\b(?:who|which|that)$/i.test(text.slice(...span)))
    return [entityOf(tree, token, index, resources)].filter(entity => entity !== null)
  const list = listOf(text, source, index)
  if (list.length > 1) return list
  const tied = tiedTo(source, resources)
  if (tied !== undefined) return [entityOf(tree, tied, index, resources)].filter(entity => entity !== null)
  const named = appositeName(source, index)
  const heads = [...joinedBefore(source), ...conjuncts(tree, token)]
  if (named !== null && heads.length === 1) return [named]
  const found = heads
    .filter(head => head === token || (tree.tokens[head]!.start >= span[0] && tree.tokens[head]!.end <= span[1]))
    .filter(head => !isSecondRole(tree, token, head))
    .map(head => entityOf(tree, head, index, resources))
  return [...new Set(found.filter(entity => entity !== null))]
}

/** The heads of a phrase and of those joined to it: "the US, Britain and France". */
export function conjuncts(tree: Tree, token: number): number[] {
  return [token, ...childrenBy(tree, token, 'conj').flatMap(child => conjuncts(tree, child))]
}

/** "Marta Lind, a nurse and [activist]": a second description of the person named. */
function isSecondRole(tree: Tree, name: number, head: number): boolean {
  const { tag } = tree.tokens[head]!
  const bare = childBy(tree, head, 'det', 'nummod', 'nmod:poss') === undefined
  return head > name && tree.tokens[name]!.upos === 'PROPN' && tag === 'NN' && bare
}

const JOINT = /^(?:,|(?:,\s*)?(?:and|or|as well as)|&)(?:\s+(?:the|some|many|several|other))?$/i
const AFTER_PREPOSITION = /\b(?:in|at|on|from|with|by|of|to|near|between)\s+(?:the\s+)?$/i

/** Actors set side by side up to the source's head, "the US, Britain and France": read from the words between them. */
function listOf(text: string, { tree, token, span }: Source, index: MentionIndex): string[] {
  const { start } = tree.tokens[token]!
  const actors = index
    .within([tree.sentence.start, Math.max(span[1], tree.tokens[token]!.end)])
    .filter(m => m.type !== 'event')
    .filter((m, i, all) => !all.some((other, j) => j !== i && other.start <= m.start && m.end <= other.end))
  const own = actors.findIndex(m => m.start <= start && start < m.end)
  if (own < 0) return []
  const jointAfter = (i: number): string => text.slice(actors[i]!.end, actors[i + 1]!.start).trim()
  let last = own
  while (last + 1 < actors.length && JOINT.test(jointAfter(last))) last++
  let first = last
  while (first > 0 && JOINT.test(jointAfter(first - 1)) && !(first === last && jointAfter(first - 1) === ',')) {
    if (AFTER_PREPOSITION.test(text.slice(Math.max(0, actors[first - 1]!.start - 14), actors[first - 1]!.start))) break
    first--
  }
  return [...new Set(actors.slice(first, last + 1).map(m => m.entity))]
}

/** "[Rebels] and [Turkey] said": subjects of one verb that the parser did not join. */
function joinedBefore({ tree, token, span }: Source): number[] {
  const { head } = tree.tokens[token]!
  if (head < 0) return []
  return childrenBy(tree, head, 'nsubj').filter(other => {
    const { start, upos } = tree.tokens[other]!
    const joint = tree.tokens[tree.last[other]! + 1]
    const isJoined = joint?.upos === 'CCONJ' || joint?.form === ','
    return other < token && start >= span[0] && isJoined && /^(?:NOUN|PROPN)$/.test(upos)
  })
}

/**
 * "Syrian ambassador to the UN Jane Roe": a person's name that closes the phrase which precedes the cue stands for the
 * whole of it, whatever the title before it.
 */
function appositeName({ tree, token, span }: Source, index: MentionIndex): string | null {
  if (tree.tokens[token]!.upos === 'PRON') return null
  const comma = tree.tokens.findIndex(t => t.start >= span[0] && t.form === ',')
  const end = comma >= 0 && tree.tokens[comma]!.start < span[1] ? tree.tokens[comma]!.start : span[1]
  const bracket = tree.tokens.findIndex(t => t.start > span[0] && t.form === '(')
  const stop = bracket >= 0 && closesAt(tree, bracket, end) ? tree.tokens[bracket]!.start : end
  const last = tree.tokens.findLastIndex(t => t.end <= stop && t.start >= span[0] && t.upos !== 'PUNCT')
  if (last < 0) return null
  const mention = index.at(tree.tokens[last]!.start).find(m => m.kind === 'name' && m.type === 'person')
  if (mention === undefined || mention.start < span[0]) return null
  const before = tree.tokens.findLast(t => t.end <= mention.start && t.end > span[0])
  if (before === undefined) return mention.entity
  return /^(?:NOUN|PROPN|ADJ)$/.test(before.upos) ? mention.entity : null
}

/** "[an ally] of former chairman Jane Roe": somebody else, whom the phrase ties to her. */
function tiedTo({ tree, span }: Source, { relatives }: StatementResources): number | undefined {
  const tie = tree.tokens.findIndex(t => t.start >= span[0] && t.end <= span[1] && relatives.has(t.lemma.toLowerCase()))
  const before = tree.tokens.some((t, i) => i < tie && t.start >= span[0] && /^(?:PUNCT|VERB|AUX|PROPN)$/.test(t.upos))
  if (tie < 0 || before || !/^(?:of|to|for)$/.test(tree.tokens[tie + 1]?.form ?? '')) return undefined
  // "Aide to the president [Jon Berg]" and "[Jon Berg], aide to the president" are he.
  const named = tree.tokens.some((t, i) => i > tie + 1 && t.end <= span[1] && t.upos === 'PUNCT')
  return named || childBy(tree, tie, 'det', 'nummod', 'nmod:poss') === undefined ? undefined : tie
}

/** The bracket ends the phrase: "Jane Roe (R-Ohio)". */
function closesAt(tree: Tree, bracket: number, end: number): boolean {
  const close = tree.tokens.findIndex((t, i) => i > bracket && t.form === ')')
  return close < 0 || tree.tokens[close]!.end >= end
}

/**
 * The entity that a phrase's head names. Journalists speak for their medium; a text speaks for its author, a person or
 * body without a mention of its own for whom it is named with.
 */
export function entityOf(tree: Tree, token: number, index: MentionIndex, resources: StatementResources): string | null {
  const head = tree.tokens[token]!
  const lemma = head.lemma.toLowerCase()
  // "BBC correspondent Marta Lind": somebody of that name.
  const next = tree.tokens[token + 1]
  const named =
    next === undefined ? undefined : index.at(next.start).find(m => m.type === 'person' && m.kind === 'name')
  if (head.upos === 'NOUN' && named !== undefined && named.start === next!.start) return named.entity
  if (head.upos === 'NOUN' && (resources.journalists.has(lemma) || resources.documents.has(lemma))) {
    const owner = ownerOf(tree, token, index, resources)
    if (owner !== null) return owner
  }
  const own = actorAt(index.at(head.start))
  if (own !== undefined) return own.entity
  const bearer = head.upos === 'PROPN' ? index.namedWith(head.form) : undefined
  if (bearer !== undefined) return bearer
  for (const child of childrenBy(tree, token, 'flat', 'appos', 'nmod:desc')) {
    const mention = actorAt(index.at(tree.tokens[child]!.start))
    if (mention !== undefined && mention.type !== 'place') return mention.entity
  }
  return resources.representatives.has(lemma) || resources.documents.has(lemma)
    ? ownerOf(tree, token, index, resources)
    : null
}

const actorAt = (mentions: readonly Mention[]): Mention | undefined => mentions.find(m => m.type !== 'event')

/** Whom a noun belongs to: "the army's general command", "a statement from the minister's office", "AFP journalists". */
function ownerOf(tree: Tree, token: number, index: MentionIndex, resources: StatementResources): string | null {
  const groupsOnly = resources.journalists.has(tree.tokens[token]!.lemma.toLowerCase())
  for (const child of childrenBy(tree, token, 'nmod', 'compound', 'amod', 'nmod:poss')) {
    const { deprel, start, form } = tree.tokens[child]!
    if (deprel === 'nmod') {
      const marks = childrenBy(tree, child, 'case').map(i => tree.tokens[i]!.lemma)
      if (!marks.some(word => /^(?:of|for|by|from|at)$/.test(word))) continue
    }
    const mentions = index
      .at(start)
      .filter(m => m.end <= tree.tokens[token]!.start || m.start >= tree.tokens[token]!.end)
    const mention = mentions.find(m => m.type === 'group') ?? (groupsOnly ? undefined : actorAt(mentions))
    if (mention !== undefined && mention.type !== 'place') return mention.entity
    const named = /^\p{Lu}/u.test(form) ? index.namedWith(form) : undefined
    if (named !== undefined) return named
    const office = deprel === 'nmod' && resources.representatives.has(tree.tokens[child]!.lemma.toLowerCase())
    const behind = office ? ownerOf(tree, child, index, resources) : null
    if (behind !== null) return behind
  }
  // "the UN released a report claiming …": who brings out a text speaks through it.
  const { head } = tree.tokens[token]!
  const issuer = baseRelation(tree.tokens[token]!) === 'obj' && head >= 0 ? childBy(tree, head, 'nsubj') : undefined
  return issuer === undefined ? null : (actorAt(index.at(tree.tokens[issuer]!.start))?.entity ?? null)
}
