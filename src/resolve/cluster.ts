import { nameForm } from '../util/name-form.ts'
import type { Comparer } from './compare.ts'
import type { Judgement } from './judgements.ts'
import type { Profile } from './profile.ts'
import { letterOf } from './resources.ts'
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
 * @returns the clusters in order of their first reference, and every decision that was made or carried over
 */
export function cluster(
  profiles: readonly Profile[],
  pairs: readonly (readonly [Profile, Profile])[],
  comparer: Comparer,
  threshold: number,
  given: readonly Judgement[],
): { clusters: Profile[][]; judgements: Judgement[] } {
  const meant = referred(profiles)
  const clusterOf = new Map<Profile, Cluster>(
    profiles.map(profile => [profile, { members: [profile], forms: new Map([[profile.form, profile]]) }]),
  )
  const judgements: Judgement[] = [...given]
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
  const join = (into: Cluster, from: Cluster) => {
    for (const member of from.members) {
      into.members.push(member)
      clusterOf.set(member, into)
    }
    for (const [form, member] of from.forms) if (!into.forms.has(form)) into.forms.set(form, member)
  }
  const heldApart = (x: Cluster, y: Cluster): boolean =>
    x.members.some(member => {
      const others = apart.get(member)
      return others !== undefined && y.members.some(other => others.has(other))
    })
  for (const { verdict, a, b } of given) {
    if (verdict !== 'same') continue
    const [first, ...rest] = [...meant(a), ...meant(b)]
    for (const other of rest) {
      const [into, from] = [clusterOf.get(first!)!, clusterOf.get(other)!]
      if (into !== from) join(into, from)
    }
  }
  const scored = pairs
    .map(([a, b]) => ({ a, b, ...comparer.compare(a, b) }))
    .filter(pair => pair.score >= threshold)
    .sort((x, y) => y.score - x.score || order(x.a.ref, y.a.ref) || order(x.b.ref, y.b.ref))
  for (const { a, b, score, why } of scored) {
    const [x, y] = [clusterOf.get(a)!, clusterOf.get(b)!]
    if (x === y) continue
    const [into, from] = x.members.length >= y.members.length ? [x, y] : [y, x]
    if (heldApart(into, from)) continue
    const reason = clash(into, from, comparer)
    if (reason === null) {
      join(into, from)
      judgements.push({ verdict: 'same', a: a.ref, b: b.ref, by: 'rule', why, score })
    } else {
      judgements.push({ verdict: 'different', a: a.ref, b: b.ref, by: 'rule', why: reason, score })
    }
  }
  const clusters = [...new Set(clusterOf.values())].map(({ members }) => members.sort((a, b) => order(a.ref, b.ref)))
  return { clusters: clusters.sort((a, b) => order(a[0]!.ref, b[0]!.ref)), judgements }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Finds the profiles that a judgement's reference means: the one of that document, else all of that name, else all that
 * some article calls so.
 */
function referred(profiles: readonly Profile[]): (reference: string) => Profile[] {
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
