import { formParts, initials } from '../util/name-form.ts'
import { oneSlip } from '../util/person-names.ts'
import type { Candidate, Chain } from './candidate.ts'
import type { Chains } from './chains.ts'
import type { EntityResources } from './resources.ts'

/** "the Monetary Policy Committee (MPC)": what stands in brackets behind a name is the name, if its letters are. */
export function linkExplainedAcronyms(names: readonly Candidate[], chains: Chains): void {
  names.forEach((short, i) => {
    const long = names[i - 1]
    if (long === undefined || long.sentence !== short.sentence || !ACRONYM.test(short.text)) return
    const between = short.tree.tokens.filter(token => token.start >= long.end && token.end <= short.start)
    if (between.map(token => token.form).join('') !== '(') return
    const [into, from] = [chains.of(long), chains.of(short)]
    if (!into || !from || into.type === 'person') return
    const letters = initials(formParts(long.form))
    const wanted = short.form.replace(/[^\p{L}]/gu, '')
    if (!holdsInOrder(letters, wanted) && !holdsNearly(letters, wanted)) return
    if (into.type === 'place' && from.type === 'group') into.type = 'group'
    chains.merge(into, from)
  })
}

/** "the Transitional Military Council (CMT)": an acronym of the name in its own language, all letters but one at most. */
function holdsNearly(letters: string, wanted: string): boolean {
  if (wanted.length < 3 || Math.abs(letters.length - wanted.length) > 1) return false
  let left = letters
  let missing = 0
  for (const letter of wanted) {
    if (left.includes(letter)) left = left.replace(letter, '')
    else missing++
  }
  return missing === 0 || (missing === 1 && wanted.length > 3)
}

function holdsInOrder(letters: string, wanted: string): boolean {
  let at = 0
  for (const letter of letters) if (letter === wanted[at]) at++
  return at === wanted.length && wanted.length > 1
}

/** Links short forms of bodies and events to the fuller names that they are short for. */
export function linkBodies(started: readonly Chain[], chains: Chains, resources: EntityResources): void {
  linkLastWords(started, chains)
  linkCapitalBodies(started, chains)
  linkForcesOfOneCountry(started, chains, resources)
  const groups = started.filter(
    chain => chain.candidates.length > 0 && (chain.type === 'group' || chain.type === 'event'),
  )
  for (const chain of groups) {
    const fuller = fullerGroups(chain, groups)
    // Two fuller names that both fit ("United" beside two clubs of that name) leave the short one alone.
    if (fuller.length === 1) chains.merge(fuller[0]!, chain)
  }
}

const CONTINENT = /^(?:africa|america|asia|australasia|europe|oceania)$/

/** What papers are called for themselves. */
const PAPER = /^(?:express|guardian|independent|mail|mirror|observer|star|sun|telegraph|times)$/

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
    // "GM Europe" is the firm's, Europe nobody's; "the Times" is a paper beside the Osgil Times
    if (ACRONYM.test(chain.candidates[0]!.text) || CONTINENT.test(form) || PAPER.test(form)) continue
    if (chain.type === 'state' || form.includes(' ') || form.length < 4 || denotation !== null || families.has(form))
      continue
    const end = ` ${form}`
    const fuller = live.filter(
      other =>
        other !== chain &&
        other.type === 'group' &&
        other.candidates.some(
          ({ form: long, start: at }) => at < start && long.endsWith(end) && long.split(' ').length < 4,
        ),
    )
    if (fuller.length === 1) chains.merge(fuller[0]!, chain)
  }
}

/** "The Commission", "the Cup" with a capital: the one body or event named before whose head noun it is ("Bank of England"). */
function linkCapitalBodies(started: readonly Chain[], chains: Chains): void {
  for (const chain of started) {
    const [first] = chain.candidates
    if (
      first === undefined ||
      (first.denotation === null && chain.type !== 'event') ||
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
  // Nearly all pairs of an article share neither the first letter nor the end: no splitting for them.
  if (short.form[0] !== long.form[0] && !long.form.endsWith(short.form) && !ACRONYM.test(short.text)) return false
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
