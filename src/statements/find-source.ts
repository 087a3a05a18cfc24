import type { Span } from '../types.ts'
import { baseRelation, childBy, childrenBy, subtreeSpan, type Tree } from '../util/tree.ts'
import type { Source } from './attribution.ts'

const RELATIVE = new Set(['who', 'which', 'that', 'whom'])
const EMPTY = new Set(['it', 'there'])
/** A clause borrows its subject over so many verbs at most. */
const FARTHEST = 4

/**
 * Who performs the verb at `verb`: its subject, the antecedent of a relative pronoun, the agent of a passive, or the
 * subject that it shares with the verb it is joined or subordinate to. Null where the text names nobody.
 */
export function findSource(tree: Tree, verb: number, steps = 0): Source | null {
  const token = tree.tokens[verb]!
  const subjects = childrenBy(tree, verb, 'nsubj').filter(child => tree.tokens[child]!.deprel !== 'nsubj:pass')
  const subject = subjects.findLast(child => child < verb) ?? subjects[0]
  if (subject !== undefined) return subjectSource(tree, verb, subject)
  if (childBy(tree, verb, 'nsubj:pass', 'aux:pass') !== undefined) {
    return agentOf(tree, verb)
  }
  if (token.head < 0 || steps >= FARTHEST || childBy(tree, verb, 'csubj', 'expl') !== undefined) return null
  const head = tree.tokens[token.head]!
  switch (baseRelation(token)) {
    case 'conj':
    case 'advcl':
    case 'xcomp':
    case 'parataxis':
    case 'dep': {
      // "…, the ministry said" beside a clause has its subject by place; "[people] briefed on it [said]" shares one.
      if (token.deprel === 'parataxis' && tree.tokens[verb - 1]?.upos === 'PUNCT') return null
      const infinitive = childrenBy(tree, verb, 'mark').some(mark => tree.tokens[mark]!.tag === 'TO')
      const asked = token.deprel === 'xcomp' && infinitive ? childBy(tree, token.head, 'obj') : undefined
      if (asked !== undefined && asked > token.head && asked < verb) return phraseSource(tree, asked, verb)
      const forced = infinitive ? childBy(tree, token.head, 'nsubj:pass') : undefined
      if (forced !== undefined && token.deprel === 'xcomp') return phraseSource(tree, forced, verb)
      return head.upos === 'VERB' || head.upos === 'AUX' || head.upos === 'ADJ' || hasSubject(tree, token.head)
        ? findSource(tree, token.head, steps + 1)
        : null
    }
    case 'acl':
      // "a plan called …": the noun is what is spoken of, not who speaks.
      if (token.tag === 'VBN') return agentOf(tree, verb)
      return token.deprel === 'acl' && (head.upos === 'NOUN' || head.upos === 'PROPN')
        ? phraseSource(tree, token.head, verb)
        : null
    default:
      return null
  }
}

const hasSubject = (tree: Tree, index: number): boolean => childBy(tree, index, 'nsubj') !== undefined

/** "reported by the agency". */
function agentOf(tree: Tree, verb: number): Source | null {
  const agent =
    childBy(tree, verb, 'obl:agent') ??
    childrenBy(tree, verb, 'obl').find(child =>
      childrenBy(tree, child, 'case').some(mark => tree.tokens[mark]!.lemma === 'by'),
    )
  return agent === undefined ? null : phraseSource(tree, agent)
}

function subjectSource(tree: Tree, verb: number, subject: number): Source | null {
  const word = tree.tokens[subject]!
  const lower = word.form.toLowerCase()
  if (EMPTY.has(lower) && lower === 'there') return null
  const verbToken = tree.tokens[verb]!
  if (RELATIVE.has(lower) && verbToken.head >= 0) {
    const clause = relativeClause(tree, verb)
    if (clause !== undefined) {
      const antecedent = tree.tokens[clause]!.head
      const span = phraseSpan(tree, antecedent, clause)
      return { tree, token: antecedent, span: [span[0], Math.max(span[1], word.end)] }
    }
    const before = tree.tokens[subject - 1]?.form === ',' ? subject - 2 : subject - 1
    if (before >= 0 && /^(?:NOUN|PROPN)$/.test(tree.tokens[before]!.upos) && lower !== 'that') {
      return { tree, token: before, span: [subtreeSpan(tree, before)[0], word.end] }
    }
    if (lower !== 'who') return null
  }
  return phraseSource(tree, subject, verb)
}

/** The relative clause whose verb `verb` is or to which it is joined. */
function relativeClause(tree: Tree, verb: number): number | undefined {
  let at = verb
  for (let steps = 0; steps < FARTHEST && at >= 0; steps++) {
    if (tree.tokens[at]!.deprel === 'acl:relcl') return at
    if (baseRelation(tree.tokens[at]!) !== 'conj') return undefined
    at = tree.tokens[at]!.head
  }
  return undefined
}

/** A source from the head of its phrase; `verb` is left out of the phrase where it stands under it. */
export function phraseSource(tree: Tree, token: number, verb?: number): Source {
  return { tree, token, span: phraseSpan(tree, token, verb) }
}

/** The phrase of `token`, up to the branch that holds `verb`, without a preposition at its start. */
function phraseSpan(tree: Tree, token: number, verb?: number): Span {
  let [start, end] = subtreeSpan(tree, token)
  if (verb !== undefined) {
    const cue = tree.tokens[verb]!
    const own = tree.tokens[token]!
    if (cue.start >= own.end && cue.start < end) {
      // The branch may begin with commas and a pronoun; the phrase ends with the last word before it.
      const first = tree.tokens[Math.max(token + 1, tree.first[verb]!)]!
      end = lastWordBefore(tree, token, first.start)
    } else if (cue.end <= own.start && cue.end > start) {
      start = own.start
    }
  }
  let first = tree.first[token]!
  while (first < token && tree.tokens[first]!.upos === 'PUNCT') first++
  const lead = tree.tokens[first]!
  if (start < lead.start) start = lead.start
  if (baseRelation(lead) === 'case' && lead.head === token && lead.start === start) {
    const marks = childrenBy(tree, token, 'case')
    start = tree.tokens[Math.min(Math.max(lastFixed(tree, marks[0]!), marks[0]!) + 1, token)]!.start
  }
  let last = tree.last[token]!
  while (last > token && tree.tokens[last]!.upos === 'PUNCT') last--
  return [start, tree.tokens[last]!.end < end ? Math.max(tree.tokens[last]!.end, tree.tokens[token]!.end) : end]
}

const lastFixed = (tree: Tree, index: number): number => Math.max(index, ...childrenBy(tree, index, 'fixed'))

function lastWordBefore(tree: Tree, from: number, offset: number): number {
  let end = tree.tokens[from]!.end
  for (let i = from + 1; i < tree.tokens.length && tree.tokens[i]!.start < offset; i++) {
    if (tree.tokens[i]!.upos !== 'PUNCT') end = tree.tokens[i]!.end
  }
  return end
}
