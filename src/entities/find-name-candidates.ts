import type { Article, EntityType, Sentence } from '../types.ts'
import { formParts, nameForm } from '../util/name-form.ts'
import { denotationOf } from '../util/nominal-lexicon.ts'
import { type Tree, treeOf } from '../util/tree.ts'
import { agreeInLists } from './agree-in-lists.ts'
import type { Candidate, Gender } from './candidate.ts'
import { cutNames, LETTERS_BEHIND } from './cut-names.ts'
import { dropWorks } from './drop-works.ts'
import { joinBodies } from './join-bodies.ts'
import { keepPossessives } from './keep-possessives.ts'
import { findNames } from './names/find-names.ts'
import { isFieldOfOffice } from './names/split-role.ts'
import { isQuoted, type quotedStretches } from './quoted-stretches.ts'
import { ADDRESS, repairNames } from './repair-names.ts'
import type { EntityResources } from './resources.ts'
import { typeByContext } from './type-by-context.ts'
import { typeTeams } from './type-teams.ts'
import { typeTowns } from './type-towns.ts'

const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?|upper|lower|greater|inner)$/i

/** The name tagger's names as candidates; a direction before a place makes it another place ("eastern Aleppo"). */
export function findNameCandidates(
  article: Article,
  resources: EntityResources,
  quoted: ReturnType<typeof quotedStretches>,
): Candidate[] {
  const { text } = article.document
  const candidates: Candidate[] = []
  const readings = readingsOf(article)
  let at = 0
  const { roleGroups, personNouns, genders, kinds } = resources
  const found = keepPossessives(text, findNames(article, resources.names), kinds.isPossessiveBrand)
  const repaired = repairNames(text, found, article.sentences, {
    isOffice: word => roleGroups.has(word),
    isPerson: word => personNouns.has(word) && !genders.has(word),
    isBody: kinds.isBody,
  })
  const whole = joinBodies(text, cutNames(text, repaired, kinds), kinds)
  const typed = typeTowns(text, typeByContext(text, whole, kinds), kinds)
  const names = agreeInLists(text, dropWorks(text, typed, kinds), kinds).sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  const taken = new Set(names.map(name => name.start))
  for (const name of names) {
    while (at < readings.length - 1 && readings[at]!.sentence.end <= name.start) at++
    const reading = readings[at]
    if (reading === undefined) break
    const tree = treeOf(reading.sentence)
    const span = tokensWithin(tree, name.start, name.end)
    if (span === null) continue
    let [first, type] = [span[0], name.type]
    const before = tree.tokens[first - 1]
    if ((type === 'place' || type === 'state') && before !== undefined && DIRECTION.test(before.form)) {
      if (before.head === first || before.head === span[1] || before.head === headOf(tree, first, span[1])) {
        first--
        type = 'place'
      }
    }
    let last = span[1]
    if (type === 'person' || type === 'group') [first, last] = wholeName(tree, first, last, taken, resources)
    const [start, end] = [tree.tokens[first]!.start, last > span[1] ? tree.tokens[last]!.end : name.end]
    if (isTitled(tree, first, resources) && type === 'group' && first < span[0]) type = 'person'
    const words = text.slice(start, end)
    const form = nameForm(words)
    if (form === '') continue
    const head = headOf(tree, first, last)
    candidates.push({
      start,
      end,
      kind: 'name',
      type,
      sentence: reading.index,
      tree,
      head,
      text: words,
      form,
      gender: genderOfName(type, form, tree, first, resources),
      number: type === 'group' || type === 'event' ? null : 'singular',
      denotation: type === 'group' || type === 'event' ? denotationOf(form.split(' '), resources.nominals) : null,
      noun: form.split(' ').at(-1)!,
      definite: true,
      qualifiers: qualifiersOfName(type, form, resources),
      quoted: isQuoted(quoted, start),
      ...(name.margin === undefined ? {} : { margin: name.margin }),
    })
  }
  return typeTeams(text, candidates)
}

/** Sentences of the prose and the words beside it in text order; the latter count to the sentence before them. */
function readingsOf({ sentences, asides = [] }: Article): { sentence: Sentence; index: number }[] {
  const indexAt = (start: number) => Math.max(0, sentences.filter(sentence => sentence.start < start).length - 1)
  return [
    ...sentences.map((sentence, index) => ({ sentence, index })),
    ...asides.map(sentence => ({ sentence, index: indexAt(sentence.start) })),
  ].sort((a, b) => a.sentence.start - b.sentence.start)
}

/**
 * Takes in the proper nouns beside a name that the parser holds to be one flat name with it: "Ban" before "Ki-moon",
 * "al-Aref" behind "Aref". What is a name of its own stays one.
 */
function wholeName(
  { tokens }: Tree,
  first: number,
  last: number,
  taken: ReadonlySet<number>,
  resources: EntityResources,
): [number, number] {
  const { roleGroups, personNouns, genders } = resources
  const before = tokens[first - 1]
  const word = (before?.form ?? '').toLowerCase().replace(/^.*-/, '')
  const title = ADDRESS.test(word) || roleGroups.has(word) || (personNouns.has(word) && !genders.has(word))
  const opens =
    before?.upos === 'PROPN' &&
    !title &&
    !isFieldOfOffice(tokens, first - 1) &&
    !taken.has(before.start) &&
    /^\p{Lu}\p{Ll}/u.test(before.form)
  if (opens && tokens[first]!.deprel === 'flat' && tokens[first]!.head === first - 1 && before.deprel !== 'nmod:desc')
    first--
  else if (first === last && !taken.has(before?.start ?? -1) && isGivenBehindRole(tokens, first - 1, resources)) first--
  const head = headOf({ tokens }, first, last)
  let end = last
  while (end + 1 < tokens.length && end - last < 4) {
    const next = tokens[end + 1]!
    const flat =
      next.deprel === 'flat' &&
      next.head === head &&
      next.upos === 'PROPN' &&
      !taken.has(next.start) &&
      !LETTERS_BEHIND.test(` ${next.form}`)
    const hyphen = /^[-‐]$/.test(next.form) && next.start === tokens[end]!.end && tokens[end + 2]?.start === next.end
    if (!flat && !hyphen) break
    end++
  }
  while (end > last && !/\p{L}/u.test(tokens[end]!.form)) end--
  return [first, end]
}

/** "police spokesman Bobby Orme": a given name between a role and a family name, though a "bobby" is a policeman. */
function isGivenBehindRole(tokens: Tree['tokens'], index: number, { kinds, roleGroups, personNouns }: EntityResources) {
  const [role, given] = [tokens[index - 1], tokens[index]]
  if (role === undefined || given === undefined || !/^\p{Lu}\p{Ll}/u.test(given.form)) return false
  const noun = role.form.toLowerCase()
  return (
    kinds.isGivenName(given.form) &&
    (roleGroups.has(noun) || personNouns.has(noun)) &&
    !roleGroups.has(given.form.toLowerCase())
  )
}

const isTitled = ({ tokens }: Tree, first: number, { roleGroups }: EntityResources): boolean =>
  roleGroups.has(tokens[first - 1]?.lemma.toLowerCase() ?? '')

/** First and last token that lie within a span; null when none does. */
export function tokensWithin({ tokens }: Tree, start: number, end: number): [number, number] | null {
  const first = tokens.findIndex(token => token.start >= start && token.start < end)
  if (first < 0) return null
  let last = first
  while (last + 1 < tokens.length && tokens[last + 1]!.start < end) last++
  return [first, last]
}

/** The token of a span whose head lies outside it. */
export function headOf({ tokens }: Pick<Tree, 'tokens'>, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const { head } = tokens[i]!
    if (head < first || head > last) return i
  }
  return last
}

function genderOfName(
  type: EntityType,
  form: string,
  tree: Tree,
  first: number,
  { genders }: EntityResources,
): Gender | null {
  if (type !== 'person') return 'neuter'
  const title = tree.tokens[first - 1]?.form.toLowerCase().replace('.', '')
  if (
    title !== undefined &&
    /^(?:mr|mrs|ms|miss|sir|dame|lord|lady|king|queen|prince|princess|spokesman|spokeswoman|chairman|chairwoman|actor|actress|congressman|congresswoman|pope)$/.test(
      title,
    )
  ) {
    return genders.get(title) ?? null
  }
  const parts = formParts(form)
  return parts.length > 1 ? (genders.get(parts[0]!.split('-')[0]!) ?? null) : null
}

function qualifiersOfName(type: EntityType, form: string, { countries }: EntityResources): string[] {
  if (type === 'state') {
    const code = countries.byName.get(form) ?? countries.byCapital.get(form)
    return code === undefined ? [] : [code]
  }
  if (type !== 'group' && type !== 'event') return []
  const words = form.split(' ')
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const opening = words.slice(0, length).join(' ')
    const code = countries.byAdjective.get(opening) ?? countries.byName.get(opening)
    if (code !== undefined) return [code]
  }
  return []
}
