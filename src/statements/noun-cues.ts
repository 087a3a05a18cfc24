import type { Span } from '../types.ts'
import { childBy, childrenBy, subtreeSpan, type Tree } from '../util/tree.ts'
import type { Attribution, Source } from './attribution.ts'
import { phraseReach } from './clause-reach.ts'
import type { CueContext } from './find-cues.ts'
import { phraseSource } from './find-source.ts'
import { isTime } from './phrase-content.ts'
import type { StatementResources } from './resources.ts'

/** "his warning of further action", "the minister's claim that …", "a statement by X denying …". */
export function readNounCue(tree: Tree, index: number, { resources }: CueContext): Attribution | null {
  const token = tree.tokens[index]!
  const lemma = token.lemma.toLowerCase()
  if (token.upos !== 'NOUN' || !resources.claims.has(lemma)) return null
  const owner = ownerOf(tree, index)
  const content = owner === null ? null : contentOf(tree, index)
  if (owner === null || content === null) return null
  const clause = tree.tokens[index + 1]?.form.toLowerCase() === 'that'
  if (!clause && !resources.reports.has(lemma)) return null
  return {
    tree,
    token: index,
    cue: [token.start, token.end],
    source: owner,
    kind: 'speech',
    frame: 'topic',
    content: [content],
    addressee: null,
    takesQuote: false,
  }
}

function ownerOf(tree: Tree, noun: number): Source | null {
  for (const child of childrenBy(tree, noun, 'nmod')) {
    const token = tree.tokens[child]!
    const marks = childrenBy(tree, child, 'case').map(mark => tree.tokens[mark]!.form.toLowerCase())
    // Further on, "by" tells who did what is reported: "reports of massacres by the army".
    const beside = tree.first[child] === noun + 1 && (marks.includes('by') || marks.includes('from'))
    if (token.deprel === 'nmod:poss' || beside) return phraseSource(tree, child)
  }
  return null
}

const INTRODUCES = /^(?:of|for|about|on|against|over|to|with|that|regarding|concerning|toward|towards)$/

/** What a noun that names a statement introduces: "warning of [further action]". */
export function contentOf(tree: Tree, noun: number): Span | null {
  for (const child of childrenBy(tree, noun, 'acl', 'ccomp', 'nmod', 'advcl')) {
    if (child < noun) continue
    const token = tree.tokens[child]!
    const first = tree.first[child]!
    const opener = tree.tokens[first]!.form.toLowerCase()
    // "his remarks, stressing …", "a claim he made": such clauses tell of the noun and not what it says.
    const says = opener === 'that' || opener === 'to' || (token.tag === 'VBG' && first === child)
    if (/^(?:acl|advcl)/.test(token.deprel) && !says) continue
    const isNominal = token.deprel.startsWith('nmod')
    if (isNominal && (!INTRODUCES.test(opener) || isTime(tree, child))) continue
    const start = isNominal || opener === 'that' ? tree.tokens[first + 1] : tree.tokens[first]
    if (start === undefined || first !== noun + 1) continue
    return [start.start, Math.max(subtreeSpan(tree, child)[1], phraseReach(tree, noun, child))]
  }
  return null
}

/** "made a plea for peace", "issued a warning", "claimed responsibility": what the noun introduces, or the noun itself. */
export function utteranceContent(tree: Tree, verb: number, resources: StatementResources): Span[] {
  const object = childrenBy(tree, verb, 'obj').find(child => child > verb)
  if (object === undefined || !resources.claims.has(tree.tokens[object]!.lemma.toLowerCase())) return []
  // "released a report claiming that …": the participle tells what it says.
  const telling = childrenBy(tree, object, 'acl').some(child => childBy(tree, child, 'ccomp') !== undefined)
  if (telling) return []
  // "expressed thanks to the minister": the minister is thanked, not spoken of.
  const addressed = tree.tokens[object + 1]?.form === 'to' && tree.tokens[object + 1]!.upos === 'ADP'
  const introduced = addressed ? null : contentOf(tree, object)
  // "made his comments in a letter", "repeated his insistence": told before, and nothing of it here.
  if (introduced === null && childBy(tree, object, 'nmod:poss') !== undefined) return []
  const { lemma } = tree.tokens[object]!
  const determiner = childBy(tree, object, 'det')
  const article = determiner === undefined ? '' : tree.tokens[determiner]!.form.toLowerCase()
  // "made no announcement", "made the comments on the radio": nothing is said, or was said before.
  const before = /^(?:the|this|that|these|those)$/.test(article) && tree.tokens[verb]!.lemma === 'make'
  if (article === 'no' || (before && introduced === null)) return []
  // "to make calls": by telephone.
  if (lemma === 'call' && introduced === null && tree.tokens[verb]!.lemma === 'make') return []
  return [introduced ?? [subtreeSpan(tree, object)[0], phraseReach(tree, verb, object)]]
}
