import type { Article, EntityType, Span, Token } from '../types.ts'
import { nameForm } from '../util/name-form.ts'
import { type Denotation, denotationOf, lookUp } from '../util/nominal-lexicon.ts'
import { type Tree, treeOf } from '../util/tree.ts'
import type { Candidate } from './candidate.ts'
import { endOfName, phraseEnd, phraseStart } from './noun-phrase.ts'
import { isCode } from './qualifiers.ts'
import { isQuoted } from './quoted-stretches.ts'
import type { EntityResources } from './resources.ts'

/** Words that turn a body of people into the armed or political opposition: "rebel forces", "opposition groups". */
const OPPOSING = new Set(['rebels', 'opposition'])
const COLLECTIVE = new Set(['army', 'agency', 'company', 'parties', 'militia', 'team', 'leaders'])
/** Stands among the qualifiers for the country whose government the article speaks of. */
export const GOVERNMENT = '@government'
const LOYAL = /^(?:pro-)?(?:government|regime)$|^(?:loyalist|state|national|federal)$/i

const HOUSES = new Set(['ministry', 'army', 'police', 'navy', 'air force', 'government', 'parliament'])
const MONTH = /^(?:March|May)$/

/** Denotations of single bodies: a "lender", a "watchdog" or a "carrier" is one, though the word may mean a person. */
const BODIES = new Set(['company', 'bank', 'agency'])
/** Of these the singular is a person as often as a company. */
const MAKERS = /^(?:developer|producer|publisher|operator)$/

/** An article on games that are sold: its "game" is a product, no match. */
const VIDEO_GAMES =
  /\b(?:video|computer|console|online|mobile|pc) ?gam(?:es?|ing)\b|\bgamers?\b|\bgames? (?:console|developer|maker|publisher|designer|industry|series)s?\b|\bgameplay\b|\bplaystation\b|\bxbox\b|\bnintendo\b/i
/** An article on devices that play: its "players" are no people. */
const DEVICES = /\b(?:mp3|dvd|cd|music|media|video|digital|blu-ray) players?\b|\bipods?\b/i
const PLAYER = /(?:^| )player$/
const GAME = /(?:^| )(?:game|test|match)$/

/** What an operation, deal or campaign is about, when an infinitive or a noun says so. */
const AIM: Readonly<Record<string, string>> = { evacuate: 'evacuation', evacuation: 'evacuation', rescue: 'rescue' }

/** Common nouns that may stand for actors, places or events; those within names are left out. */
export function findNominals(
  article: Article,
  names: readonly Candidate[],
  resources: EntityResources,
  quoted: readonly Span[],
): Candidate[] {
  const candidates: Candidate[] = []
  const ofGames = VIDEO_GAMES.test(article.document.text)
  const ofDevices = DEVICES.test(article.document.text)
  article.sentences.forEach((sentence, index) => {
    const tree = treeOf(sentence)
    const own = names.filter(name => name.sentence === index)
    tree.tokens.forEach((token, head) => {
      if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && !token.tag.startsWith('NN') && !isAge(tree, head)) return
      if (own.some(name => name.start <= token.start && token.start < name.end)) return
      if (MONTH.test(token.form)) return
      const nominal = readNominal(tree, head, resources)
      if (nominal === null || (ofGames && GAME.test(nominal.noun)) || (ofDevices && PLAYER.test(nominal.noun))) return
      if (nominal.type !== 'group' && isProper(tree, head)) return
      const house = modifies(tree, head) ? houseInTitle(tree, head, nominal, resources) : null
      if (modifies(tree, head) && house === null) return
      const first = house ?? phraseStart(tree, head)
      if (nominal.type !== 'event' && isPredicate(tree, head)) return
      if (isField(tree, first) || isUsed(tree, head) || (nominal.type === 'person' && isOccasion(tree, head))) return
      const last = nominal.type === 'event' ? eventEnd(tree, head) : head
      const [start, end] = [tree.tokens[first]!.start, tree.tokens[last]!.end]
      const definite = isDefinite(tree, first, head)
      const qualifiers = qualifiersOf(tree, first, head, resources)
      if (token.form === 'opposition' && isActOfOpposing(tree, head, definite, qualifiers)) return
      if (/^votes?$/.test(nominal.noun) && isShare(tree, first)) return
      const text = article.document.text.slice(start, end)
      candidates.push({
        start,
        end,
        kind: 'nominal',
        type: nominal.type,
        sentence: index,
        tree,
        head,
        text,
        form: nameForm(text),
        gender: nominal.type === 'person' ? (resources.genders.get(nominal.noun.split(' ').at(-1)!) ?? null) : 'neuter',
        number: nominal.number,
        denotation: nominal.denotation,
        noun: nominal.noun,
        definite,
        qualifiers,
        quoted: isQuoted(quoted, start),
      })
    })
  })
  return candidates
}

/** The last token of an event's words: no phrase ends within a name, and what is between one alone is not told. */
function eventEnd(tree: Tree, head: number): number {
  const { tokens } = tree
  let last = phraseEnd(tree, head)
  if (last === head) return head
  last = endOfName(tree, last)
  let between = false
  for (let i = head + 1; i <= last; i++) {
    if (tokens[i]!.form === 'between') between = true
    else if (tokens[i]!.form === 'and') between = false
  }
  return between && !/^(?:\p{Lu}?\p{Ll}+s|them)$/u.test(tokens[last]!.form) ? head : last
}

/** "the use of force": what is used, and nobody's forces. */
const isUsed = ({ tokens }: Tree, head: number): boolean => {
  if (tokens[head]!.form !== 'force') return false
  const of = tokens[head - 1]?.upos === 'ADJ' ? head - 2 : head - 1
  return /^(?:of|by|through|with)$/.test(tokens[of]?.form ?? '')
}

/** "minister for women", "secretary for the family": what an office is for is its field, not an actor. */
const isField = ({ tokens }: Tree, first: number): boolean =>
  tokens[first - 1]?.form === 'for' && /^(?:commissioner|minister|secretary)s?$/i.test(tokens[first - 2]?.form ?? '')

/** "his first prime minister's questions", "the mayor's cup": what only names an occasion is no actor there. */
const isOccasion = ({ tokens }: Tree, head: number): boolean =>
  tokens[head + 1]?.tag === 'POS' && /^(?:questions?|cup|trophy|dinner)$/i.test(tokens[head + 2]?.form ?? '')

/** "considerable opposition", "Osgil's opposition to the plan": what people feel, say and do, not who they are. */
function isActOfOpposing(
  { tokens, children }: Tree,
  head: number,
  definite: boolean,
  qualifiers: readonly string[],
): boolean {
  if (/^(?:from|to|within)$/.test(tokens[head + 1]?.form ?? '')) return true
  if (qualifiers.some(isCode)) return false
  const owner = children[head]!.find(child => child < head && tokens[child]!.deprel === 'nmod:poss')
  return owner === undefined ? !definite : !/^(?:country|nation|kingdom|republic|island)$/.test(tokens[owner]!.form)
}

/** "31% of the vote": how many, not when or on what. */
const isShare = ({ tokens }: Tree, first: number): boolean =>
  tokens[first - 1]?.form === 'of' &&
  /^(?:%|percent|cent|share|majority|number|rest|half|all)$/.test(tokens[first - 2]?.form ?? '')

/** Whether a noun only modifies the next one ("government control"). */
function modifies({ tokens }: Tree, index: number): boolean {
  const token = tokens[index]!
  const next = tokens[index + 1]
  // "rebel-held"
  if (next !== undefined && /^[-‐–]/.test(next.form) && next.start === token.end) return true
  // "against child and pensioner poverty"
  const bare = token.tag === 'NN' && /^(?:and|or)$/.test(tokens[index - 1]?.form ?? '') && next?.upos === 'NOUN'
  if (bare && next.tag.startsWith('NN') && token.deprel === 'conj') return true
  if (next === undefined || !/^(?:compound|nmod:desc|amod|flat)/.test(token.deprel)) return false
  return token.head > index && /^(?:NOUN|PROPN)$/.test(next.upos)
}

/**
 * "Turkish foreign ministry spokesman": the ministry of a title acts through its spokesman.
 *
 * @returns where the ministry's words begin; null for other modifiers and where nothing says whose it is
 */
function houseInTitle(tree: Tree, head: number, nominal: Nominal, resources: EntityResources): number | null {
  const next = tree.tokens[head + 1]!
  if (nominal.denotation === null || !HOUSES.has(nominal.denotation.denotes)) return null
  if (!resources.personNouns.has(next.lemma.toLowerCase())) return null
  let first = head
  while (first > 0 && /^(?:ADJ|PROPN|NOUN)$/.test(tree.tokens[first - 1]!.upos)) first--
  return qualifiersOf(tree, first, head, resources).length > 0 ? first : null
}

/** A capital within a sentence: a name that the tagger missed or a surname ("Ban"), not a common noun. */
function isProper({ tokens, sentence }: Tree, head: number): boolean {
  const { form, tag, start } = tokens[head]!
  if (!tag.startsWith('NNP') || !/^\p{Lu}/u.test(form) || start === sentence.start) return false
  return /^\p{L}/u.test(tokens[head - 1]!.form)
}

/** "Turkey has been a key backer": what is only said of another thing is no thing of its own. */
const isPredicate = ({ tokens, children }: Tree, head: number): boolean =>
  children[head]!.some(child => tokens[child]!.deprel === 'cop') &&
  children[head]!.some(child => tokens[child]!.deprel.startsWith('nsubj'))

/** "the 62-year-old", as a noun. */
function isAge({ tokens }: Tree, head: number): boolean {
  const { form, deprel } = tokens[head]!
  return (
    (/^\d+-year-old$/i.test(form) || (form === 'old' && tokens[head - 2]?.form === 'year')) &&
    !/^(?:amod|compound)/.test(deprel)
  )
}

type Nominal = Pick<Candidate, 'type' | 'denotation' | 'noun' | 'number'>

function readNominal(tree: Tree, head: number, resources: EntityResources): Nominal | null {
  const token = tree.tokens[head]!
  const number = /S$/.test(token.tag) ? 'plural' : 'singular'
  const lemma = token.lemma.toLowerCase()
  const { word, first } = hyphenated(tree, head)
  const words = compoundBefore(tree, first)
  const whole = word.includes('-') ? word : lemma
  if (/^\d+-year-old$/.test(word)) return { type: 'person', denotation: null, noun: 'year-old', number }
  const isPerson = resources.personNouns.has(whole)
  const asIs = lookUp([...words, word], resources.nominals)
  if (asIs === null || lookUp(withTail(tree, head, lemma), resources.nominals) === null) return null
  const found = asIs ?? (word === whole ? null : denotationOf([...words, whole], resources.nominals))
  if (isPerson && number === 'singular' && !(found !== null && BODIES.has(found.denotes) && !MAKERS.test(whole))) {
    const role = longestRole(words, whole, resources)
    return { type: 'person', denotation: null, noun: role, number }
  }
  if (found !== null) {
    const denotation = adjust(found, tree, head, words, resources)
    const noun = [...words, whole].join(' ')
    return { type: denotation.type, denotation, noun, number: isMass(denotation, number) ? null : number }
  }
  if (!isPerson) return null
  const type: EntityType = 'group'
  return { type, denotation: { denotes: `${whole}s`, type, shared: false }, noun: whole, number }
}

/** A noun with the "of" phrase behind it: "conflict of interest". */
const withTail = ({ tokens }: Tree, head: number, lemma: string): string[] =>
  tokens[head + 1]?.form === 'of' ? [lemma, 'of', tokens[head + 2]?.lemma.toLowerCase() ?? ''] : []

/** Bodies that take "they" as well as "it". */
const isMass = ({ type }: Denotation, number: string): boolean => type === 'group' && number === 'singular'

/** Lower-case words before the head that may make a compound with it: "armed", "opposition", "foreign". */
function compoundBefore({ tokens }: Tree, head: number): string[] {
  const words: string[] = []
  for (let i = head - 1; i >= 0 && words.length < 3; i--) {
    const token = tokens[i]!
    const joined =
      /^(?:compound|amod|nmod:desc|flat)/.test(token.deprel) || token.upos === 'NOUN' || token.upos === 'ADJ'
    if (!joined || token.upos === 'PUNCT' || !/^\p{L}/u.test(token.form)) break
    words.unshift(token.form.toLowerCase())
  }
  return words
}

/** "cease-fire", "pull-out": the tokens that hyphens tie to the head, as one word; just the head where there are none. */
function hyphenated({ tokens }: Tree, head: number): { word: string; first: number } {
  let first = head
  while (first >= 2 && /^[-‐]$/.test(tokens[first - 1]!.form) && tokens[first - 1]!.end === tokens[first]!.start)
    first -= 2
  const word = tokens
    .slice(first, head + 1)
    .map(token => token.form.toLowerCase())
    .join('')
  return { word, first }
}

function longestRole(words: readonly string[], lemma: string, { personNouns, roleGroups }: EntityResources): string {
  for (let length = Math.min(2, words.length); length > 0; length--) {
    const role = [...words.slice(-length), lemma].join(' ')
    if (personNouns.has(role) || roleGroups.has(role)) return role
  }
  return lemma
}

function adjust(
  found: Denotation,
  tree: Tree,
  head: number,
  words: readonly string[],
  { nominals }: EntityResources,
): Denotation {
  if (COLLECTIVE.has(found.denotes)) {
    for (const word of words) {
      const modifier = nominals.get(word) ?? nominals.get(word.replace(/s$/, ''))
      if (modifier && OPPOSING.has(modifier.denotes)) return modifier
    }
  }
  if (found.type !== 'event') return found
  const aims = [
    ...(found.denotes === 'agreement' || found.denotes === 'truce' ? [] : words),
    ...(tree.tokens[head + 1]?.form === 'to' ? [tree.tokens[head + 2]?.lemma.toLowerCase() ?? ''] : []),
    ...tree.children[head]!.filter(child => child > head && /^(?:acl|advcl)/.test(tree.tokens[child]!.deprel)).map(
      child => tree.tokens[child]!.lemma.toLowerCase(),
    ),
  ]
  for (const word of aims) {
    const denotes = Object.hasOwn(AIM, word) ? AIM[word] : undefined
    if (denotes !== undefined && found.denotes === 'battle') return { denotes, type: 'event', shared: true }
  }
  return found
}

function isDefinite({ tokens, children }: Tree, first: number, head: number): boolean {
  for (const child of children[head]!) {
    if (child > head || child < first) continue
    const token = tokens[child]!
    if (/^(?:the|this|that|these|those|such)$/i.test(token.form) || token.deprel === 'nmod:poss') return true
  }
  return false
}

/** What says whose or which: country codes, names and nationalities; plain adjectives do not tell things apart. */
export function qualifiersOf({ tokens }: Tree, first: number, head: number, { countries }: EntityResources): string[] {
  const found: string[] = []
  for (let i = first; i < head; i++) {
    const token = tokens[i]!
    if (token.upos === 'PUNCT' || token.upos === 'PART' || token.upos === 'DET' || token.upos === 'PRON') continue
    const two = nameForm(`${token.form} ${tokens[i + 1]?.form ?? ''}`)
    const code =
      (i + 1 < head ? (countries.byName.get(two) ?? countries.byAdjective.get(two)) : undefined) ??
      countries.byAdjective.get(nameForm(token.form)) ??
      countries.byName.get(nameForm(token.form)) ??
      countries.byCapital.get(nameForm(token.form))
    const opposed = /^(?:anti|pro)-/i.test(token.form)
    const side = /^(?:pro-)(?=\p{Lu})/iu.test(token.form)
      ? countries.byAdjective.get(nameForm(token.form.slice(4)))
      : undefined
    if (LOYAL.test(token.form)) found.push(GOVERNMENT)
    if (side !== undefined) found.push(side)
    else if (code !== undefined && /^\p{Lu}/u.test(token.form)) found.push(code)
    else if (/^\p{Lu}/u.test(token.form) && !opposed && isTelling(tokens, i)) found.push(nameForm(token.form))
  }
  return found
}

/** A capital tells where no sentence or quotation begins. */
const isTelling = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]!.upos === 'PROPN' || (index > 0 && /[\p{L}\p{N}]/u.test(tokens[index - 1]!.form))
