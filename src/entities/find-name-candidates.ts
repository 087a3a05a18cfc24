import type { Article, EntityType, Sentence } from '../types.ts'
import { formParts, nameForm } from '../util/name-form.ts'
import { denotationOf } from '../util/nominal-lexicon.ts'
import { type Tree, treeOf } from '../util/tree.ts'
import type { Candidate, Gender } from './candidate.ts'
import { findNames } from './names/find-names.ts'
import { isQuoted, type quotedStretches } from './quoted-stretches.ts'
import { repairNames } from './repair-names.ts'
import type { EntityResources } from './resources.ts'

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
  const names = repairNames(text, findNames(article, resources.names)).sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
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
    const start = tree.tokens[first]!.start
    const words = text.slice(start, name.end)
    const form = nameForm(words)
    if (form === '') continue
    const head = headOf(tree, first, span[1])
    candidates.push({
      start,
      end: name.end,
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
    })
  }
  return candidates
}

/** Sentences of the prose and the words beside it in text order; the latter count to the sentence before them. */
function readingsOf({ sentences, asides = [] }: Article): { sentence: Sentence; index: number }[] {
  const indexAt = (start: number) => Math.max(0, sentences.filter(sentence => sentence.start < start).length - 1)
  return [
    ...sentences.map((sentence, index) => ({ sentence, index })),
    ...asides.map(sentence => ({ sentence, index: indexAt(sentence.start) })),
  ].sort((a, b) => a.sentence.start - b.sentence.start)
}

/** First and last token that lie within a span; null when none does. */
export function tokensWithin({ tokens }: Tree, start: number, end: number): [number, number] | null {
  const first = tokens.findIndex(token => token.start >= start && token.start < end)
  if (first < 0) return null
  let last = first
  while (last + 1 < tokens.length && tokens[last + 1]!.start < end) last++
  return [first, last]
}

/** The token of a span whose head lies outside it. */
export function headOf({ tokens }: Tree, first: number, last: number): number {
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
