import type { EntityType } from '../types.ts'
import type { CountryLexicon } from '../util/country-lexicon.ts'
import type { Denotation } from '../util/nominal-lexicon.ts'
import type { Profile } from './profile.ts'

/** Words that tell apart what else is named alike: "eastern Aleppo" is not Aleppo, "Under-21" not the first team. */
const DISTINGUISHING =
  /^(?:\d[\w-]*|[ivx]+|north|south|east|west|northern|southern|eastern|western|central|new|old|upper|lower|greater|deputy|former|junior|under-\d+|women|womens|women's|ladies)$/

/** "the UN Security Council" is a part of the UN, not the UN. */
export const isPart = ({ parts }: Profile): boolean =>
  /^(?:council|assembly|committee|commission|office|secretariat|mission|department|ministry|court|agency|branch|division|unit)$/.test(
    parts.at(-1)!,
  )

/** The number that a description opens with: "80" of "80 civilians"; null where it counts nothing. */
export const countOf = ([first = '']: readonly string[]): string | null =>
  /^\d[\d,.]*$|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundreds?|thousands?|dozens?|million)$/.test(
    first,
  )
    ? first
    : null

/** A word of one form alone that makes it another thing; null when there is none. */
export function distinguishing(a: readonly string[], b: readonly string[]): string | null {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const part of x) if (DISTINGUISHING.test(part) && !y.includes(part)) return part
  }
  return null
}

/** Words of a description whose plural bears no "s". */
const PLURALS = /(?:[^s]s|men|women|people|children|police|public|media|press|population|youth|poor|dead)$/

/**
 * Whether a description with a country means the same in every article: "the French army", "US officials", but not "a US
 * bank", "three US soldiers" or a war, of which a country has had several.
 */
export function isOneEverywhere(type: EntityType, parts: readonly string[], denotation: Denotation | null): boolean {
  if (type !== 'group' || countOf(parts) !== null) return false
  return denotation?.shared === true || PLURALS.test(parts.at(-1)!)
}

/** Of these each country and town has its own, whatever kind they are: "opposition parties", "local media". */
const OF_A_COUNTRY = new Set([
  'parties',
  'ministers',
  'leaders',
  'officials',
  'legislators',
  'court',
  'ministry',
  'reporters',
  'states',
  'prosecutors',
  'voters',
  'people',
  'suspects',
  'victims',
  'prisoners',
  'allies',
  'delegates',
])
/** Adjectives and participles that say how things are rather than what. */
const HOW =
  /^(?:.*(?:ed|ing|est|er|less|ful)|other|many|some|several|more|most|all|both|young|new|old|good|big|small|major|minor|former|current|own|rival|fellow|two|three|main|key|top|local|different|various|large|great|real|possible|potential|future|few|last|first|next|united)$/

/** Bodies that a name before them tells from all others: "the Osgil foundation", "Commons transport committee". */
const NAMED_BODY = /^(?:magazine|newspaper|foundation|committee|commission|institute|association|chamber)$/

/** Governments by who leads them: "the Orme administration", "Ann Lee's government". */
const NAMED_GOVERNMENT = /^(?:\p{Lu}[\p{L}'’-]* )+(?:administration|government|regime)$/u

/**
 * Whether a description means a class that its words define, and so the same in every article: "PC users", "EU leaders",
 * "security firms", but not "the fans", "rival fans" or "opposition parties".
 */
export function isClassOfItsOwn(
  type: EntityType,
  label: string,
  denotation: Denotation | null,
  ofCountry: boolean,
): boolean {
  if (type === 'group' && !ofCountry && NAMED_GOVERNMENT.test(label)) return true
  if (type !== 'group' || denotation?.shared === true || !/^[\p{L}\p{N} &-]+$/u.test(label)) return false
  const parts = label.split(' ')
  if (parts.length < 2 || parts.length > 4 || countOf(parts) !== null || HOW.test(parts[0]!)) return false
  if (/ (?:of|in|for|on|at|from|to|against|between|with|by|and) /.test(label)) return false
  if (/^\p{Lu}/u.test(parts.at(-1)!)) return false
  const proper = parts.slice(0, -1).some(word => /^\p{Lu}/u.test(word))
  if (!PLURALS.test(parts.at(-1)!)) return proper && !ofCountry && NAMED_BODY.test(parts.at(-1)!)
  return proper || denotation === null || !OF_A_COUNTRY.has(denotation.denotes)
}

const words = new WeakMap<Profile, ReadonlySet<string>>()

/** The proper words of a description ("Emirates" of "deal with Emirates"), countries as their codes. */
function properWords(profile: Profile, { byName, byAdjective }: CountryLexicon): ReadonlySet<string> {
  let found = words.get(profile)
  if (found === undefined) {
    const proper = [...profile.labels.keys()].flatMap(
      label => label.match(/\p{Lu}[\p{L}\p{N}]+|\b(?:19|20)\d\d\b/gu) ?? [],
    )
    const lower = proper.map(word => word.toLowerCase())
    words.set(profile, (found = new Set(lower.map(word => byAdjective.get(word) ?? byName.get(word) ?? word))))
  }
  return found
}

/**
 * What tells two descriptions apart: each is somebody's, in a place or of a day, and these share nothing ("deal with
 * Emirates", "deal for Morientes"). Countries tell events apart; armies and crowds are told apart by country elsewhere.
 */
export function differentOwners(a: Profile, b: Profile, countries: CountryLexicon): string | null {
  if (a.named || b.named || a.type === 'person') return null
  const ofEvents = a.type === 'event'
  const [x, y] = [a, b].map(profile =>
    [...properWords(profile, countries)].filter(word => ofEvents || !/^\p{Lu}/u.test(word)),
  ) as [string[], string[]]
  if (x.length === 0 || y.length === 0 || x.some(word => y.includes(word))) return null
  return `of different things (${x.join(' ')}, ${y.join(' ')})`
}
