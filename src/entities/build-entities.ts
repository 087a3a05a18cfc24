import type { Entity, Mention } from '../types.ts'
import { bareName, nameForm } from '../util/name-form.ts'
import { denotationOf } from '../util/nominal-lexicon.ts'
import type { Candidate, Chain } from './candidate.ts'
import { isCode } from './qualifiers.ts'
import type { EntityResources } from './resources.ts'

/** Chains as records: ids in the order of first mention, the fullest sensible name, every wording as an alias. */
export function buildEntities(
  chains: readonly Chain[],
  resources: EntityResources,
): { entities: Entity[]; mentions: Mention[] } {
  const entities: Entity[] = []
  const mentions: Mention[] = []
  for (const chain of chains) {
    if (chain.candidates.every(candidate => candidate.kind === 'pronoun')) continue
    const id = `e${entities.length + 1}`
    const name = nameOf(chain, resources)
    const aliases = new Set(
      chain.candidates
        .filter(candidate => candidate.kind !== 'pronoun' && !isRoleOnly(candidate, chain))
        .map(candidate => bareName(candidate.text)),
    )
    aliases.delete(name)
    aliases.delete('')
    const doubtful = isDoubtful(chain, resources) ? { doubtful: true as const } : {}
    entities.push({ id, type: chain.type, name, aliases: [...aliases], roles: [...chain.roles], ...doubtful })
    const seen = new Set<string>()
    for (const { start, end, kind } of chain.candidates) {
      if (seen.has(`${start}-${end}`)) continue
      seen.add(`${start}-${end}`)
      mentions.push({ start, end, type: chain.type, kind, entity: id })
    }
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  return { entities, mentions }
}

/**
 * A name whose reading leads the next best by less is right in about two cases of three (span and type, newswire); over all
 * names it is four of five.
 */
const DOUBT = 2.5

/** A name given oftener is no slip. */
const OFTEN = 4

/** A rare name that the tagger is nowhere sure of, and that neither a list nor its own words make a body's. */
function isDoubtful({ type, candidates }: Chain, { kinds }: EntityResources): boolean {
  const names = candidates.filter(({ kind }) => kind === 'name')
  if (names.length === 0 || names.length >= OFTEN || type === 'state') return false
  if (!names.every(({ margin }) => margin !== undefined && margin < DOUBT)) return false
  return type !== 'group' || !names.some(({ text, form }) => kinds.isListedBody(text) || endsAsBody(form, kinds))
}

/** "Reserve Bank of Australia", "Directors Guild": but not one word alone, nor "Brown and Associates". */
function endsAsBody(form: string, { isBody }: EntityResources['kinds']): boolean {
  const words = form.split(/ (?:of|for) /)[0]!.split(' ')
  return !words.includes('and') && form.includes(' ') && isBody(words.at(-1)!)
}

/** A person's descriptions are roles, not aliases. */
const isRoleOnly = (candidate: Candidate, chain: Chain): boolean =>
  chain.type === 'person' && candidate.kind === 'nominal' && chain.candidates.some(other => other.kind === 'name')

function nameOf(chain: Chain, resources: EntityResources): string {
  const { countries, organisations } = resources
  const names = chain.candidates.filter(candidate => candidate.kind === 'name')
  if (chain.type === 'state') {
    for (const { form } of names) {
      const code = countries.byName.get(form) ?? countries.byCapital.get(form)
      if (code !== undefined) return countries.nameOf.get(code)!
    }
  }
  if (names.length > 0) {
    const known =
      chain.type === 'group'
        ? names.map(({ form }) => organisations.get(form)).find(full => full !== undefined)
        : undefined
    if (known !== undefined) return known
    return fullest(names)
  }
  return description(chain, resources)
}

/** "Osgil talks", "battle for Osgil": an event that says where it was or whose. */
const PLACED = /(?:^| (?:of|for|in|on|against) (?:the )?(?:\p{Ll}+ )?)\p{Lu}\p{Ll}/u

/** Longer wordings tell a story rather than what it is. */
const LONGEST_DESCRIPTION = 6

/** The commonest wording; one with its country, or an event's with its place, before a bare one. */
function description(chain: Chain, { nominals }: EntityResources): string {
  const wordings = new Map<string, { text: string; count: number; telling: number; plain: number }>()
  for (const candidate of chain.candidates) {
    if (candidate.kind === 'pronoun') continue
    const text = chain.type === 'event' ? plainEvent(candidate) : inMidSentence(bareName(candidate.text), candidate)
    const entry = wordings.get(nameForm(text))
    if (entry) {
      entry.count++
      continue
    }
    const short = text.split(' ').length <= LONGEST_DESCRIPTION && !/['’]s?\b|['’]$/.test(text)
    const placed = chain.type === 'event' && PLACED.test(text)
    const telling = short && (placed || candidate.qualifiers.some(isCode)) ? 1 : 0
    // "a complex operation to evacuate …" is an evacuation, but does not say so.
    const says = denotationOf(candidate.noun.split(' '), nominals)?.denotes === candidate.denotation?.denotes
    // A headline leaves its verbs bare, and they get into the phrase ("Israel seal trade deal").
    const headline = candidate.sentence === 0 && text.split(' ').length > 3 && chain.candidates.length > 1
    const plain = (chain.type === 'event' && !says) || headline ? 0 : short ? 2 : 1
    wordings.set(nameForm(text), { text, count: 1, telling, plain })
  }
  const ranked = [...wordings.values()].sort(
    (a, b) =>
      b.plain - a.plain || b.telling - a.telling || b.count - a.count || Number(a.text === '') - Number(b.text === ''),
  )
  return ranked[0]!.text
}

/**
 * What an event is called, without the story around it: its core words with the first phrase behind them where that names
 * something ("liberation of Aleppo" of "the liberation of Aleppo from terrorism"), not whose it is.
 */
function plainEvent(candidate: Candidate): string {
  const { tree, head, text, start, end } = candidate
  const coreEnd = tree.tokens[head]!.end
  const core = inMidSentence(bareName(text.slice(0, coreEnd - start)), candidate)
  const tail = text
    .slice(coreEnd - start)
    .match(
      /^ (?:of|for|in|on|against) (?:the )?(?:(?:eastern|western|northern|southern|central) )?(?:\p{Lu}[\p{L}.-]*)(?: \p{Lu}[\p{L}.-]*){0,3}(?=$|[ ,])/u,
    )
  const whole = tail !== null && coreEnd < end ? `${core}${tail[0].replace(/ (?:Mr|Mrs|Ms|Dr|Sir)$/, '')}` : core
  return whole.replace(/^(\p{Lu}[\p{L}-]*)['’]s? (?=\p{L}+$)/u, '$1 ')
}

/** A description without the capital that it owes to opening a sentence. */
function inMidSentence(description: string, { tree, start, qualifiers }: Candidate): string {
  const first = tree.tokens.findIndex(token => token.start >= start)
  const opens = first <= 0 || !/^[\p{L}\p{N}]/u.test(tree.tokens[first - 1]!.form) || tree.tokens[first]!.upos === 'DET'
  const word = description.split(' ')[0]!
  // A noun of the lexicons that stands alone is none of its own, even where the parser reads its capital so.
  const proper =
    (tree.tokens[first]?.upos === 'PROPN' && word !== description) ||
    qualifiers.length > 0 ||
    !/^\p{Lu}\p{Ll}+$/u.test(word)
  return opens && !proper ? word.toLowerCase() + description.slice(word.length) : description
}

/** The name with most words; of equals the one that is not in capitals, the commoner, the first. */
function fullest(names: readonly Candidate[]): string {
  const counts = new Map<string, number>()
  for (const { text } of names) {
    const bare = bareName(text).replace(/^(?:mr|mrs|ms|miss|dr|sir|dame)\.?\s+/i, '')
    if (bare !== '') counts.set(bare, (counts.get(bare) ?? 0) + 1)
  }
  const shouting = (name: string) => (/\p{Ll}/u.test(name) ? 0 : 1)
  const words = (name: string) => nameForm(name).split(' ').length
  const ranked = [...counts].sort(([a, n], [b, m]) => words(b) - words(a) || shouting(a) - shouting(b) || m - n)
  return ranked[0]?.[0] ?? names[0]!.text
}
