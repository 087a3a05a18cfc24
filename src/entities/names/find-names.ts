/** Names of persons, states, groups, places and events in one article. */

import type { Article, EntityType, OpenData, Sentence } from '../../types.ts'
import { agreeTypes, type TypedName } from './agree-types.ts'
import { addToPhrase, GAZETTEER_KINDS, PHRASE_START, plainForm } from './gazetteer.ts'
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
  /** Whether a word in its plain form is a listed given name. */
  isGivenName(word: string): boolean
}

/** @throws HearsayError `names/model` when a model file is missing or of another version */
export function loadNameResources(open: OpenData): NameResources {
  const lists = loadNameLists(open)
  const givenName = 1 << GAZETTEER_KINDS.indexOf('given-name')
  return {
    tagger: new NameTagger(loadNameModel(open), lists),
    places: loadPlaceLists(open),
    isGivenName: word => ((lists.gazetteer.kinds.get(addToPhrase(PHRASE_START, word)) ?? 0) & givenName) !== 0,
  }
}

/** Names in text order, none inside another, from prose and asides. Offsets are those of the document. */
export function findNames(article: Article, resources: NameResources): NameMention[] {
  const sentences = [...article.sentences, ...(article.asides ?? [])].sort((a, b) => a.start - b.start)
  const spans = resources.tagger.tag(sentences)
  const names = sentences.flatMap((sentence, s) =>
    spans[s]!.flatMap(({ from, to, type }) => partsOf(sentence, from, to, NAME_TYPES[type]!, resources.places)),
  )
  const types = agreeTypes(names.map(name => typedName(name, resources)))
  return names.map(({ sentence: { tokens }, from, to }, i) => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    type: types[i]!,
  }))
}

interface NamePart {
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
  readonly type: EntityType
}

/** What the tagger took for one name, without what belongs to no name, as none, one or two names. */
function partsOf(sentence: Sentence, from: number, to: number, type: NameType, places: PlaceLists): NamePart[] {
  const split = type === 'event' ? null : splitRole(sentence.tokens, from, to, places)
  if (split) {
    const person = split.person && trimName(sentence.tokens, split.person.from, split.person.to, 'person')
    return [
      ...(split.owner ? [{ sentence, ...split.owner }] : []),
      ...(person ? [{ sentence, ...person, type: 'person' as const }] : []),
    ]
  }
  const trimmed = type === 'other' ? null : trimName(sentence.tokens, from, to, type)
  if (!trimmed || type === 'other') return []
  return [
    { sentence, ...trimmed, type: type === 'place' ? placeType(sentence, trimmed.from, trimmed.to, places) : type },
  ]
}

function typedName({ sentence, from, to, type }: NamePart, { places, isGivenName }: NameResources): TypedName {
  const words = sentence.tokens.slice(from, to).map(token => plainForm(token.form))
  return {
    key: words.join(' '),
    lastWord: words.at(-1)!,
    words: words.length,
    opensLikePerson: isGivenName(words[0]!),
    type,
    asPlace: placeType(sentence, from, to, places),
  }
}
