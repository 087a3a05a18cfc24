import { baseRelation, type Tree } from '../util/tree.ts'

/** Dependents that belong to a noun phrase's core when they stand before its head. */
const BEFORE = new Set(['det', 'amod', 'compound', 'nummod', 'nmod', 'advmod', 'punct', 'flat', 'goeswith'])

/** Participles that link phrases as prepositions do. */
const LINKING = /^(?:following|including|regarding|concerning|excluding|according|ago)$/i

/** Adverbs and conjunctions before a noun phrase that the parser may hang on it ("so MP3 players", "even critics"). */
const BESIDE =
  /^(?:so|and|but|or|even|only|just|already|also|perhaps|maybe|presumably|probably|possibly|not|too|least|especially|particularly|mostly|mainly|then|now|still|again|once|yet|meanwhile|however|instead|including|aka|alias|plus|both|either|neither|nor|almost|nearly|formerly|thus|hence|therefore|today|yesterday|indeed|apparently|reportedly|allegedly|increasingly|quite|rather|simply|merely|essentially|typically|usually|often|later|earlier|soon)$/i

/** Index of the leftmost token of a noun's core phrase: its determiner, modifiers and possessor, nothing after it. */
export function phraseStart(tree: Tree, head: number): number {
  let start = head
  const before = tree.children[head]!.filter(child => child < head).reverse()
  for (const child of before) {
    const token = tree.tokens[child]!
    // Only what touches the phrase so far: a parser's slip may hang a clause on a noun.
    if (tree.last[child]! !== start - 1 || !BEFORE.has(baseRelation(token))) break
    if (baseRelation(token) === 'nmod' && token.deprel !== 'nmod:poss' && token.deprel !== 'nmod:desc') break
    start = tree.first[child]!
    // Nothing of a noun phrase stands before its article ("formerly an ally").
    if (token.deprel === 'det' || token.deprel === 'nmod:poss') break
  }
  return clipped(tree, start, head)
}

/**
 * Where the phrase begins after the last thing that no core phrase holds: a comma, a conjunction (of "government and
 * Russian forces" the second are other forces), a preposition, a finite verb.
 */
function clipped(tree: Tree, start: number, head: number): number {
  const { tokens } = tree
  let first = start
  for (let i = head - 1; i >= start; i--) {
    const { upos, tag, form } = tokens[i]!
    if (isInCompound(tree, i)) continue
    const mark = upos === 'PUNCT' && !/^[-‐–"“”‘’'`]+$/.test(form)
    if (
      mark ||
      /^(?:CCONJ|ADP|SCONJ|AUX)$/.test(upos) ||
      /^VB[DPZ]?$/.test(tag) ||
      LINKING.test(form) ||
      /^(?:TO|WP\$?|WDT|WRB)$/.test(tag)
    ) {
      first = i + 1
      break
    }
  }
  while (first < head && /^\P{L}*$/u.test(tokens[first]!.form) && !/\d/.test(tokens[first]!.form)) first++
  if (first < head && /^[-–]/.test(tokens[first]!.form)) first++
  while (first < head && BESIDE.test(tokens[first]!.form)) first++
  return isOfWhatFollows(tree, first, head) ? ownStart(tree, head) : first
}

/** "a new MPs' report": a plural has no "a", which belongs to the noun whose possessor it is. */
const isOfWhatFollows = ({ tokens }: Tree, first: number, head: number): boolean =>
  /^an?$/i.test(tokens[first]!.form) &&
  tokens[head]!.tag === 'NNS' &&
  tokens[head + 1]?.tag === 'POS' &&
  !/^(?:few|couple|dozen|hundred|thousand|million|number)$/.test(tokens[first + 1]!.form)

/** The nouns right before the head. */
function ownStart({ tokens }: Tree, head: number): number {
  let start = head
  while (tokens[start - 1]?.upos === 'NOUN' || tokens[start - 1]?.upos === 'PROPN') start--
  return start
}

/** Whether a token stands within a hyphenated word ("peer-to-peer") or opens one ("in-depth"). */
function isInCompound({ tokens }: Tree, index: number): boolean {
  const { start, end } = tokens[index]!
  const next = tokens[index + 1]
  if (next?.form === '-' && next.start === end && tokens[index + 2]?.start === next.end) return true
  const before = tokens[index - 1]
  return /^[-‐–]$/.test(before?.form ?? '') && before!.end === start && tokens[index - 2]?.end === before!.start
}

/** Words of what follows a head at most. */
const LONGEST_TAIL = 12

/**
 * Index of the last token of a noun's phrase together with the prepositional phrases that follow it directly ("the battle for
 * the city of Aleppo", "talks between Russia and Turkey"); clauses, appositions and what stands behind a comma are left out.
 */
export function phraseEnd(tree: Tree, head: number): number {
  return tailOf(tree, head, head + LONGEST_TAIL, false)
}

/** The last token of the name that goes on behind a token, hyphens included: no phrase ends within "Jean-Marc Lind". */
export function endOfName({ tokens }: Tree, index: number): number {
  let last = index
  for (;;) {
    const hyphen = tokens[last + 1]
    const next = hyphen?.form === '-' && hyphen.start === tokens[last]!.end ? last + 2 : last + 1
    if (tokens[next]?.upos !== 'PROPN' || !/^\p{Lu}/u.test(tokens[next]!.form)) return last
    last = next
  }
}

function tailOf(tree: Tree, noun: number, limit: number, inside: boolean): number {
  let end = noun
  for (const child of tree.children[noun]!) {
    if (child < noun) continue
    const relation = baseRelation(tree.tokens[child]!)
    const follows = relation === 'nmod' || (inside && relation === 'conj')
    if (!follows || tree.first[child] !== end + 1) break
    const last = tailOf(tree, child, limit, true)
    if (last > limit || holdsPunctuation(tree, end + 1, last)) break
    end = last
  }
  return end
}

function holdsPunctuation({ tokens }: Tree, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (tokens[i]!.upos === 'PUNCT' && tokens[i]!.tag !== 'HYPH') return true
  return false
}
