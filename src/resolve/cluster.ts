import { nameForm } from '../util/name-form.ts'
import type { Comparer } from './compare.ts'
import type { IdentityJudgement } from './judgements.ts'
import type { Profile } from './profile.ts'
import { letterOf } from './resources.ts'
import { ScoredPairs } from './scored-pairs.ts'
import { withoutDocument } from './separate-aliases.ts'

interface Cluster {
  readonly members: Profile[]
  /** One member a form: what a newcomer must not contradict. */
  readonly forms: Map<string, Profile>
}

/** Contradictions are looked for among this many forms of a cluster, the first by reference. */
const FORMS = 40

/**
 * Merges profiles greedily, the surest pair first, and never two clusters of which a member of the one contradicts a
 * member of the other (cannot-link). People's judgements come before everything, and hold even where a rule contradicts.
 *
 * @param profiles in the order of their references; `index` is the place
 * @returns the clusters in order of their first reference, and every decision that was made or carried over
 */
export function cluster(
  profiles: readonly Profile[],
  pairs: Iterable<readonly [Profile, Profile]>,
  comparer: Comparer,
  threshold: number,
  given: readonly IdentityJudgement[],
  meant: (reference: string) => Profile[] = referred(profiles),
): { clusters: Profile[][]; judgements: IdentityJudgement[] } {
  // Most profiles stay alone and never need a record of it.
  const joined = new Map<Profile, Cluster>()
  const clusterOf = (profile: Profile): Cluster =>
    joined.get(profile) ?? { members: [profile], forms: new Map([[profile.form, profile]]) }
  const judgements: IdentityJudgement[] = [...given]
  const apart = heldApartBy(given, meant)
  const join = (into: Cluster, from: Cluster) => {
    if (into.members.length === 1) joined.set(into.members[0]!, into)
    for (const member of from.members) {
      into.members.push(member)
      joined.set(member, into)
    }
    for (const [form, member] of from.forms) if (!into.forms.has(form)) into.forms.set(form, member)
  }
  const areOne = (a: Profile, b: Profile): boolean => a === b || (joined.has(a) && joined.get(a) === joined.get(b))
  const heldApart = (x: Cluster, y: Cluster): boolean =>
    apart.size > 0 &&
    x.members.some(member => {
      const others = apart.get(member)
      return others !== undefined && y.members.some(other => others.has(other))
    })
  for (const { verdict, a, b } of given) {
    if (verdict !== 'same') continue
    const [first, ...rest] = [...meant(a), ...meant(b)]
    for (const other of rest) if (!areOne(first!, other)) join(clusterOf(first!), clusterOf(other))
  }
  const scored = new ScoredPairs()
  for (const [a, b] of pairs) {
    const { score } = comparer.compare(a, b)
    if (score >= threshold) scored.add(a.index, b.index, score)
  }
  for (const [first, second] of scored.surestFirst()) {
    const [a, b] = [profiles[first]!, profiles[second]!]
    if (areOne(a, b)) continue
    const [x, y] = [clusterOf(a), clusterOf(b)]
    const [into, from] = x.members.length >= y.members.length ? [x, y] : [y, x]
    if (heldApart(into, from)) continue
    const contradiction = clash(into, from, comparer)
    const { score, why } = comparer.compare(a, b)
    if (contradiction === null) {
      join(into, from)
      judgements.push({ verdict: 'same', a: a.ref, b: b.ref, by: 'rule', why, score })
    } else {
      judgements.push({ verdict: 'different', a: a.ref, b: b.ref, by: 'rule', why: contradiction, score })
    }
  }
  const clusters: Profile[][] = []
  for (const profile of profiles) {
    const own = joined.get(profile)
    if (own === undefined) clusters.push([profile])
    else if (own.members.length > 0) {
      clusters.push(own.members.splice(0).sort((a, b) => a.index - b.index))
    }
  }
  return { clusters, judgements }
}

/** Which profiles people have judged to be different, both ways. */
function heldApartBy(
  given: readonly IdentityJudgement[],
  meant: (reference: string) => Profile[],
): ReadonlyMap<Profile, ReadonlySet<Profile>> {
  const apart = new Map<Profile, Set<Profile>>()
  for (const { verdict, a, b } of given) {
    if (verdict !== 'different') continue
    for (const [ones, others] of [
      [meant(a), meant(b)],
      [meant(b), meant(a)],
    ] as const) {
      for (const one of ones) {
        const set = apart.get(one) ?? new Set()
        for (const other of others) if (other !== one) set.add(other)
        apart.set(one, set)
      }
    }
  }
  return apart
}

/**
 * Finds the profiles that a judgement's reference means: the one of that document, else all of that name, else all that
 * some article calls so.
 */
export function referred(profiles: readonly Profile[]): (reference: string) => Profile[] {
  const byReference = new Map<string, Profile[]>()
  const byWording = new Map<string, Profile[]>()
  const add = (map: Map<string, Profile[]>, key: string, profile: Profile) => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [profile])
    else if (!list.includes(profile)) list.push(profile)
  }
  return reference => {
    if (byReference.size === 0) {
      for (const profile of profiles) {
        add(byReference, profile.ref, profile)
        if (profile.ref.includes('@')) add(byReference, withoutDocument(profile.ref), profile)
        for (const surface of profile.surfaces.keys()) {
          add(byWording, `${letterOf[profile.type]}:${nameForm(surface)}`, profile)
        }
      }
    }
    return byReference.get(reference) ?? byWording.get(reference) ?? []
  }
}

function clash(a: Cluster, b: Cluster, comparer: Comparer): string | null {
  const others = [...b.forms.values()].slice(0, FORMS)
  for (const x of [...a.forms.values()].slice(0, FORMS)) {
    for (const y of others) {
      const reason = comparer.contradiction(x, y)
      if (reason !== null) return reason
    }
  }
  return null
}
