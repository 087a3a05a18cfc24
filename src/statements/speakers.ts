import type { Entity, Mention, Span } from '../types.ts'
import { childrenBy, type Tree } from '../util/tree.ts'
import type { Source } from './attribution.ts'
import type { StatementResources } from './resources.ts'

/** Finds which entity words speak of. */
export interface MentionIndex {
  /** Mentions that hold the offset, the longest first. */
  at(offset: number): readonly Mention[]
  /** Mentions within a span, in text order. */
  within(span: Span): readonly Mention[]
  typeOf(entity: string): Entity['type'] | undefined
}

export function indexMentions(entities: readonly Entity[], mentions: readonly Mention[]): MentionIndex {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)
  const types = new Map(entities.map(entity => [entity.id, entity.type]))
  const longest = sorted.reduce((most, m) => Math.max(most, m.end - m.start), 0)
  const from = (offset: number): number => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    at(offset) {
      const found: Mention[] = []
      for (let i = from(offset - longest); i < sorted.length && sorted[i]!.start <= offset; i++) {
        if (sorted[i]!.end > offset) found.push(sorted[i]!)
      }
      return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    },
    within([start, end]) {
      const found: Mention[] = []
      for (let i = from(start); i < sorted.length && sorted[i]!.start < end; i++) {
        if (sorted[i]!.end <= end) found.push(sorted[i]!)
      }
      return found
    },
    typeOf: entity => types.get(entity),
  }
}

/** The heads of a phrase and of those joined to it: "the US, Britain and France". */
export function conjuncts(tree: Tree, token: number): number[] {
  return [token, ...childrenBy(tree, token, 'conj').flatMap(child => conjuncts(tree, child))]
}

/**
 * The entity that a phrase's head names. Journalists speak for their medium; a text speaks for its author, a person or
 * body without a mention of its own for whom it is named with.
 */
export function entityOf(tree: Tree, token: number, index: MentionIndex, resources: StatementResources): string | null {
  const head = tree.tokens[token]!
  const lemma = head.lemma.toLowerCase()
  if (head.upos === 'NOUN' && (resources.journalists.has(lemma) || resources.documents.has(lemma))) {
    const owner = ownerOf(tree, token, index)
    if (owner !== null) return owner
  }
  const own = index.at(head.start)[0]
  if (own !== undefined) return own.entity
  for (const child of childrenBy(tree, token, 'flat', 'appos', 'compound', 'nmod')) {
    const relation = tree.tokens[child]!.deprel
    if (relation === 'nmod' || relation === 'nmod:poss' || relation === 'compound') continue
    const mention = index.at(tree.tokens[child]!.start)[0]
    if (mention !== undefined && mention.type !== 'place') return mention.entity
  }
  return resources.representatives.has(lemma) || resources.documents.has(lemma) ? ownerOf(tree, token, index) : null
}

/** Whom a noun belongs to: "the army's general command", "a spokesman for the ministry", "AFP journalists". */
function ownerOf(tree: Tree, token: number, index: MentionIndex): string | null {
  for (const child of childrenBy(tree, token, 'nmod', 'compound', 'amod')) {
    const { deprel, start } = tree.tokens[child]!
    if (deprel === 'nmod') {
      const mark = childrenBy(tree, child, 'case').map(i => tree.tokens[i]!.lemma)
      if (!mark.some(word => /^(?:of|for|by|from|at)$/.test(word))) continue
    }
    const mention = index.at(start).find(m => m.type !== 'event' && m.type !== 'place') ?? index.at(start)[0]
    if (mention !== undefined && mention.type !== 'event') return mention.entity
  }
  return null
}

/** The entities that a source names, one for each name joined in it; empty where none has a mention. */
export function speakersOf(source: Source, index: MentionIndex, resources: StatementResources): string[] {
  const found = conjuncts(source.tree, source.token).map(token => entityOf(source.tree, token, index, resources))
  return [...new Set(found.filter(entity => entity !== null))]
}
