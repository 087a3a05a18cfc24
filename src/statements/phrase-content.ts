import type { Span } from '../types.ts'
import { childBy, childrenBy, subtreeSpan, type Tree } from '../util/tree.ts'
import { clauseReach, phraseReach } from './clause-reach.ts'
import type { StatementResources } from './resources.ts'

const prepositionOf = (tree: Tree, index: number): string | undefined => {
  const mark = childrenBy(tree, index, 'case', 'mark')[0]
  return mark === undefined ? undefined : tree.tokens[mark]!.lemma.toLowerCase()
}

/** "accused Y of Z", "praised Y for Z", "blamed Y on Z": Y and Z together. */
export function accuseContent(tree: Tree, verb: number): Span[] {
  const object = childBy(tree, verb, 'obj')
  if (object === undefined || object < verb) return []
  const charge = childrenBy(tree, verb, 'obl', 'advcl').find(
    child => child > object && /^(?:of|for|on|over)$/.test(prepositionOf(tree, child) ?? ''),
  )
  const start = subtreeSpan(tree, object)[0]
  if (charge === undefined) {
    // The charge may hang on the accused: "accusing [forces of killing]".
    const inner = childrenBy(tree, object, 'acl', 'nmod').find(child =>
      /^(?:of|for)$/.test(prepositionOf(tree, child) ?? ''),
    )
    return inner !== undefined && tree.tokens[inner]!.upos === 'VERB' ? [subtreeSpan(tree, object)] : []
  }
  return [[start, phraseReach(tree, verb, charge)]]
}

/** "called Y a Z", "described Y as Z", "likened Y to Z". */
export function labelContent(tree: Tree, verb: number): Span[] {
  const object = objectAfter(tree, verb)
  if (object === undefined) return []
  const name = childrenBy(tree, verb, 'xcomp').find(
    child => child > object && childBy(tree, child, 'mark') === undefined,
  )
  const { lemma } = tree.tokens[verb]!
  if (name !== undefined) return [[subtreeSpan(tree, object)[0], phraseReach(tree, verb, name)]]
  const likened = /^(?:liken|compare|contrast|equate)$/.test(lemma) ? joined(tree, verb, object, /^(?:to|with)$/) : []
  const likeness = likened.length > 0 ? likened : likenessContent(tree, verb)
  if (likeness.length > 0) return likeness
  const whole: Span = [subtreeSpan(tree, object)[0], phraseReach(tree, verb, object)]
  // "called her husband", "called a meeting": no name follows.
  const quoted = tree.tokens.some(({ start, form }) => start > whole[0] && start <= whole[1] && /^["“‘]$/.test(form))
  const last = tree.last[object]!
  // "called such language unacceptable", the adjective hung from the noun
  const judged = last > object && tree.tokens[last]!.upos === 'ADJ' && tree.tokens[last]!.head === object
  const bare = lemma === 'call' && !quoted && !judged && whole[1] === subtreeSpan(tree, object)[1]
  return NAMING.has(lemma) && !bare ? [whole] : []
}

/** "sees Y as Z". */
export function likenessContent(tree: Tree, verb: number): Span[] {
  const object = objectAfter(tree, verb)
  return object === undefined ? [] : joined(tree, verb, object, /^as$/)
}

/** "put the toll at 30". */
export function measureContent(tree: Tree, verb: number): Span[] {
  const object = objectAfter(tree, verb)
  return object === undefined ? [] : joined(tree, verb, object, /^at$/)
}

/** Verbs that do nothing but name: what they take is object and name together, however the parser joins the two. */
const NAMING = new Set(['call', 'dub', 'label', 'brand', 'term', 'describe', 'characterize', 'characterise'])

function objectAfter(tree: Tree, verb: number): number | undefined {
  const object = childBy(tree, verb, 'obj')
  return object !== undefined && object > verb ? object : undefined
}

/** The object with the phrase that a preposition joins to it, whether the parser hung that on the verb or on the object. */
function joined(tree: Tree, verb: number, object: number, preposition: RegExp): Span[] {
  const start = subtreeSpan(tree, object)[0]
  const fits = (child: number): boolean => child > object && preposition.test(prepositionOf(tree, child) ?? '')
  const other = childrenBy(tree, verb, 'obl', 'advcl', 'xcomp').find(fits)
  if (other !== undefined) return [[start, phraseReach(tree, verb, other)]]
  const next = tree.last[object]! + 1
  if (preposition.test(tree.tokens[next]?.form ?? '') && tree.tokens[next + 1] !== undefined) {
    return [[start, phraseReach(tree, verb, next + 1)]]
  }
  return childrenBy(tree, object, 'nmod', 'acl').some(fits) ? [[start, phraseReach(tree, verb, object)]] : []
}

/** "promised to go", "urged Y to go": what is to be done; without the person asked where the verb has one. */
export function infinitiveContent(tree: Tree, verb: number, tells: boolean): Span[] {
  const clause = childrenBy(tree, verb, 'xcomp', 'ccomp', 'advcl').find(
    child => child > verb && childrenBy(tree, child, 'mark').some(mark => tree.tokens[mark]!.tag === 'TO'),
  )
  if (clause === undefined) return []
  const object = childBy(tree, verb, 'obj', 'iobj')
  if (tree.tokens[clause]!.deprel.startsWith('advcl') && !(tells && object !== undefined)) return []
  const start = subtreeSpan(tree, clause)[0]
  const end = clauseReach(tree, verb, clause)
  const from = !tells && object !== undefined && object > verb && object < clause ? subtreeSpan(tree, object)[0] : start
  return [[from, end]]
}

/** What follows a preposition without being talked about: "asked for days", "spoke on condition of anonymity". */
const TIMES = new Set(
  'second minute hour day week month year decade time moment while condition monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)

export const isTime = (tree: Tree, index: number): boolean => TIMES.has(tree.tokens[index]!.lemma.toLowerCase())

/** "warned of Y", "called for Y", "spoke about Y". */
export function topicContent(tree: Tree, verb: number, prepositions: readonly string[]): Span[] {
  for (const child of childrenBy(tree, verb, 'obl', 'advcl', 'xcomp', 'ccomp')) {
    if (child < verb) continue
    const mark = childrenBy(tree, child, 'case', 'mark')[0]
    if (mark === undefined || !prepositions.includes(tree.tokens[mark]!.lemma.toLowerCase())) continue
    // "agreed to go" tells of a deed.
    if (tree.tokens[mark]!.tag === 'TO' && tree.tokens[mark]!.deprel === 'mark') continue
    // "referred to it": nothing of what was said.
    if (tree.tokens[child]!.tag === 'PRP' && tree.last[child] === child) continue
    if (isTime(tree, child) || tree.tokens[child]!.upos === 'NUM') continue
    const next = tree.tokens[Math.max(mark, ...childrenBy(tree, mark, 'fixed')) + 1]
    const start = subtreeSpan(tree, child)[0]
    const end = reachOfTopic(tree, verb, child)
    return [[mark === tree.first[child] && next !== undefined ? next.start : start, end]]
  }
  return []
}

/** "called for [the minister to go]", "appealed to [them to stop]": with the infinitive that stands directly after. */
function reachOfTopic(tree: Tree, verb: number, topic: number): number {
  const end = phraseReach(tree, verb, topic)
  const deed = childrenBy(tree, verb, 'xcomp', 'advcl', 'ccomp').find(
    child =>
      child > topic && tree.tokens[tree.first[child]!]!.tag === 'TO' && tree.first[child] === tree.last[topic]! + 1,
  )
  return deed === undefined ? end : Math.max(end, clauseReach(tree, verb, deed))
}

/**
 * "confirmed the killing", "denied all the allegations": a noun phrase stands for what was said.
 *
 * @param pronouns "criticised him" counts too
 */
export function objectContent(tree: Tree, verb: number, pronouns: boolean, { trophies }: StatementResources): Span[] {
  const object = childBy(tree, verb, 'obj')
  if (object === undefined || object < verb || trophies.has(tree.tokens[object]!.lemma.toLowerCase())) return []
  const { upos } = tree.tokens[object]!
  const { lemma } = tree.tokens[verb]!
  const personal = tree.tokens[object]!.tag === 'PRP' ? pronouns || ANSWERS.test(lemma) : isAnswered(tree, verb, object)
  if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'NUM' && !personal) return []
  return [[subtreeSpan(tree, object)[0], beforeNextClause(tree, object, phraseReach(tree, verb, object))]]
}

const ANSWERS = /^(?:deny|reject|dispute|confirm)$/

/** "The firm denied this". */
const isAnswered = (tree: Tree, verb: number, object: number): boolean =>
  ANSWERS.test(tree.tokens[verb]!.lemma) && /^(?:this|that)$/i.test(tree.tokens[object]!.form)

/** "proposed a freeze and [Canada has begun its own]": a clause that the parser joined to the object. */
function beforeNextClause(tree: Tree, object: number, end: number): number {
  for (let i = object + 1; i < tree.tokens.length && tree.tokens[i]!.end <= end; i++) {
    const { upos, head } = tree.tokens[i]!
    const joined = upos === 'CCONJ' && head > i && tree.tokens[head]!.deprel === 'conj' ? head : -1
    const finite = joined >= 0 && childBy(tree, joined, 'nsubj') !== undefined
    if (finite && childBy(tree, tree.tokens[joined]!.head, 'nsubj') === undefined) return tree.tokens[i - 1]!.end
  }
  return end
}

/** "the plan was praised by X", "arrests documented by X": what the passive's subject names. */
export function passiveContent(tree: Tree, verb: number): Span[] {
  const subject = childBy(tree, verb, 'nsubj:pass')
  if (subject === undefined || !/^(?:NOUN|PROPN)$/.test(tree.tokens[subject]!.upos)) return []
  const [, end] = subtreeSpan(tree, subject)
  const first = tree.tokens.find((token, i) => i >= tree.first[subject]! && !/^(?:PUNCT|CCONJ)$/.test(token.upos))!
  return [[first.start, end]]
}
