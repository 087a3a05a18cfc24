import type { Article, Entity, Mention, Statement } from '../types.ts'
import { readAdjectiveCue } from './adjective-cues.ts'
import { attachQuotations } from './attach-quotations.ts'
import type { Attribution } from './attribution.ts'
import { type LastSpeech, lastSpeech } from './continued-speaker.ts'
import { cutAtSiblings } from './cut-at-siblings.ts'
import { dropNested } from './drop-nested.ts'
import { findCues } from './find-cues.ts'
import { readGenders } from './genders.ts'
import { isReport } from './is-report.ts'
import { findLabelCue } from './label-cues.ts'
import { indexMentions } from './mention-index.ts'
import { readNounCue } from './noun-cues.ts'
import { readPhraseCue } from './phrase-cues.ts'
import { readParagraphs } from './reading.ts'
import type { StatementResources } from './resources.ts'
import { aboutOf, toStatements } from './to-statements.ts'
import { readVerbCue } from './verb-cues.ts'

const READERS = [readAdjectiveCue, readVerbCue, readNounCue, readPhraseCue]

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
  const genderOf = readGenders(text, mentions, resources.genders)
  const paragraphs = readParagraphs(article)
  const trees = paragraphs.flatMap(paragraph => paragraph.trees)
  const quotations = paragraphs.flatMap(paragraph => paragraph.quotations)
  const statements: Statement[] = []
  let before: Attribution | null = null
  let last: LastSpeech | null = null
  for (const paragraph of paragraphs) {
    const label = findLabelCue(text, paragraph, index, resources)
    const cues = paragraph.trees
      .flatMap(tree => findCues(tree, paragraph.quotations, resources, READERS))
      .concat(label ?? [])
      .sort((a, b) => (a.cue?.[0] ?? 0) - (b.cue?.[0] ?? 0))
    const attached = attachQuotations(text, paragraph, cutAtSiblings(text, cues.filter(isReport)), before)
    const attributions = dropNested(attached)
    for (const attribution of attributions) {
      const found = toStatements(text, paragraph, attribution, { index, resources, last, trees, quotations, genderOf })
      statements.push(...found)
      last = lastSpeech(attribution, found, last)
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
