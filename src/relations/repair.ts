import type { Sentence, Token } from '../types.ts'
import { rehung } from '../util/tree.ts'
import {
  mendCompoundParticiples,
  mendMisreadVerbs,
  raiseAgent,
  raiseFiniteVerb,
  releaseHearers,
  seatFiniteSubjects,
  seatGerundSubjects,
} from './repair-verbs.ts'

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
const SHARED = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'nmod', 'obl:agent', 'iobj'])

/** A tree under repair. */
export interface Draft {
  readonly tokens: readonly Token[]
  readonly heads: number[]
  readonly relations: string[]
}

/**
 * Mends what a greedy parser gets wrong in ways that the words themselves give away, so that every rule after it sees
 * one shape: dependents of auxiliaries, coordination read as two subjects, participles and "such as" hung too high.
 */
export function repairSentence(sentence: Sentence): Sentence {
  const { tokens } = sentence
  const draft: Draft = { tokens, heads: [], relations: [] }
  for (const { head, deprel } of tokens) {
    draft.heads.push(head)
    draft.relations.push(deprel)
  }
  liftFromAuxiliaries(draft)
  for (let i = 0; i < tokens.length; i++) hangAmount(draft, i)
  for (let i = 0; i < tokens.length; i++) unseatOblique(draft, i)
  raiseFiniteVerb(draft)
  mendMisreadVerbs(draft)
  seatGerundSubjects(draft)
  seatFiniteSubjects(draft)
  releaseHearers(draft)
  mendCompoundParticiples(draft)
  tokens.forEach((token, i) => {
    hangOblique(draft, i)
    hangBeforeAdverb(draft, i)
    raiseAgent(draft, i)
    joinNominal(draft, i)
    joinName(draft, i)
    hangMisreadPreposition(draft, i)
    if (token.upos === 'CCONJ' && /^(?:and|or|nor|&)$/i.test(token.form)) joinConjunct(draft, i)
    if (isWord(token, 'between')) joinBetween(draft, i)
    if (isWord(token, 'such') && tokens[i + 1]?.form.toLowerCase() === 'as') hangExample(draft, i)
    const noun = reducedPassiveOf(draft, i)
    if (noun !== undefined) attach(draft, i, noun, 'acl')
  })
  const { heads, relations } = draft
  if (tokens.every((token, i) => token.head === heads[i] && token.deprel === relations[i])) return sentence
  if (!isTree(heads)) return sentence
  const { start, end, block } = sentence
  const mended: Token[] = []
  for (let i = 0; i < tokens.length; i++) mended.push(rehung(tokens[i]!, heads[i]!, relations[i]!))
  return { start, end, tokens: mended, block }
}

const isWord = ({ form }: Token, word: string): boolean => form.length === word.length && form.toLowerCase() === word

export function attach({ heads, relations }: Draft, index: number, head: number, relation: string): void {
  heads[index] = head
  relations[index] = relation
}

export function childrenOf({ heads }: Draft, index: number): number[] {
  const children: number[] = []
  for (let i = 0; i < heads.length; i++) if (heads[i] === index) children.push(i)
  return children
}

/** "had" carries nothing: its subject is its verb's. */
function liftFromAuxiliaries({ tokens, heads, relations }: Draft): void {
  tokens.forEach((_, i) => {
    const head = heads[i]!
    if (head < 0 || !/^(?:aux|cop)/.test(relations[head]!) || heads[head]! < 0 || heads[head] === i) return
    if (!/^(?:punct|fixed|advmod)$/.test(relations[i]!)) heads[i] = heads[head]!
  })
}

/** "up to 13,000 refugees": the words say how many; the noun is the verb's object. */
function hangAmount(draft: Draft, index: number): void {
  const { tokens, heads, relations } = draft
  const number = index + 2
  if (!isWord(tokens[index]!, 'up') || tokens[index + 1]?.form !== 'to' || tokens[number]?.upos !== 'NUM') return
  let noun = number
  while (relations[noun] === 'nummod' && heads[noun]! > noun) noun = heads[noun]!
  attach(draft, index, number, 'advmod')
  attach(draft, index + 1, number, 'advmod')
  if (relations[noun] === 'obl' && !childrenOf(draft, heads[noun]!).some(child => relations[child] === 'obj'))
    relations[noun] = 'obj'
}

/** "Iran on Tuesday threatened": no subject has a preposition; the noun before it, hung beneath, is the subject. */
function unseatOblique(draft: Draft, index: number): void {
  const { tokens, heads, relations } = draft
  if (!/^(?:nsubj|obj)/.test(relations[index]!)) return
  const children = childrenOf(draft, index)
  const preposition = children.find(
    child => relations[child] === 'case' && child < index && tokens[child]!.tag !== 'POS',
  )
  if (preposition === undefined) return
  const first = children.find(
    child =>
      child < preposition && NOMINAL.has(tokens[child]!.upos) && /^(?:compound|nmod|flat)/.test(relations[child]!),
  )
  if (first === undefined) return
  const together = /^(?:along|together)$/i.test(tokens[preposition]!.form)
  attach(draft, first, heads[index]!, relations[index]!)
  attach(draft, index, first, together ? 'conj' : 'nmod')
}

/** A noun with a preposition is an oblique, whatever else it was taken for. */
function hangOblique({ tokens, heads, relations }: Draft, preposition: number): void {
  const noun = heads[preposition]!
  if (relations[preposition] !== 'case' || noun < 0 || !/^(?:xcomp|ccomp|obj|iobj)$/.test(relations[noun]!)) return
  if (!NOMINAL.has(tokens[noun]!.upos) || tokens[preposition]!.tag === 'POS' || preposition > noun) return
  relations[noun] = tokens[preposition]!.form.toLowerCase() === 'by' ? 'obl:agent' : 'obl'
}

/** "will brief the council later": no noun hangs from an adverb after it. */
function hangBeforeAdverb({ tokens, heads, relations }: Draft, index: number): void {
  const adverb = heads[index]!
  if (adverb <= index || tokens[adverb]!.upos !== 'ADV' || !NOMINAL.has(tokens[index]!.upos)) return
  if (relations[index] !== 'compound' && relations[index] !== 'nmod') return
  const verb = heads[adverb]!
  if (verb < 0 || verb > index || tokens[verb]!.upos !== 'VERB') return
  heads[index] = verb
  relations[index] = 'obj'
}

/** "A and B met": where both hang from the verb as subjects, the second is the first one's conjunct. */
function joinConjunct({ tokens, heads, relations }: Draft, conjunction: number): void {
  let second = heads[conjunction]!
  // The conjunction may hang from a modifier of the noun it joins.
  while (
    second > conjunction &&
    /^(?:amod|compound|det|nummod|nmod:desc)$/.test(relations[second]!) &&
    heads[second]! > second
  )
    second = heads[second]!
  const nominal = second > conjunction && NOMINAL.has(tokens[second]!.upos)
  if (nominal && joinAdjacent(tokens, heads, relations, conjunction, second)) return
  if (second <= conjunction || !NOMINAL.has(tokens[second]!.upos) || !SHARED.has(relations[second]!)) return
  for (let first = conjunction - 1; first >= 0 && first >= conjunction - 8; first--) {
    if (tokens[first]!.upos === 'VERB') return
    if (heads[first] !== heads[second] || relations[first] !== relations[second] || !NOMINAL.has(tokens[first]!.upos))
      continue
    heads[second] = first
    relations[second] = 'conj'
    return
  }
}

/** The noun right before a conjunction, hung beneath the second noun or unlike it, is its first conjunct all the same. */
function joinAdjacent(
  tokens: readonly Token[],
  heads: number[],
  relations: string[],
  conjunction: number,
  second: number,
): boolean {
  let first = conjunction - 1
  if (tokens[first] === undefined || !NOMINAL.has(tokens[first]!.upos)) return false
  while (
    /^(?:flat|compound|appos|nmod:desc)$/.test(relations[first]!) &&
    heads[first]! >= 0 &&
    heads[first]! < conjunction
  )
    first = heads[first]!
  if (heads[first] === second) {
    heads[first] = heads[second]!
    relations[first] = relations[second]!
    heads[second] = first
    relations[second] = 'conj'
    return true
  }
  // "said A and B must": what was taken for the object of saying is the first subject.
  const clause = heads[second]!
  if (relations[second] === 'nsubj' && relations[first] === 'obj' && clause >= 0 && heads[clause] === heads[first]) {
    heads[first] = clause
    relations[first] = 'nsubj'
    heads[second] = first
    relations[second] = 'conj'
    return true
  }
  if (relations[second] === 'appos' && heads[second]! < conjunction) {
    relations[second] = 'conj'
    return true
  }
  // A subject of a noun without a copula is no subject.
  const above = heads[second]!
  const stray =
    relations[second] === 'nsubj' &&
    above >= 0 &&
    tokens[above]!.upos === 'NOUN' &&
    !tokens.some((_, i) => heads[i] === above && relations[i] === 'cop')
  if (!stray) return false
  heads[second] = first
  relations[second] = 'conj'
  return true
}

/** "talks between A and B": B belongs with A. */
function joinBetween(draft: Draft, between: number): void {
  const { tokens, heads, relations } = draft
  const first = heads[between]!
  if (first <= between || childrenOf(draft, first).some(child => relations[child] === 'conj')) return
  for (let i = first + 1; i < tokens.length && i <= first + 8; i++) {
    if (tokens[i]!.upos === 'VERB') return
    if (tokens[i]!.upos !== 'CCONJ') continue
    let second = i + 1
    while (second < tokens.length - 1 && /^(?:DET|ADJ|NUM)$/.test(tokens[second]!.upos)) second++
    while (tokens[heads[second] ?? -1] && relations[second] === 'compound' && heads[second]! > second)
      second = heads[second]!
    if (tokens[second] && NOMINAL.has(tokens[second]!.upos) && second !== heads[first])
      attach(draft, second, first, 'conj')
    return
  }
}

/** "urged the regime and its allies": a noun coordinated with a verb belongs to the noun before the conjunction. */
function joinNominal({ tokens, heads, relations }: Draft, index: number): void {
  const verb = heads[index]!
  if (relations[index] !== 'conj' || verb < 0 || tokens[verb]!.upos !== 'VERB' || verb > index) return
  if (!NOMINAL.has(tokens[index]!.upos)) return
  if (tokens.some((_, i) => heads[i] === index && /^(?:cop|nsubj|obj|aux)/.test(relations[i]!))) return
  for (let first = index - 1; first > verb && first > index - 8; first--) {
    if (heads[first] === verb && NOMINAL.has(tokens[first]!.upos) && SHARED.has(relations[first]!)) {
      heads[index] = first
      return
    }
  }
}

/** "with Ilham Aliyev and Ana Duarte": what is joined to a name's last word is joined to the name. */
function joinName({ heads, relations }: Draft, index: number): void {
  const word = heads[index]!
  if (relations[index] === 'conj' && word >= 0 && relations[word] === 'flat' && heads[word]! >= 0)
    heads[index] = heads[word]!
}

/** "a meeting with B" read as a participle clause: a preposition governs nothing. */
function hangMisreadPreposition(draft: Draft, index: number): void {
  const { tokens, heads, relations } = draft
  if (tokens[index]!.tag !== 'IN' || tokens[index]!.upos === 'VERB' || !/^(?:acl|advcl)$/.test(relations[index]!))
    return
  const children = childrenOf(draft, index)
  const noun = children.find(child => relations[child] === 'obj' && child > index)
  if (noun === undefined || heads[index]! < 0) return
  attach(draft, noun, heads[index]!, relations[index] === 'acl' ? 'nmod' : 'obl')
  attach(draft, index, noun, 'case')
  for (const child of children) if (child !== noun) heads[child] = noun
}

/** "groups such as the Hawks": the example hangs from the noun before. */
function hangExample(draft: Draft, such: number): void {
  const { tokens, heads } = draft
  const noun = tokens[such - 1]?.form === ',' ? such - 2 : such - 1
  const example = heads[such]!
  if (example > such && tokens[noun] !== undefined && NOMINAL.has(tokens[noun].upos) && heads[example] !== noun) {
    attach(draft, example, noun, 'nmod')
  }
}

/** "a deal brokered by A", "the session -- called by A --": the noun right before a participle with its agent. */
function reducedPassiveOf(draft: Draft, index: number): number | undefined {
  const { tokens, heads, relations } = draft
  const token = tokens[index]!
  const apart = /^(?:--|–|—|-|,|\()$/.test(tokens[index - 1]?.form ?? '')
  const noun = apart ? index - 2 : index - 1
  if (token.tag !== 'VBN' || tokens[noun]?.upos !== 'NOUN' || heads[index] === noun) return undefined
  if (!/^(?:xcomp|advcl|conj|ccomp|parataxis)$/.test(relations[index]!)) return undefined
  if (tokens[index + 1]?.form.toLowerCase() !== 'by') return undefined
  return childrenOf(draft, index).some(child => /^(?:aux|nsubj|mark)/.test(relations[child]!)) ? undefined : noun
}

function isTree(heads: readonly number[]): boolean {
  return heads.every((_, i) => {
    let at = i
    for (let steps = 0; steps <= heads.length; steps++) {
      at = heads[at]!
      if (at < 0) return true
    }
    return false
  })
}
