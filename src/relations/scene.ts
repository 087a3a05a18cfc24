import type { Entity, EntityType, Mention, Sentence } from '../types.ts'
import { headOfSpan, type Tree, treeOf } from '../util/tree.ts'
import type { Ontology } from './ontology.ts'
import { repairSentence } from './repair.ts'

/** A sentence ready to be searched: its tree, and which actor each token names. */
export interface Scene {
  readonly tree: Tree
  readonly ontology: Ontology
  /** The mention that a token heads. */
  readonly heads: readonly (Mention | undefined)[]
  /** The smallest mention that covers a token. */
  readonly covers: readonly (Mention | undefined)[]
  /** Tokens whose predicate a light-verb frame has already taken. */
  readonly consumed: Set<number>
  /** Who made the last claims before a place in the sentence: whom a bare "denied the claims" answers. */
  readonly claimants: (before: number) => readonly string[]
  readonly cast: Cast
}

/** Who there is in a document. */
export interface Cast {
  readonly entities: ReadonlyMap<string, Entity>
  /** Entities that some mention names. */
  readonly named: ReadonlySet<string>
  /** States by the adjective that means them. */
  readonly byDemonym: ReadonlyMap<string, Entity>
}

/** Somebody or something at a token. */
export interface Actor {
  readonly entity: string
  readonly type: EntityType
  readonly token: number
}

const KIND_RANK = { name: 2, nominal: 1, pronoun: 0 }

/**
 * @param mentions the mentions within the sentence, in text order
 */
export function setScene(
  sentence: Sentence,
  mentions: readonly Mention[],
  cast: Cast,
  ontology: Ontology,
  claimants: (before: number) => readonly string[] = () => [],
): Scene {
  const tree = treeOf(repairSentence(sentence))
  const heads: (Mention | undefined)[] = tree.tokens.map(() => undefined)
  const covers: (Mention | undefined)[] = tree.tokens.map(() => undefined)
  for (const mention of mentions) {
    const head = headOf(tree, mention)
    if (head < 0) continue
    const rival = heads[head]
    if (rival === undefined || outranks(mention, rival)) heads[head] = mention
    for (let i = 0; i < tree.tokens.length; i++) {
      const token = tree.tokens[i]!
      if (token.start < mention.start || token.end > mention.end) continue
      const cover = covers[i]
      if (cover === undefined || mention.end - mention.start < cover.end - cover.start) covers[i] = mention
    }
  }
  return { tree, ontology, heads, covers, cast, consumed: new Set(), claimants }
}

/** The first noun of a mention whose head lies outside; a badly hung relative clause may leave more than one. */
function headOf(tree: Tree, { start, end }: Mention): number {
  for (let i = 0; i < tree.tokens.length; i++) {
    const token = tree.tokens[i]!
    if (token.start < start || token.end > end || !/^(?:NOUN|PROPN|PRON)$/.test(token.upos)) continue
    const above = tree.tokens[token.head]
    if (above === undefined || above.start < start || above.end > end) return i
  }
  return headOfSpan(tree, [start, end])
}

function outranks(a: Mention, b: Mention): boolean {
  const rank = KIND_RANK[a.kind] - KIND_RANK[b.kind]
  return rank !== 0 ? rank > 0 : a.end - a.start > b.end - b.start
}

/** The actor that a token itself names, if any; a nationality before its noun stands for the state. */
export function actorAt(scene: Scene, index: number): Actor | undefined {
  const mention = scene.heads[index] ?? innerWordOfName(scene, index)
  const entity = mention ? scene.cast.entities.get(mention.entity) : stateOfAdjective(scene, index)
  return entity && { entity: entity.id, type: entity.type, token: index }
}

function stateOfAdjective({ tree, cast }: Scene, index: number): Entity | undefined {
  const { form, deprel } = tree.tokens[index]!
  if (cast.byDemonym.size === 0 || !/^\p{Lu}/u.test(form) || !/^(?:amod|compound|nmod)/.test(deprel)) return undefined
  const before = tree.tokens[index - 1]?.form ?? ''
  return cast.byDemonym.get(`${before} ${form}`.toLowerCase()) ?? cast.byDemonym.get(form.toLowerCase())
}

/** A parser may hang a name by another word than its head: any word of a name stands for it. */
function innerWordOfName(scene: Scene, index: number): Mention | undefined {
  const cover = scene.covers[index]
  return cover?.kind === 'name' ? cover : undefined
}

/** A token's lemma in lower case; verbs of irregular form by the grammar's own list. */
export function lemmaAt({ tree, ontology }: Scene, index: number): string {
  const { lemma, form, upos } = tree.tokens[index]!
  const irregular = upos === 'VERB' || upos === 'ADJ' ? ontology.grammar.irregular.get(form.toLowerCase()) : undefined
  return irregular ?? lemma.toLowerCase()
}
