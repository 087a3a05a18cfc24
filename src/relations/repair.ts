import type { Sentence, Token } from '../types.ts'

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
const SHARED = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'nmod', 'obl:agent', 'iobj'])

/**
 * Mends what a greedy parser gets wrong in ways that the words themselves give away, so that every rule after it sees
 * one shape: dependents of auxiliaries, coordination read as two subjects, participles and "such as" hung too high.
 */
export function repairSentence(sentence: Sentence): Sentence {
  const { tokens } = sentence
  const heads = tokens.map(token => token.head)
  const relations = tokens.map(token => token.deprel)
  const isAuxiliary = (index: number): boolean => /^(?:aux|cop)/.test(relations[index] ?? '')

  tokens.forEach((_, i) => {
    const head = heads[i]!
    // "had" carries nothing: its subject is its verb's.
    if (
      head >= 0 &&
      isAuxiliary(head) &&
      heads[head]! >= 0 &&
      heads[head] !== i &&
      !/^(?:punct|fixed|advmod)$/.test(relations[i]!)
    ) {
      heads[i] = heads[head]!
    }
  })
  tokens.forEach((token, i) => {
    if (token.upos === 'CCONJ' && /^(?:and|or|nor|&)$/i.test(token.form)) joinConjunct(tokens, heads, relations, i)
    if (isReducedPassive(tokens, heads, relations, i)) {
      heads[i] = i - 1
      relations[i] = 'acl'
    }
    if (token.form.toLowerCase() === 'such' && tokens[i + 1]?.form.toLowerCase() === 'as') {
      const noun = tokens[i - 1]?.form === ',' ? i - 2 : i - 1
      const example = heads[i]!
      if (example > i && tokens[noun] !== undefined && NOMINAL.has(tokens[noun].upos) && heads[example] !== noun) {
        heads[example] = noun
        relations[example] = 'nmod'
      }
    }
  })
  if (tokens.every((token, i) => token.head === heads[i] && token.deprel === relations[i])) return sentence
  if (!isTree(heads)) return sentence
  return { ...sentence, tokens: tokens.map((token, i) => ({ ...token, head: heads[i]!, deprel: relations[i]! })) }
}

/** "A and B met": where both hang from the verb as subjects, the second is the first one's conjunct. */
function joinConjunct(tokens: readonly Token[], heads: number[], relations: string[], conjunction: number): void {
  const second = heads[conjunction]!
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

/** "a deal brokered by A": a participle with its agent, right after a noun. */
function isReducedPassive(
  tokens: readonly Token[],
  heads: readonly number[],
  relations: readonly string[],
  index: number,
): boolean {
  const token = tokens[index]!
  const before = tokens[index - 1]
  if (token.tag !== 'VBN' || before === undefined || before.upos !== 'NOUN') return false
  if (!/^(?:xcomp|advcl|conj|ccomp|parataxis)$/.test(relations[index]!)) return false
  if (tokens[index + 1]?.form.toLowerCase() !== 'by') return false
  return !tokens.some((other, i) => heads[i] === index && /^(?:aux|nsubj|mark)/.test(other.deprel))
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
