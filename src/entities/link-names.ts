import type { EntityType } from '../types.ts'
import { formParts, initials } from '../util/name-form.ts'
import { agree, givenNamesAgree, oneSlip, personName } from '../util/person-names.ts'
import type { Candidate, Chain } from './candidate.ts'
import type { Chains } from './chains.ts'
import type { EntityResources } from './resources.ts'

/**
 * Links names of one article: equal forms first, then short forms to the fuller names they are short for. Within an
 * article a short form nearly always means the fuller name that stands in it ("one sense per discourse", Gale et al. 1992).
 */
export function linkNames(names: readonly Candidate[], chains: Chains, resources: EntityResources): void {
  const byForm = new Map<string, Candidate[]>()
  for (const name of names) {
    const key = formKey(name, resources)
    const list = byForm.get(key)
    if (list) list.push(name)
    else byForm.set(key, [name])
  }
  const started: Chain[] = []
  for (const list of byForm.values()) {
    const chain = chains.begin(list[0]!, knownType(list[0]!, resources) ?? majorityType(list))
    for (const name of list.slice(1)) chains.join(chain, name)
    started.push(chain)
  }
  linkExplainedAcronyms(names, chains)
  linkPersons(started, chains, resources)
  linkLastWords(started, chains)
  linkCapitalBodies(started, chains)
  linkForcesOfOneCountry(started, chains, resources)
  const groups = () =>
    started.filter(chain => chain.candidates.length > 0 && (chain.type === 'group' || chain.type === 'event'))
  for (const chain of groups()) {
    const fuller = fullerGroups(chain, groups())
    // Two fuller names that both fit ("United" beside two clubs of that name) leave the short one alone.
    if (fuller.length === 1) chains.merge(fuller[0]!, chain)
  }
}

/** Countries by their code, whichever way they are written; capitals that act for their state too. */
function formKey(name: Candidate, { countries, organisations, acts }: EntityResources): string {
  const { form, type } = name
  if (isKnownState(name, countries)) return `state:${countries.byName.get(form)}`
  if (type === 'state' || (type === 'place' && countries.byCapital.has(form))) {
    const code =
      countries.byName.get(form) ?? (type === 'state' || acting(name, acts) ? countries.byCapital.get(form) : undefined)
    if (code !== undefined) return `state:${code}`
    return `${type}:${form}`
  }
  if (isKnownOrganisation(name, organisations)) return `group:${organisations.get(form)}`
  return type === 'place' ? placeKey(form) : form
}

/** Acronyms and long names that every newspaper knows are what they are, whatever the tagger took them for. */
const isKnownOrganisation = (
  { form, text, type }: Candidate,
  organisations: EntityResources['organisations'],
): boolean =>
  organisations.has(form) &&
  (type === 'group' || form.includes(' ') || form.includes('-') || /^(?:\p{Lu}\.?){2,}$/u.test(text))

/** "UK", "U.S.": acronyms of countries, and countries' names that were taken for groups. */
const isKnownState = ({ form, text, type }: Candidate, { byName }: EntityResources['countries']): boolean =>
  byName.has(form) && (type === 'state' || type === 'group' || /^(?:\p{Lu}\.?){2,}$/u.test(text))

function knownType(name: Candidate, { organisations, countries }: EntityResources): EntityType | null {
  if (isKnownState(name, countries)) return 'state'
  return isKnownOrganisation(name, organisations) ? 'group' : null
}

/** "east Aleppo" is "eastern Aleppo". */
const placeKey = (form: string): string =>
  form.replace(/^((?:north|south)?-?(?:east|west)|north|south)(?:ern)? (?=\p{L})/u, '$1ern ')

function acting({ tree, head }: Candidate, acts: ReadonlySet<string>): boolean {
  const token = tree.tokens[head]!
  return token.deprel === 'nsubj' && token.head >= 0 && acts.has(tree.tokens[token.head]!.lemma.toLowerCase())
}

function majorityType(names: readonly Candidate[]): EntityType {
  const votes = new Map<EntityType, number>()
  for (const { type } of names) votes.set(type, (votes.get(type) ?? 0) + 1)
  return [...votes].sort((a, b) => b[1] - a[1])[0]![0]
}

/** "the Monetary Policy Committee (MPC)": what stands in brackets behind a name is the name, if its letters are. */
function linkExplainedAcronyms(names: readonly Candidate[], chains: Chains): void {
  names.forEach((short, i) => {
    const long = names[i - 1]
    if (long === undefined || long.sentence !== short.sentence || !ACRONYM.test(short.text)) return
    const between = short.tree.tokens.filter(token => token.start >= long.end && token.end <= short.start)
    if (between.map(token => token.form).join('') !== '(') return
    const [into, from] = [chains.of(long), chains.of(short)]
    if (!into || !from || into.type === 'person') return
    if (holdsInOrder(initials(formParts(long.form)), short.form.replace(/[^\p{L}]/gu, ''))) chains.merge(into, from)
  })
}

function holdsInOrder(letters: string, wanted: string): boolean {
  let at = 0
  for (const letter of letters) if (letter === wanted[at]) at++
  return at === wanted.length && wanted.length > 1
}

const CONTINENT = /^(?:africa|america|asia|australasia|europe|oceania)$/

/** "Villa" for Aston Villa, whatever the tagger took the last word for, unless a person of that name is there. */
function linkLastWords(started: readonly Chain[], chains: Chains): void {
  const live = started.filter(chain => chain.candidates.length > 0)
  const families = new Set(
    live
      .filter(chain => chain.type === 'person')
      .flatMap(chain => chain.candidates.map(({ form }) => form))
      .filter(form => form.includes(' '))
      .map(form => form.split(' ').at(-1)!),
  )
  for (const chain of live) {
    const { form, start, denotation } = chain.candidates[0]!
    // "GM Europe" is the firm's, Europe nobody's
    if (ACRONYM.test(chain.candidates[0]!.text) || CONTINENT.test(form)) continue
    if (chain.type === 'state' || form.includes(' ') || form.length < 4 || denotation !== null || families.has(form))
      continue
    const fuller = live.filter(
      other =>
        other !== chain &&
        other.type === 'group' &&
        other.candidates.some(
          ({ form: long, start: at }) => at < start && long.split(' ').length < 4 && long.endsWith(` ${form}`),
        ),
    )
    if (fuller.length === 1) chains.merge(fuller[0]!, chain)
  }
}

/** "The Commission", "the Bank" with a capital: the one body named before whose head noun it is ("Bank of England"). */
function linkCapitalBodies(started: readonly Chain[], chains: Chains): void {
  for (const chain of started) {
    const [first] = chain.candidates
    if (
      first === undefined ||
      first.denotation === null ||
      first.form.includes(' ') ||
      !/^\p{Lu}\p{Ll}/u.test(first.text)
    )
      continue
    const fuller = started.filter(
      other =>
        other !== chain &&
        other.type === chain.type &&
        other.candidates.some(({ form, start }) => {
          const head = form.split(' of ')[0]!
          return start < first.start && form.includes(' ') && ` ${head}`.endsWith(` ${first.form}`)
        }),
    )
    if (fuller.length === 1) chains.merge(fuller[0]!, chain)
  }
}

/** "Syrian Army" and "Syrian forces" are one; "Syrian Democratic Forces" are not, for another word tells them apart. */
function linkForcesOfOneCountry(started: readonly Chain[], chains: Chains, { countries }: EntityResources): void {
  const first = new Map<string, Chain>()
  for (const chain of started) {
    const { denotation, qualifiers, form } = chain.candidates[0] ?? {}
    if (chain.type !== 'group' || !denotation?.shared || qualifiers?.length !== 1) continue
    const plain = form!
      .split(' ')
      .every((word, i, all) => i === all.length - 1 || countries.byAdjective.has(word) || countries.byName.has(word))
    if (!plain) continue
    const key = `${denotation.denotes}|${qualifiers[0]}`
    const known = first.get(key)
    if (known) chains.merge(known, chain)
    else first.set(key, chain)
  }
}

/** Two names of one list are two: "George W Bush, Bill Clinton, George Bush". */
function areListed(a: Chain, b: Chain): boolean {
  const top = ({ tree, head }: Candidate) => (tree.tokens[head]!.deprel === 'conj' ? tree.tokens[head]!.head : head)
  return a.candidates.some(one => b.candidates.some(other => one.tree === other.tree && top(one) === top(other)))
}

function linkPersons(started: readonly Chain[], chains: Chains, { givenNames, countries }: EntityResources): void {
  const partsOf = (chain: Chain) => formParts(chain.candidates[0]!.form)
  const fulls = started
    // A chain that another has taken in is empty.
    .filter(chain => chain.type === 'person' && chain.candidates.length > 0 && partsOf(chain).length > 1)
    .sort((a, b) => partsOf(b).length - partsOf(a).length || a.candidates[0]!.start - b.candidates[0]!.start)
  const merged: Chain[] = []
  for (const chain of fulls) {
    const own = personName(partsOf(chain))
    const same = merged.find(other => {
      const { given, family } = personName(partsOf(other))
      if (areListed(other, chain)) return false
      if (family === own.family) return givenNamesAgree(given, own.given, givenNames)
      return oneSlip(family, own.family) && given.join(' ') === own.given.join(' ')
    })
    if (same) chains.merge(same, chain)
    else merged.push(chain)
  }
  for (const chain of started) {
    if (chain.candidates.length === 0 || merged.includes(chain)) continue
    const parts = partsOf(chain)
    if (chain.type !== 'person' && (parts.length > 1 || isKnownPlace(chain, countries))) continue
    const { family } = personName(parts)
    if (personName(parts).given.length > 0) continue
    const bearers = merged.filter(other => {
      const name = personName(partsOf(other))
      return (
        name.family === family ||
        (isWhole(name.given[0]) && agree(name.given[0], family, givenNames)) ||
        (oneSlip(name.family, family) && !isEnumerated(chain))
      )
    })
    const bearer =
      bearers.find(other => personName(partsOf(other)).family === family && bearers.length === 1) ??
      nearest(bearers, chain)
    if (bearer !== undefined) chains.merge(bearer, chain)
  }
}

/** Between two commas in a roll of surnames: Browne is not Brown there. */
const isEnumerated = ({ candidates }: Chain): boolean =>
  candidates.every(({ tree: { tokens }, head }) => tokens[head - 1]?.form === ',' && tokens[head + 1]?.form === ',')

/** A given name that is more than an initial, which any name with that letter would fit. */
const isWhole = (given: string | undefined): given is string => given !== undefined && /^\p{L}{2}/u.test(given)

function isKnownPlace(chain: Chain, { byName, byCapital }: EntityResources['countries']): boolean {
  const { form } = chain.candidates[0]!
  return chain.type !== 'group' && (byName.has(form) || byCapital.has(form) || chain.type === 'state')
}

/** The chain that was named last before another begins, else the first that comes after. */
function nearest(chains: readonly Chain[], to: Chain): Chain | undefined {
  const { start } = to.candidates[0]!
  const last = (chain: Chain) =>
    Math.max(-1, ...chain.candidates.filter(name => name.start < start).map(name => name.start))
  return [...chains].sort((a, b) => last(b) - last(a) || a.candidates[0]!.start - b.candidates[0]!.start)[0]
}

const LEGAL = /^(?:inc|corp|corporation|ltd|limited|plc|co|company|group|holdings?|ag|sa|gmbh|nv|llc)$/
/** What firms deal in, which their short names leave out: "Orme" for Orme Studios. */
const TRADE =
  /^(?:airlines|airways|capital|communications|electronics|energy|entertainment|films|foods|games|industries|insurance|interactive|labs|motors|pharmaceuticals|pictures|records|securities|software|studios|systems|technologies)$/

function fullerGroups(short: Chain, all: readonly Chain[]): Chain[] {
  return all.filter(
    other =>
      other !== short &&
      other.type === short.type &&
      other.candidates.some(long => isShortFor(short.candidates[0]!, long)),
  )
}

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.-]+$/u

/** Whether a group's name is an acronym, an end, a beginning or a misspelling of another's. */
function isShortFor(short: Candidate, long: Candidate): boolean {
  const [parts, longParts] = [short.form.split(' '), long.form.split(' ')]
  if (parts.length === longParts.length && parts.length > 1) {
    return parts.every((part, i) => part === longParts[i] || oneSlip(part, longParts[i]!))
  }
  if (longParts.length <= parts.length) return false
  const acronym = ACRONYM.test(short.text)
  if (acronym && initials(longParts) === short.form.replace(/[^\p{L}\p{N}]/gu, '')) return true
  if (long.form.endsWith(` ${short.form}`)) return parts.length > 1
  if (!long.form.startsWith(`${short.form} `)) return false
  const rest = longParts.slice(parts.length)
  if (rest.every(part => LEGAL.test(part.replace('.', '')))) return true
  if (!acronym && parts.length === 1 && rest.length === 1 && TRADE.test(rest[0]!)) return true
  // "Lockheed" for Lockheed Martin, but the UN is not its Security Council.
  const product = rest.some(part => /\d/.test(part)) || /\b\p{Lu}{2,}$/u.test(long.text)
  return (
    !acronym &&
    !product &&
    parts.length === 1 &&
    rest.length <= 2 &&
    long.denotation === null &&
    short.start > long.start
  )
}
