import type { EntityType } from '../types.ts'
import type { Contexts } from './context.ts'
import type { Profile } from './profile.ts'
import { letterOf } from './resources.ts'

export interface Named {
  readonly members: readonly Profile[]
  readonly name: string
  /** What a person said it is; else it is what its members are. */
  readonly type?: EntityType | undefined
}

/** Letters and digits of any script, the rest as single hyphens, without accents. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'unnamed'

/**
 * Ids `<type letter>:<slug>`, one a cluster. An unnamed cluster that has a namesake goes by the fuller wording of its own
 * articles where they have one ("war with Iran" for "war"). What is still called alike is told apart by the place that its
 * articles share (`g:rebels-syria`), unnamed things that no place has one of by the headline of their story, and then by a
 * number in the order of their references, so that the order of documents plays no part. Unnamed clusters bear the telling
 * words in their names as well: "rebels (Syria)".
 *
 * @param storyOf headline, else id, of the first article that a profile stands in
 */
export function nameClusters(
  clusters: readonly Named[],
  contexts: Contexts,
  displayOf: ReadonlyMap<string, string>,
  storyOf: (profile: Profile) => string,
): { id: string; name: string; members: readonly Profile[] }[] {
  const namesakes = byId(withFullerNames(clusters))
  const taken = new Set([...namesakes].filter(([, list]) => list.length === 1).map(([id]) => id))
  const out: { id: string; name: string; members: readonly Profile[] }[] = []
  for (const [id, list] of [...namesakes].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (list.length === 1) {
      out.push({ id, ...list[0]! })
      continue
    }
    const ordered = inOrder(list)
    const best = bestKnown(ordered)
    if (best !== null) {
      out.push({ id, ...best })
      taken.add(id)
    }
    const terms = ordered.map(({ members }) => {
      const term = tellingTerm(members, contexts)
      return term === null ? null : (displayOf.get(term) ?? term)
    })
    ordered.forEach((cluster, index) => {
      if (cluster === best) return
      const { members, name } = cluster
      const term = terms[index]!
      // A place that namesakes share tells them apart only together with who writes of them.
      const shared = term !== null && terms.some((other, at) => at !== index && other === term)
      const outlet = shared ? onlyOutlet(members) : null
      const alone =
        outlet !== null && !ordered.some((other, at) => at !== index && onlyOutlet(other.members) === outlet)
      const unnamed = isUnnamed(members)
      const story = unnamed && (term === null || (shared && !alone)) ? storyOf(members[0]!) : null
      const telling = story ?? term
      const wanted = telling === null ? id : `${id}-${slug(opening(telling))}`
      let [unique, number] = [wanted, 1]
      while (taken.has(unique)) unique = `${wanted}-${++number}`
      taken.add(unique)
      // "liberation of Osgil (Osgil)" says no more.
      const place = story === null && term !== null && !name.includes(term) ? term : null
      const note = [story === null ? place : `“${opening(story)}”`, alone ? outlet : number > 1 ? `${number}` : null]
        .filter(part => part !== null)
        .join(', ')
      out.push({ id: unique, name: !unnamed || note === '' ? name : `${name} (${note})`, members })
    })
  }
  return out.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const plainId = ({ members, name, type }: Named): string => `${letterOf[type ?? members[0]!.type]}:${slug(name)}`

/** Whether no name tells which one it is; "the Cup" is a name, but that of another in the next article. */
const isUnnamed = (members: readonly Profile[]): boolean =>
  members.every(({ named, type, ref }) => !named || (type === 'event' && ref.includes('@')))

/** Of collectives a place has one ("rebels", "police"); of courts, firms and deals it has many. */
const hasOneAPlace = ([first]: readonly Profile[]): boolean =>
  first!.type === 'group' && first!.denotation?.shared === true

const inOrder = (list: readonly Named[]): Named[] =>
  [...list].sort((a, b) => (a.members[0]!.ref < b.members[0]!.ref ? -1 : 1))

/** How much better known than its namesakes a cluster is that keeps the bare name. */
const BETTER_KNOWN = 3

/** The cluster that far more articles have than any namesake; null where there is none. */
function bestKnown(namesakes: readonly Named[]): Named | null {
  const known = ({ members }: Named) => new Set(members.flatMap(({ documents }) => documents)).size
  const [first, second] = [...namesakes].sort((a, b) => known(b) - known(a))
  return known(first!) >= BETTER_KNOWN * known(second!) ? first! : null
}

function byId(clusters: readonly Named[]): Map<string, Named[]> {
  const namesakes = new Map<string, Named[]>()
  for (const cluster of clusters) {
    const id = plainId(cluster)
    const list = namesakes.get(id)
    if (list) list.push(cluster)
    else namesakes.set(id, [cluster])
  }
  return namesakes
}

function withFullerNames(clusters: readonly Named[]): Named[] {
  const named = new Map<Named, string>()
  for (const alike of byId(clusters).values()) {
    if (alike.length === 1) continue
    const wordings = new Map(alike.map(cluster => [cluster, fullerWordings(cluster)]))
    const times = new Map<string, number>()
    for (const own of wordings.values())
      for (const form of new Set(own.map(slug))) times.set(form, (times.get(form) ?? 0) + 1)
    for (const cluster of alike) {
      const name = wordings.get(cluster)!.find(wording => times.get(slug(wording)) === 1)
      if (name !== undefined && isUnnamed(cluster.members)) named.set(cluster, name)
    }
  }
  return clusters.map(cluster => {
    const name = named.get(cluster)
    return name === undefined ? cluster : { ...cluster, name }
  })
}

/** A wording longer than this tells the story. */
const LONGEST_WORDING = 9
const FROM_A_PREPOSITION = /^ (?:of|for|in|on|at|against|with|between|over|from|to|among|into) /

/** The page's wordings that say more than a cluster's name: with a phrase behind it, names first, then the shortest. */
function fullerWordings({ members, name }: Named): string[] {
  const wordings = members.flatMap(({ surfaces }) => [...surfaces.keys()])
  const fuller = wordings.filter(wording => {
    const at = ` ${wording.toLowerCase()} `.indexOf(` ${name.toLowerCase()} `)
    return (
      at >= 0 &&
      wording.split(' ').length <= LONGEST_WORDING &&
      FROM_A_PREPOSITION.test(wording.slice(at + name.length)) &&
      !/[,;:()"“”]| (?:it|them|him|her|us|you|me|this|that|these|those)$/.test(wording)
    )
  })
  const says = (wording: string) => Number(/ \p{Lu}\p{L}/u.test(wording.slice(name.length)))
  return fuller.sort((a, b) => says(b) - says(a) || a.length - b.length || (a < b ? -1 : 1))
}

/** Letters of a headline that a name has room for. */
const ROOM = 40

/** The first words of a headline; others stay as they are. */
function opening(headline: string): string {
  if (headline.length <= ROOM) return headline
  const words = headline.slice(0, ROOM + 1).replace(/[\s,;:.–—-]*\s\S*$/u, '')
  return `${words} …`
}

/** The outlet that alone writes of a cluster; null where several do or none is known. */
function onlyOutlet(members: readonly Profile[]): string | null {
  const outlets = new Set(
    members.flatMap(({ surfaces }) => [...surfaces.values()].flatMap(counts => [...counts.keys()])),
  )
  const [outlet] = outlets
  return outlets.size === 1 && outlet ? outlet : null
}

/** Weight of a place in unit vectors from which on the articles play there rather than touch on it. */
const PLAYS_THERE = 0.6

/** The place that weighs most in the articles of a cluster, for named ones else the actor; null where nothing does. */
function tellingTerm(members: readonly Profile[], contexts: Contexts): string | null {
  const unnamed = isUnnamed(members)
  if (unnamed && !hasOneAPlace(members)) return null
  for (const kind of unnamed ? (['places'] as const) : (['places', 'actors'] as const)) {
    const weights = new Map<string, number>()
    for (const member of members) {
      for (const [term, weight] of contexts[kind](member)) weights.set(term, (weights.get(term) ?? 0) + weight)
    }
    const strongest = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
    if (strongest && (!unnamed || strongest[1] >= PLAYS_THERE * members.length)) return strongest[0]
  }
  return null
}
