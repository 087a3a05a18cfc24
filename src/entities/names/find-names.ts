/** Names of persons, states, groups, places and events in one article. */

import type { Article, EntityType, OpenData, Sentence } from '../../types.ts'
import { NAME_TYPES, type NameType } from './labels.ts'
import { loadPlaceLists, type PlaceLists, placeType } from './place-type.ts'
import { splitRole } from './split-role.ts'
import { loadNameLists, loadNameModel, NameTagger } from './tag-document.ts'
import { trimName } from './trim-name.ts'

/** A name in the text, without titles and possessive. */
export interface NameMention {
  readonly start: number
  readonly end: number
  readonly type: EntityType
}

export interface NameResources {
  readonly tagger: NameTagger
  readonly places: PlaceLists
}

/** @throws HearsayError `names/model` when a model file is missing or of another version */
export function loadNameResources(open: OpenData): NameResources {
  return { tagger: new NameTagger(loadNameModel(open), loadNameLists(open)), places: loadPlaceLists(open) }
}

/** Names in text order, none inside another, from prose and asides. Offsets are those of the document. */
export function findNames(article: Article, resources: NameResources): NameMention[] {
  const sentences = [...article.sentences, ...(article.asides ?? [])].sort((a, b) => a.start - b.start)
  const spans = resources.tagger.tag(sentences)
  return sentences.flatMap((sentence, s) =>
    spans[s]!.flatMap(({ from, to, type }) => mentionsOf(sentence, from, to, NAME_TYPES[type]!, resources.places)),
  )
}

function mentionsOf(sentence: Sentence, from: number, to: number, type: NameType, places: PlaceLists): NameMention[] {
  const mention = (part: { from: number; to: number }, as: EntityType): NameMention => ({
    start: sentence.tokens[part.from]!.start,
    end: sentence.tokens[part.to - 1]!.end,
    type: as,
  })
  const split = type === 'event' ? null : splitRole(sentence.tokens, from, to, places)
  if (split) {
    const person = split.person && trimName(sentence.tokens, split.person.from, split.person.to, 'person')
    return [
      ...(split.owner ? [mention(split.owner, split.owner.type)] : []),
      ...(person ? [mention(person, 'person')] : []),
    ]
  }
  if (type === 'other') return []
  const trimmed = trimName(sentence.tokens, from, to, type)
  if (!trimmed) return []
  return [mention(trimmed, type === 'place' ? placeType(sentence, trimmed.from, trimmed.to, places) : type)]
}
