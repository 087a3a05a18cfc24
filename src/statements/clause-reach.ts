import { baseRelation, childBy, childrenBy, type Tree } from '../util/tree.ts'

/** Openers of a clause that stands beside what was said: "… districts, just as the U.N. released a report". */
const ASIDE = new Set(['as', 'while', 'although', 'though', 'after', 'when', 'whereas', 'before'])

/**
 * Where the words of a clause after its verb of saying end. They run on to the end of the sentence, or of the
 * subordinate clause that holds the verb, unless something joined to the verb itself begins before: "said the war was
 * over, but warned …", "said that …, adding …". What is said is longer than what a parser keeps under one head.
 *
 * @param inside a token of the clause, after `verb`
 * @returns offset of the end
 */
export function clauseReach(tree: Tree, verb: number, inside: number): number {
  const stop = beforeSemicolon(tree, verb)
  const content = Math.min(inside, stop)
  let last = Math.min(lastOfHost(tree, verb), beforeCoincidence(tree, content), stop)
  for (let at = verb, steps = 0; at >= 0 && steps <= tree.tokens.length; at = tree.tokens[at]!.head, steps++) {
    for (const child of tree.children[at]!) {
      if (child <= content || tree.first[child]! <= content || !endsSpeech(tree, child)) continue
      last = Math.min(last, tree.first[child]! - 1)
    }
  }
  while (last > content && /^(?:CCONJ|SCONJ|PUNCT)$/.test(tree.tokens[last]!.upos) && !closesQuotation(tree, last))
    last--
  last = Math.max(last, content)
  // A clause cannot stop after "has" or "of": the parser lost the rest of it.
  while (UNFINISHED.test(tree.tokens[last]!.upos) && last + 1 < tree.tokens.length) {
    last++
    while (last + 1 < tree.tokens.length && tree.tokens[last + 1]!.upos !== 'PUNCT') last++
  }
  return tree.tokens[last]!.end
}

/** The last token before ", just as …" or ", even as …": what happened meanwhile, however low the parser hung it. */
function beforeCoincidence({ tokens }: Tree, content: number): number {
  for (let i = content + 1; i + 2 < tokens.length; i++) {
    const [comma, adverb, as] = [tokens[i]!, tokens[i + 1]!, tokens[i + 2]!]
    if (comma.form === ',' && /^(?:just|even)$/i.test(adverb.form) && /^as$/i.test(as.form) && as.deprel === 'mark')
      return i - 1
  }
  return tokens.length - 1
}

/** The last token before a semicolon behind which somebody else says or does something. */
function beforeSemicolon({ tokens }: Tree, verb: number): number {
  for (let i = verb + 1; i + 1 < tokens.length; i++) {
    if (/^["“”]$/.test(tokens[i]!.form)) break
    if (tokens[i]!.form !== ';') continue
    const next = tokens.slice(i + 1)
    const clause = next.some(({ tag }) => /^(?:VB[DPZ]?|MD)$/.test(tag))
    if (clause && /^(?:DT|NNP|NNPS|NN|NNS|JJ)$/.test(next[0]!.tag)) return i - 1
  }
  return tokens.length - 1
}

const UNFINISHED = /^(?:AUX|ADP|DET|PART|SCONJ|CCONJ)$/

const closesQuotation = (tree: Tree, index: number): boolean => /^["”’')\]]|''$/.test(tree.tokens[index]!.form)

/**
 * The last token that a clause under `verb` may hold: the end of the sentence, or that of the subordinate clause which
 * holds the verb where more of the main clause follows.
 */
function lastOfHost(tree: Tree, verb: number): number {
  let last = tree.tokens.length - 1
  for (let at = verb, steps = 0; at >= 0 && steps <= tree.tokens.length; steps++) {
    const { head } = tree.tokens[at]!
    if (/^(?:acl|advcl|csubj|appos|nsubj)$/.test(baseRelation(tree.tokens[at]!)) && head >= 0) {
      const above = tree.tokens[head]!.head
      const mainFollows = head > at || above > at || tree.tokens[tree.last[at]! + 1]?.form === ','
      if (mainFollows) last = Math.min(last, tree.last[at]!)
    }
    at = head
  }
  return last
}

function endsSpeech(tree: Tree, child: number): boolean {
  const token = tree.tokens[child]!
  const opener = tree.tokens[tree.first[child]!]!
  switch (baseRelation(token)) {
    case 'conj':
      if (childrenBy(tree, child, 'mark').some(mark => tree.tokens[mark]!.form.toLowerCase() === 'that')) return false
      // "said it was glad and would help": reported speech goes on.
      if (childrenBy(tree, child, 'aux').some(aux => tree.tokens[aux]!.form.toLowerCase() === 'would')) return false
      return (
        childBy(tree, child, 'cc') !== undefined &&
        (childBy(tree, child, 'nsubj') === undefined || afterComma(tree, child))
      )
    case 'parataxis':
      return !isInserted(tree, child)
    case 'advcl':
      return token.tag === 'VBG'
        ? opener === token || afterComma(tree, child)
        : afterComma(tree, child) &&
            childrenBy(tree, child, 'mark', 'advmod').some(mark => ASIDE.has(tree.tokens[mark]!.lemma.toLowerCase()))
    default:
      return false
  }
}

/** Between a pair of dashes or brackets, after which the clause goes on: "spending - which drives growth - fell". */
function isInserted(tree: Tree, child: number): boolean {
  const before = tree.tokens[tree.first[child]! - 1]?.form ?? tree.tokens[tree.first[child]!]!.form
  const after = tree.tokens[tree.last[child]! + 1]?.form ?? ''
  return /^(?:[–—(]|--?)$/.test(before) && /^(?:[–—)]|--?)$/.test(after)
}

/** A comma, semicolon or dash stands before the clause (or before its conjunction). */
function afterComma(tree: Tree, child: number): boolean {
  const first = tree.first[child]!
  return [first - 1, first].some(i => /^(?:[,;–—]|--?)$/.test(tree.tokens[i]?.form ?? ''))
}

/**
 * Where a phrase that a cue governs ends: as {@link clauseReach}, but at the first comma or dash after the phrase's own
 * words, since only a clause goes on beyond one.
 */
export function phraseReach(tree: Tree, cue: number, phrase: number): number {
  const own = tree.last[phrase]!
  const most = clauseReach(tree, cue, own)
  let end = tree.tokens[own]!.end
  for (let i = own + 1; i < tree.tokens.length; i++) {
    const token = tree.tokens[i]!
    if (token.end > most || /^[,;:–—)]$|^--?$/.test(token.form) || /^(?:CCONJ|SCONJ)$/.test(token.upos)) break
    if (token.upos !== 'PUNCT') end = token.end
  }
  return end
}
