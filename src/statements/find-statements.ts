import type { Article, Entity, Mention, Span, Statement, StatementType } from '../types.ts'
import { findAdjectiveCues } from './adjective-cues.ts'
import { attachQuotations } from './attach-quotations.ts'
import type { Attribution } from './attribution.ts'
import { cutAtSiblings } from './cut-at-siblings.ts'
import { dropNested } from './drop-nested.ts'
import { findLabelCue } from './label-cues.ts'
import { indexMentions, type MentionIndex } from './mention-index.ts'
import { findNounCues } from './noun-cues.ts'
import { findPhraseCues } from './phrase-cues.ts'
import type { Quotation } from './quotations.ts'
import { type Paragraph, readParagraphs } from './reading.ts'
import type { StatementResources } from './resources.ts'
import { mergeSpans, overlap, trimContent } from './spans.ts'
import { entityOf, speakersOf } from './speakers.ts'
import { findVerbCues } from './verb-cues.ts'

/**
 * Who says what: one statement for each speaker and thing said, in text order. Where the words that name the speaker
 * have no mention, `speaker` is null and `source` still shows them. Never throws.
 */
export function findStatements(
  article: Article,
  entities: readonly Entity[],
  mentions: readonly Mention[],
  resources: StatementResources,
): Statement[] {
  const { text } = article.document
  const index = indexMentions(entities, mentions)
  const statements: Statement[] = []
  let before: Attribution | null = null
  for (const paragraph of readParagraphs(article)) {
    const label = findLabelCue(text, paragraph, index, resources)
    const cues = paragraph.trees
      .flatMap(tree => [
        ...findAdjectiveCues(tree, paragraph.quotations, resources),
        ...findVerbCues(tree, paragraph.quotations, resources),
        ...findNounCues(tree, paragraph.quotations, resources),
        ...findPhraseCues(tree, paragraph.quotations, resources),
      ])
      .concat(label ?? [])
      .sort((a, b) => (a.cue?.[0] ?? 0) - (b.cue?.[0] ?? 0))
    const attributions = dropNested(attachQuotations(text, paragraph, cutAtSiblings(text, cues), before), resources)
    for (const attribution of attributions) {
      statements.push(...toStatements(text, paragraph, attribution, index, resources))
    }
    before = attributions.at(-1) ?? null
  }
  for (const { quote, name } of article.pullQuotes) {
    const speaker = index.within(name)[0]?.entity ?? index.at(name[0])[0]?.entity ?? null
    statements.push({
      speaker,
      source: name,
      cue: null,
      content: [quote],
      type: 'direct',
      addressee: null,
      about: aboutOf([quote], speaker, index),
    })
  }
  return statements.sort((a, b) => a.content[0]![0] - b.content[0]![0] || a.content.at(-1)![1] - b.content.at(-1)![1])
}

function toStatements(
  text: string,
  paragraph: Paragraph,
  attribution: Attribution,
  index: MentionIndex,
  resources: StatementResources,
): Statement[] {
  const content = mergeSpans(
    attribution.content.map(span => trimContent(text, span, paragraph.quotations)).filter(span => span !== null),
  )
  if (content.length === 0) return []
  const { source, cue, tree } = attribution
  const speakers = source === null ? [] : speakersOf(text, source, index, resources)
  if (speakers.length === 0 && !standsAlone(attribution)) return []
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
 * Whether words without a known speaker still make a statement: what was uttered does, and so does what somebody named
 * thinks; an attitude of "closures" or "nights" does not.
 */
function standsAlone({ kind, frame, source }: Attribution): boolean {
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
function aboutOf(content: readonly Span[], speaker: string | null, index: MentionIndex): string[] {
  const found = content.flatMap(span => index.within(span))
  return [...new Set(found.filter(m => m.entity !== speaker || m.kind === 'name').map(m => m.entity))]
}
