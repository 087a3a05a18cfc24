import { initials } from '../util/name-form.ts'
import { personName, skeleton } from '../util/person-names.ts'
import type { Contexts } from './context.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'

/** Within a block each profile meets this many that follow it, and the block's best known ones. */
const NEIGHBOURS = 12
const BEST_KNOWN = 12
/** A description is looked for in the articles that share one of this many strongest places or actors. */
const TERMS = 4

/**
 * Pairs worth comparing. Profiles that share a key stand in one block; a block of n gives at most about 24 n pairs, so
 * that the work grows with the corpus and not with its square.
 */
export function candidatePairs(
  profiles: readonly Profile[],
  contexts: Contexts,
  resources: ResolveResources,
): [Profile, Profile][] {
  const blocks = new Map<string, Profile[]>()
  for (const profile of profiles) {
    for (const key of new Set(keysOf(profile, contexts, resources))) {
      const block = blocks.get(key)
      if (block) block.push(profile)
      else blocks.set(key, [profile])
    }
  }
  const pairs = new Map<string, [Profile, Profile]>()
  const add = (a: Profile, b: Profile) => {
    if (a === b) return
    const pair: [Profile, Profile] = a.ref < b.ref ? [a, b] : [b, a]
    pairs.set(`${pair[0].ref}\u0000${pair[1].ref}`, pair)
  }
  for (const block of blocks.values()) {
    // The fullest and most mentioned first: what others are short for.
    const known = [...block].sort(byFame).slice(0, BEST_KNOWN)
    block.forEach((profile, index) => {
      for (const other of known) add(profile, other)
      for (let next = index + 1; next <= index + NEIGHBOURS && next < block.length; next++) add(profile, block[next]!)
    })
  }
  return [...pairs.values()]
}

const byFame = (a: Profile, b: Profile): number =>
  b.locals.length - a.locals.length || b.parts.length - a.parts.length || (a.ref < b.ref ? -1 : 1)

function keysOf(profile: Profile, contexts: Contexts, { organisations, legalForms }: ResolveResources): string[] {
  const { type, form, parts } = profile
  if (type === 'person') {
    if (!profile.named) return []
    const { given, family } = personName(parts)
    const keys = [`p|${family}`, ...given.slice(0, 1).map(name => `p|${name}`)]
    if (given.length > 0) keys.push(`p~${given[0]![0]}${skeleton(family).slice(0, 3)}`)
    return keys
  }
  const keys: string[] = []
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
    for (const vector of [contexts.places(profile), contexts.actors(profile)]) {
      const strongest = [...vector].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TERMS)
      for (const [term] of strongest) keys.push(`${opening}@${term}`)
    }
  }
  return keys
}
