import type { Sentence, Span, Token } from '../types.ts'

/** A sentence's tokens with what hangs under what, indexed once. */
export interface Tree {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** Indices of each token's dependents, in text order. */
  readonly children: readonly (readonly number[])[]
  /** Leftmost token of each token's subtree. */
  readonly first: readonly number[]
  /** Rightmost token of each token's subtree. */
  readonly last: readonly number[]
}

const trees = new WeakMap<Sentence, Tree>()

/** The index of a sentence; made on the first call and kept as long as the sentence lives. */
export function treeOf(sentence: Sentence): Tree {
  let tree = trees.get(sentence)
  if (tree === undefined) trees.set(sentence, (tree = indexSentence(sentence)))
  return tree
}

function indexSentence(sentence: Sentence): Tree {
  const { tokens } = sentence
  const children: (number[] | undefined)[] = []
  const first: number[] = []
  const last: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    children.push(undefined)
    first.push(i)
    last.push(i)
  }
  for (let i = 0; i < tokens.length; i++) {
    let { head } = tokens[i]!
    if (head < 0 || head >= tokens.length) continue
    const siblings = children[head]
    if (siblings === undefined) children[head] = [i]
    else siblings.push(i)
    // Whatever covers the token already has told those above it; so a circle of broken heads ends as well.
    while (head >= 0 && head < tokens.length) {
      if (i < first[head]!) first[head] = i
      else if (i > last[head]!) last[head] = i
      else break
      head = tokens[head]!.head
    }
  }
  for (let i = 0; i < tokens.length; i++) children[i] ??= NONE as number[]
  return { sentence, tokens, children: children as readonly (readonly number[])[], first, last }
}

const NONE: readonly number[] = []

/** The token hung elsewhere; made as the parser's own are, so that engines hold all tokens to be of one kind. */
export const rehung = ({ start, end, form, lemma, tag, upos }: Token, head: number, deprel: string): Token => ({
  start,
  end,
  form,
  lemma,
  tag,
  upos,
  head,
  deprel,
})

/** The relation without its subtype: `nsubj` for `nsubj:pass`. */
export const baseRelation = (token: Token): string => {
  const colon = token.deprel.indexOf(':')
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon)
}

/** Dependents of `index` whose relation is one of `relations`; a relation without subtype covers its subtypes. */
export function childrenBy(tree: Tree, index: number, ...relations: readonly string[]): number[] {
  const found: number[] = []
  for (const child of tree.children[index]!) if (isOneOf(tree.tokens[child]!, relations)) found.push(child)
  return found
}

function isOneOf(token: Token, relations: readonly string[]): boolean {
  return relations.includes(token.deprel) || (token.deprel.includes(':') && relations.includes(baseRelation(token)))
}

/** The first of {@link childrenBy}. */
export function childBy(tree: Tree, index: number, ...relations: readonly string[]): number | undefined {
  for (const child of tree.children[index]!) if (isOneOf(tree.tokens[child]!, relations)) return child
  return undefined
}

/** Whether `index` is `ancestor` or stands under it. */
export function isUnder(tree: Tree, index: number, ancestor: number): boolean {
  for (let i = index, steps = 0; i >= 0 && steps <= tree.tokens.length; i = tree.tokens[i]!.head, steps++) {
    if (i === ancestor) return true
  }
  return false
}

/** Offsets of everything under `index`, itself included. */
export function subtreeSpan(tree: Tree, index: number): Span {
  return [tree.tokens[tree.first[index]!]!.start, tree.tokens[tree.last[index]!]!.end]
}

/** The token within `span` whose head lies outside it; the last such token, or -1 where no token stands in `span`. */
export function headOfSpan(tree: Tree, span: Span): number {
  let head = -1
  tree.tokens.forEach((token, i) => {
    if (token.start < span[0] || token.end > span[1]) return
    const above = tree.tokens[token.head]
    const outside = above === undefined || above.start < span[0] || above.end > span[1]
    if (outside && token.upos !== 'PUNCT') head = i
  })
  return head
}
