import type { Span, Statement, StatementType } from '../types.ts'
import { childBy } from '../util/tree.ts'
import type { Attribution, Source } from './attribution.ts'
import { continuedSpeaker, fitsPronoun, type LastSpeech, type Speech } from './continued-speaker.ts'
import { givesEvidence } from './evidence.ts'
import type { MentionIndex } from './mention-index.ts'
import type { Quotation } from './quotations.ts'
import type { Paragraph } from './reading.ts'
import type { StatementResources } from './resources.ts'
import { mergeSpans, overlap, trimContent } from './spans.ts'
import { entityOf, speakersOf } from './speakers.ts'

interface SpeakerContext extends Speech {
  readonly resources: StatementResources
  /** The uttered words that stand last before these. */
  readonly last: LastSpeech | null
}

/** One statement for each speaker that an attribution's source names; none where nothing is left of its content. */
export function toStatements(
  text: string,
  paragraph: Paragraph,
  attribution: Attribution,
  context: SpeakerContext,
): Statement[] {
  const { index, resources } = context
  const content = mergeSpans(
    attribution.content.map(span => trimContent(text, span, paragraph.quotations)).filter(span => span !== null),
  )
  if (content.length === 0) return []
  const { source, cue, tree } = attribution
  const speakers = source === null ? [] : knownSpeakers(text, attribution, source, context)
  if (attribution.kind === 'evidence' && !givesEvidence(attribution, speakers, index, resources)) return []
  if (speakers.length === 0 && !standsAlone(attribution, resources)) return []
  const addressee = attribution.addressee === null ? null : entityOf(tree, attribution.addressee, index, resources)
  const type = typeOf(text, content, paragraph.quotations)
  return (speakers.length > 0 ? speakers : [null]).map(speaker => ({
    speaker,
    source: source?.span ?? null,
    cue,
    content,
    type,
    addressee: addressee === speaker ? null : addressee,
    about: aboutOf(content, speaker, index),
  }))
}

/**
 * The speakers that the words name. "The statement added", "it noted": a text or a pronoun that no mention resolves (or
 * one that resolves to a place) speaks for whoever spoke last.
 */
function knownSpeakers(text: string, attribution: Attribution, source: Source, context: SpeakerContext): string[] {
  const { index, resources, last } = context
  const continued = continuedSpeaker(source, attribution.content, last, context)
  if (continued !== null) return [continued]
  if (continuesText(text, source, last, resources)) return []
  const found = speakersOf(text, source, index, resources)
  const { lemma, upos } = source.tree.tokens[source.token]!
  const pronoun = upos === 'PRON' && /^(?:it|they|he|she)$/i.test(lemma)
  const speaks = found.some(entity => !pronoun || index.typeOf(entity) !== 'place')
  if (speaks || last === null || last.speaker === null || attribution.kind !== 'speech') return speaks ? found : []
  const isText =
    resources.documents.has(lemma.toLowerCase()) &&
    (MESSAGE.test(lemma) || last.noun === lemma.toLowerCase()) &&
    /^(?:the|its|his|her|their|this)\s/i.test(text.slice(...source.span))
  // "told the court that [she] objected": the speaker of the words in which the pronoun stands.
  const within = last.content.some(span => span[0] <= source.span[0] && source.span[1] <= span[1])
  return (pronoun && within && fitsPronoun(last.speaker, lemma, context)) || isText ? [last.speaker] : []
}

/** "…, said the report. [It] said …": the text whose words stand directly before goes on, and nobody else who is named. */
function continuesText(
  text: string,
  { tree, token }: Source,
  last: LastSpeech | null,
  { documents }: StatementResources,
): boolean {
  const { start, form } = tree.tokens[token]!
  if (last === null || last.speaker !== null || last.plural || !documents.has(last.noun) || !/^it$/i.test(form))
    return false
  const end = Math.max(-1, ...last.ends.filter(each => each <= start))
  return end >= 0 && /^[.!?"”'’\s]*(?:(?:but|and|however)[,\s]+)?$/i.test(text.slice(end, start))
}

/** Texts by which somebody speaks; a report or a lawsuit may be anybody's. */
const MESSAGE = /^(?:statement|letter|e-?mail|message|release|note|post|tweet|communiqu[eé]|announcement|declaration)$/i

/**
 * Whether words without a known speaker still make a statement: what was uttered does, and so does what somebody named
 * thinks; an attitude of "nights", what "is expected" or what "the delay suggests" does not.
 */
function standsAlone({ tree, token, kind, frame, source }: Attribution, { beings }: StatementResources): boolean {
  if (source !== null && /^you$/i.test(source.tree.tokens[source.token]!.form)) return false
  if (kind === 'thought' && source === null) return false
  const head = source?.tree.tokens[source.token]
  const lemma = head?.lemma.toLowerCase() ?? ''
  const being = beings.has(lemma) || beings.has(lemma.split('-').at(-1)!)
  // "according to [the Nielsen system]" may be anything; "according to [their value, the steps taken]" tells of no source.
  const cited =
    tree.tokens[token]?.lemma === 'accord' &&
    childBy(tree, source!.token, 'nmod:poss') === undefined &&
    source!.tree.tokens.some(t => t.upos === 'PROPN' && t.start >= source!.span[0] && t.end <= source!.span[1])
  if (head?.upos === 'NOUN' && !being && !cited) return false
  if (frame === 'clause' || frame === 'quote') return true
  if (kind === 'evidence') return true
  return source !== null && /^(?:PRON|PROPN)$/.test(source.tree.tokens[source.token]!.upos)
}

/** Direct: all in quotation marks; mixed: some of it; indirect: none. */
function typeOf(text: string, content: readonly Span[], quotations: readonly Quotation[]): StatementType {
  let all = 0
  let quoted = 0
  for (const span of content) {
    all += letters(text, span)
    for (const q of quotations) {
      if (overlap(span, q.inner) > 0) {
        quoted += letters(text, [Math.max(span[0], q.inner[0]), Math.min(span[1], q.inner[1])])
      }
    }
  }
  if (quoted === 0) return 'indirect'
  return quoted >= all * 0.97 ? 'direct' : 'mixed'
}

const letters = (text: string, span: Span): number => text.slice(...span).replace(/[^\p{L}\p{N}]/gu, '').length

/** The entities that the content mentions; the speaker only where the content names it. */
export function aboutOf(content: readonly Span[], speaker: string | null, index: MentionIndex): string[] {
  const found = content.flatMap(span => index.within(span))
  return [...new Set(found.filter(m => m.entity !== speaker || m.kind === 'name').map(m => m.entity))]
}
