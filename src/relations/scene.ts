import type { Entity, EntityType, Mention, Sentence, Statement } from '../types.ts'
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
  /** Nouns that each verb governs, and what stands before each noun; worked out once. */
  readonly governed: Map<number, readonly number[]>
  readonly cases: Map<number, readonly string[]>
  /** Who made the last claims before a place in the sentence: whom a bare "denied the claims" answers. */
  readonly claimants: (before: number) => readonly string[]
  readonly cast: Cast
  /** Those whose cue stands in the sentence. */
  readonly statements: readonly Statement[]
}

/** Who there is in a document. */
export interface Cast {
  readonly entities: ReadonlyMap<string, Entity>
  /** Entities that some mention names. */
  readonly named: ReadonlySet<string>
  /** States by the adjective that means them. */
  readonly byDemonym: ReadonlyMap<string, Entity>
  /** Groups by the noun that names them: the "rebel" of "rebel-held" are the article's rebels. */
  readonly byHeadNoun: ReadonlyMap<string, Entity>
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
  statements: readonly Statement[] = [],
): Scene {
  const tree = treeOf(repairSentence(sentence))
  const heads: (Mention | undefined)[] = []
  const covers: (Mention | undefined)[] = []
  for (let i = 0; i < tree.tokens.length; i++) {
    heads.push(undefined)
    covers.push(undefined)
  }
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
  return {
    tree,
    ontology,
    heads,
    covers,
    consumed: new Set(),
    governed: new Map(),
    cases: new Map(),
    claimants,
    cast,
    statements,
  }
}

/**
 * The noun whose head lies outside the mention. Where a badly hung clause or title leaves more than one, the last of
 * the first run: "deal" in "deal brokered by", "President" in "Russian President".
 */
function headOf(tree: Tree, { start, end }: Mention): number {
  let head = -1
  for (let i = 0; i < tree.tokens.length; i++) {
    const token = tree.tokens[i]!
    if (token.start < start || token.end > end || !/^(?:NOUN|PROPN|PRON)$/.test(token.upos)) continue
    const above = tree.tokens[token.head]
    if (above !== undefined && above.start >= start && above.end <= end) continue
    if (head >= 0 && i > head + 1) return head
    head = i
  }
  return head >= 0 ? head : headOfSpan(tree, [start, end])
}

function outranks(a: Mention, b: Mention): boolean {
  const rank = KIND_RANK[a.kind] - KIND_RANK[b.kind]
  return rank !== 0 ? rank > 0 : a.end - a.start > b.end - b.start
}

/** The actor that a token itself names, if any; a nationality before its noun stands for the state. */
export function actorAt(scene: Scene, index: number): Actor | undefined {
  const mention = scene.heads[index] ?? innerWordOfName(scene, index)
  const entity = mention ? scene.cast.entities.get(mention.entity) : ofModifier(scene, index)
  return entity && { entity: entity.id, type: entity.type, token: index }
}

/** "Syrian" and "rebel" before a noun, where no mention names them. */
function ofModifier({ tree, cast, covers }: Scene, index: number): Entity | undefined {
  const { form, lemma, deprel } = tree.tokens[index]!
  if (!/^(?:amod|compound|nmod)/.test(deprel)) return undefined
  // "Syrian" in "Syrian forces" is part of their name; in "Syrian President" it says whose.
  const around = covers[index]
  if (around !== undefined && around.type !== 'person') return undefined
  if (!/^\p{Lu}/u.test(form)) return cast.byHeadNoun.get(lemma.toLowerCase())
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
