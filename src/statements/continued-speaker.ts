import type { EntityType, Mention, Span, Statement } from '../types.ts'
import { baseRelation, subtreeSpan, type Tree } from '../util/tree.ts'
import type { Attribution, Source } from './attribution.ts'
import { type Gender, genderOfPronoun } from './genders.ts'
import type { MentionIndex } from './mention-index.ts'
import type { Quotation } from './quotations.ts'
import { quotationAt } from './reading.ts'

/** What was said last, and by whom. */
export interface LastSpeech {
  /** Null where no mention stands for whoever spoke. */
  readonly speaker: string | null
  /** Where its parts end: the words, and those that attribute them. */
  readonly ends: readonly number[]
  readonly content: readonly Span[]
  /** The words that name the speaker are plural. */
  readonly plural: boolean
  /** Their head, in lower case; empty where there is none. */
  readonly noun: string
}

export interface Speech {
  readonly trees: readonly Tree[]
  readonly quotations: readonly Quotation[]
  readonly index: MentionIndex
  readonly genderOf: (entity: string) => Gender | null
}

/** Sentences in which nobody speaks, between one speech and the pronoun that goes on with it. */
const FARTHEST = 2
/** The same where the pronoun has no other antecedent. */
const FARTHEST_ALONE = 6

const TYPES: ReadonlyMap<string, readonly EntityType[]> = new Map([
  ['he', ['person']],
  ['she', ['person']],
  ['it', ['group', 'state']],
  ['they', ['group', 'state']],
])

/**
 * "…," said Marta Lind. [She] added …: the speaker of the last words goes on speaking, unless the sentences between have
 * another subject whom the pronoun may mean ("Ann Roe has failed, [she] said" does not mean Ann Roe). Null where the last
 * speaker is not, or may not be, the pronoun's.
 *
 * @param content what the pronoun is said to say
 */
export function continuedSpeaker(
  source: Source,
  content: readonly Span[],
  last: LastSpeech | null,
  speech: Speech,
): string | null {
  const { start, form } = source.tree.tokens[source.token]!
  const end = Math.max(-1, ...(last?.ends.filter(each => each <= start) ?? []))
  if (last === null || last.speaker === null || end < 0 || !fitsPronoun(last.speaker, form, speech)) return null
  const { trees, quotations, index } = speech
  // "[It] said" does not go on with "analysts", however they are counted.
  if (form.toLowerCase() === 'it' && last.plural) return null
  const most = index.at(start).some(mention => mention.kind === 'pronoun') ? FARTHEST : FARTHEST_ALONE
  let silent = 0
  for (const tree of trees) {
    if (tree.sentence.end <= end) continue
    if (tree.sentence.start > start) break
    if (tree.sentence.start >= end && tree.sentence.end < start && ++silent > most) return null
    const from = Math.max(tree.sentence.start, end)
    for (const mention of index.within([from, Math.min(tree.sentence.end, start)])) {
      if (mention.kind === 'pronoun' || mention.entity === last.speaker || !fitsPronoun(mention.entity, form, speech))
        continue
      if (quotationAt(quotations, mention.start) !== undefined) continue
      if (content.some(span => span[0] <= mention.start && mention.end <= span[1])) continue
      if (isSubject(tree, mention)) return null
    }
  }
  return last.speaker
}

/** Whether an entity can be meant by "he", "she", "it" or "they", by its type and, where that is known, its gender. */
export function fitsPronoun(entity: string, pronoun: string, { index, genderOf }: Speech): boolean {
  const types = TYPES.get(pronoun.toLowerCase())
  if (types?.includes(index.typeOf(entity)!) !== true) return false
  const gender = genderOfPronoun(pronoun)
  return gender === null || (genderOf(entity) ?? gender) === gender
}

/** The mention is a subject or stands within one: "The attorney general, [Lord Goldsmith], has issued …". */
const isSubject = (tree: Tree, { start, end }: Mention): boolean =>
  tree.tokens.some((token, index) => {
    if (baseRelation(token) !== 'nsubj') return false
    const [from, to] = subtreeSpan(tree, index)
    return from <= start && end <= to && !/^['’]s?\b/.test(tree.tokens.find(next => next.start >= end)?.form ?? '')
  })

/**
 * The last speech after an attribution: its own where its words were uttered, and not within what another says.
 *
 * @param found the attribution's statements
 */
export function lastSpeech(
  { kind, cue, source }: Attribution,
  found: readonly Statement[],
  last: LastSpeech | null,
): LastSpeech | null {
  const [statement] = found
  if (statement === undefined || (kind !== 'speech' && kind !== 'judgement')) return last
  const { speaker, content } = statement
  if (cue !== null && last?.content.some(([start, end]) => start <= cue[0] && cue[0] < end) === true) return last
  const named = cue === null || source === null ? [] : [Math.max(cue[1], source.span[1])]
  const head = source?.tree.tokens[source.token]
  const plural = head !== undefined && /S$/.test(head.tag)
  return {
    speaker,
    ends: [...named, ...content.map(span => span[1])],
    content,
    plural,
    noun: head?.lemma.toLowerCase() ?? '',
  }
}
