/** Names of persons, states, groups, places and events in one article. */

import type { Article, EntityType, OpenData, Sentence } from '../../types.ts'
import { agreeTypes, type TypedName } from './agree-types.ts'
import { addToPhrase, GAZETTEER_KINDS, type GazetteerKind, PHRASE_START, plainForm } from './gazetteer.ts'
import { NAME_TYPES, type NameType } from './labels.ts'
import { isPersonByContext } from './person-evidence.ts'
import { loadPlaceLists, type PlaceLists, placeType } from './place-type.ts'
import { KERNEL_PATH, RowSums } from './row-sums.ts'
import { behindField, holderOf, splitRole } from './split-role.ts'
import { loadNameLists, loadNameModel, NameTagger } from './tag-document.ts'
import { trimName } from './trim-name.ts'

/** A name in the text, without titles and possessive. */
export interface NameMention {
  readonly start: number
  readonly end: number
  readonly type: EntityType
  /** By how much this reading of the words beats the next best, in the tagger's scores. */
  readonly margin?: number
}

export interface NameResources {
  readonly tagger: NameTagger
  readonly places: PlaceLists
  /** Whether a word is a listed given name. */
  isGivenName(word: string): boolean
  /** Whether a name is listed as a group's, and neither as a place's nor as part of a person's. */
  isGroup(name: string): boolean
  /** Whether a name is listed as an organisation's or a company's, and neither as a place's nor as part of a person's. */
  isBody(name: string): boolean
  /** Whether a name is listed as a place's, and neither as a body's nor as part of a person's. */
  isPlace(name: string): boolean
  /** Whether a word is a listed title or profession. */
  isTitle(word: string): boolean
}

/** @throws HearsayError `names/model` when a model file is missing or of another version */
export function loadNameResources(open: OpenData): NameResources {
  const lists = loadNameLists(open)
  const model = loadNameModel(open)
  const bit = (kind: GazetteerKind) => 1 << GAZETTEER_KINDS.indexOf(kind)
  const kindsOf = (name: string) => lists.gazetteer.kinds.get(addToPhrase(PHRASE_START, plainForm(name))) ?? 0
  const isListed = (kind: GazetteerKind) => (word: string) => (kindsOf(word) & bit(kind)) !== 0
  const isOnly = (...kinds: GazetteerKind[]) => {
    const wanted = kinds.reduce((bits, kind) => bits | bit(kind), 0)
    return (name: string) => {
      const found = kindsOf(name)
      return found !== 0 && (found & ~wanted) === 0
    }
  }
  return {
    tagger: new NameTagger(model, lists, new RowSums(open(KERNEL_PATH), model)),
    places: loadPlaceLists(open),
    isGivenName: isListed('given-name'),
    isTitle: isListed('title'),
    isPlace: isOnly('city-large', 'city', 'city-small', 'region', 'area'),
    isGroup: isOnly('group'),
    isBody: isOnly('group', 'company'),
  }
}

/** Names in text order, none inside another, from prose and asides. Offsets are those of the document. */
export function findNames(article: Article, resources: NameResources): NameMention[] {
  const sentences = [...article.sentences, ...(article.asides ?? [])].sort((a, b) => a.start - b.start)
  const spans = resources.tagger.tag(sentences)
  const names = sentences.flatMap((sentence, s) =>
    spans[s]!.flatMap(({ from, to, type, margin }) =>
      partsOf(sentence, from, to, NAME_TYPES[type]!, resources).map(part => ({ margin, ...part })),
    ),
  )
  const types = agreeTypes(names.map(name => typedName(name, resources)))
  return names.map(({ sentence: { tokens }, from, to, margin }, i) => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    type: types[i]!,
    margin,
  }))
}

interface NamePart {
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
  readonly type: EntityType
}

/** What the tagger took for one name, without what belongs to no name, as none, one or two names. */
function partsOf(sentence: Sentence, from: number, to: number, type: NameType, resources: NameResources): NamePart[] {
  const { places, isTitle, isGivenName } = resources
  const name = behindField(sentence.tokens, from, to)
  if (name > from) return [{ sentence, type: 'person', from: name, to }]
  const split = type === 'event' ? null : splitRole(sentence.tokens, from, to, places)
  if (split) {
    const person = split.person && trimName(sentence.tokens, split.person.from, split.person.to, 'person')
    return [
      ...(split.owner ? [{ sentence, ...split.owner }] : []),
      ...(person ? [{ sentence, type: 'person' as const, ...person }] : []),
    ]
  }
  const holder = type === 'group' ? holderOf(sentence.tokens, from, to, isGivenName) : null
  if (holder) return [{ sentence, type: 'person', ...holder }]
  const trimmed = type === 'other' ? null : trimName(sentence.tokens, from, to, type)
  if (!trimmed || type === 'other') return []
  if (type === 'group' && isPersonByContext(sentence.tokens, trimmed.to, isTitle) && couldBePerson(sentence, trimmed)) {
    return [{ sentence, type: 'person', ...trimmed }]
  }
  return [
    { sentence, type: type === 'place' ? placeType(sentence, trimmed.from, trimmed.to, places) : type, ...trimmed },
  ]
}

/** Two to four capitalised words without small words between them. */
const couldBePerson = ({ tokens }: Sentence, { from, to }: { from: number; to: number }): boolean =>
  to - from > 1 &&
  to - from < 5 &&
  tokens.slice(from, to).every(({ form }) => /^(?:\p{Lu}[\p{Ll}'’.]+|al|-)$/u.test(form))

function typedName({ sentence, from, to, type }: NamePart, { places, isGivenName, isGroup }: NameResources): TypedName {
  const words = sentence.tokens.slice(from, to).map(token => plainForm(token.form))
  return {
    key: words.join(' '),
    lastWord: words.at(-1)!,
    words: words.length,
    opensLikePerson: isGivenName(words[0]!),
    isListedGroup: isGroup(words.filter(word => word !== '').join(' ')),
    type,
    asPlace: placeType(sentence, from, to, places),
  }
}
