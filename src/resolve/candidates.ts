import { initials } from '../util/name-form.ts'
import { personName, skeleton } from '../util/person-names.ts'
import type { Contexts } from './context.ts'
import { isNational, nationOf } from './home.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'

/** Within a block each profile meets this many that follow it, and the block's best known ones. */
const NEIGHBOURS = 12
const BEST_KNOWN = 12
/** A description is looked for in the articles that share one of this many strongest places or actors. */
const TERMS = 4

/**
 * Pairs worth comparing, each once, the profile with the lower index first. Profiles that share a key stand in one block;
 * a block of n gives at most about 24 n pairs, so that the work grows with the corpus and not with its square.
 *
 * @param profiles in the order of their references; `index` is the place
 * @param storyOf headline of the article that an unnamed profile stands in
 */
export function* candidatePairs(
  profiles: readonly Profile[],
  contexts: Contexts,
  resources: ResolveResources,
  storyOf: (profile: Profile) => string,
): Generator<readonly [Profile, Profile]> {
  const { members, starts, places } = makeBlocks(profiles, profile => keysOf(profile, contexts, resources, storyOf))
  const known = bestKnown(profiles, members, starts)
  const met = new Int32Array(profiles.length).fill(-1)
  for (const [index, profile] of profiles.entries()) {
    const later: number[] = []
    const meet = (other: number) => {
      if (other <= index || met[other] === index) return
      met[other] = index
      later.push(other)
    }
    for (const place of places(index)) {
      const block = starts.of(place)
      const end = starts.list[block + 1]!
      const best = known.get(block)
      // Among the best known one meets everybody; everybody else meets those, and the next few.
      const last = best?.includes(index) ? end : Math.min(end, place + NEIGHBOURS + 1)
      for (let at = place + 1; at < last; at++) meet(members[at]!)
      for (const other of best ?? []) meet(other)
    }
    for (const other of later) if (profiles[other]!.type === profile.type) yield [profile, profiles[other]!]
  }
}

interface Blocks {
  /** Indexes of profiles, one block after the other, ascending within each. */
  readonly members: Int32Array
  readonly starts: {
    /** Where each block starts in `members`, and the end of the last. */
    readonly list: Int32Array
    /** The block of a place in `members`. */
    readonly of: (place: number) => number
  }
  /** The places in `members` where a profile stands. */
  readonly places: (profile: number) => Int32Array
}

/** Sorts profiles into blocks by the hashes of their keys. A collision of hashes costs a few comparisons more, no more than that. */
function makeBlocks(profiles: readonly Profile[], keys: (profile: Profile) => readonly string[]): Blocks {
  // A hash and an index share the 53 bits of a whole number, so that sorting numbers sorts by both.
  const span = 2 ** Math.max(21, Math.ceil(Math.log2(profiles.length + 1)))
  let packed = new Float64Array(1024)
  let size = 0
  const keysUpTo = new Int32Array(profiles.length + 1)
  for (const [index, profile] of profiles.entries()) {
    for (const key of new Set(keys(profile))) {
      if (size === packed.length) {
        const longer = new Float64Array(size * 2)
        longer.set(packed)
        packed = longer
      }
      packed[size++] = (hashOf(key) % (2 ** 53 / span)) * span + index
    }
    keysUpTo[index + 1] = size
  }
  const sorted = packed.subarray(0, size).sort()
  const members = new Int32Array(size)
  const blockOf = new Int32Array(size)
  const list = new Int32Array(size + 1)
  const places = new Int32Array(size)
  const filled = keysUpTo.slice()
  let blocks = 0
  let hash = -1
  for (let place = 0; place < size; place++) {
    const value = sorted[place]!
    const own = Math.floor(value / span)
    if (own !== hash) {
      list[blocks++] = place
      hash = own
    }
    const profile = value - own * span
    members[place] = profile
    blockOf[place] = blocks - 1
    places[filled[profile]!++] = place
  }
  list[blocks] = size
  return {
    members,
    starts: { list: list.subarray(0, blocks + 1), of: place => blockOf[place]! },
    places: profile => places.subarray(keysUpTo[profile]!, keysUpTo[profile + 1]!),
  }
}

/** The fullest and most mentioned of each block, what others are short for; small blocks need none, there all meet. */
function bestKnown(
  profiles: readonly Profile[],
  members: Int32Array,
  { list }: Blocks['starts'],
): ReadonlyMap<number, readonly number[]> {
  const known = new Map<number, number[]>()
  for (let block = 0; block + 1 < list.length; block++) {
    const [start, end] = [list[block]!, list[block + 1]!]
    if (end - start <= NEIGHBOURS + 1) continue
    const ranked = [...members.subarray(start, end)].sort((a, b) => byFame(profiles[a]!, profiles[b]!))
    known.set(block, ranked.slice(0, BEST_KNOWN))
  }
  return known
}

const byFame = (a: Profile, b: Profile): number =>
  b.documents.length - a.documents.length || b.parts.length - a.parts.length || a.index - b.index

/** 53 bits of two FNV-1a hashes. */
function hashOf(key: string): number {
  let low = 0x811c9dc5
  let high = 0x27d4eb2f
  for (let i = 0; i < key.length; i++) {
    low = Math.imul(low ^ key.charCodeAt(i), 0x01000193)
    high = Math.imul(high ^ key.charCodeAt(i), 0x85ebca6b)
  }
  return ((high ^ (high >>> 15)) >>> 11) * 2 ** 32 + ((low ^ (low >>> 16)) >>> 0)
}

function keysOf(
  profile: Profile,
  contexts: Contexts,
  { organisations, legalForms }: ResolveResources,
  storyOf: (profile: Profile) => string,
): string[] {
  const { type, form, parts } = profile
  if (type === 'person') {
    if (!profile.named) return [`p!${form}|${storyOf(profile)}`]
    const { given, family } = personName(parts)
    const keys = [`p|${family}`, ...given.slice(0, 1).map(name => `p|${name}`)]
    if (given.length > 0) keys.push(`p~${given[0]![0]}${skeleton(family).slice(0, 3)}`)
    return keys
  }
  const keys: string[] = profile.named ? [] : [`${type}!${form}|${storyOf(profile)}`]
  if (profile.named) {
    keys.push(`${type}|${form}`)
    if (profile.country !== null && type === 'state') keys.push(`s#${profile.country}`)
    const known = organisations.get(form)
    if (known !== undefined) keys.push(`${type}#${known}`)
    const core = parts.filter(part => !legalForms.has(part.replace(/[.,]/g, ''))).join(' ')
    if (core !== '' && core !== form) keys.push(`${type}|${core}`)
    const short = initials(parts)
    if (short.length > 1) keys.push(`${type}|${short}`)
    if (parts.length > 2) keys.push(`${type}|${parts.slice(-2).join(' ')}`, `${type}|${parts.slice(0, 2).join(' ')}`)
    if (parts.length > 1 && parts[0]!.length > 2) keys.push(`${type}|${parts[0]}`)
    if (parts.length > 1 && type === 'group' && profile.denotation === null) keys.push(`${type}|${parts.at(-1)}`)
    const sounds = parts.map(skeleton).join('')
    if (sounds.length >= 4) keys.push(`${type}~${sounds.slice(0, 6)}`)
  }
  if (profile.denotation !== null && (!profile.named || profile.country !== null)) {
    const opening = `${type}=${profile.denotation.denotes}`
    if (profile.country !== null) keys.push(`${opening}|${profile.country}`)
    const nation = isNational(profile) ? nationOf(profile) : null
    if (nation !== null && nation !== profile.country) keys.push(`${opening}|${nation}`)
    for (const vector of [contexts.places(profile), contexts.actors(profile)]) {
      const strongest = [...vector].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TERMS)
      for (const [term] of strongest) keys.push(`${opening}@${term}`)
    }
  }
  return keys
}
