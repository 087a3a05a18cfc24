import type { EntityType } from '../types.ts'
import type { Contexts } from './context.ts'
import { total } from './counts.ts'
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
 * Ids `<type letter>:<slug>`, one a cluster. Namesakes are told apart by the place or actor that their articles share
 * (`g:rebels-syria`), then by a number in the order of their references, so that the order of documents plays no part.
 * An unnamed cluster that has a namesake gets the telling word into its name too: "rebels (Syria)".
 */
export function nameClusters(
  clusters: readonly Named[],
  contexts: Contexts,
  displayOf: ReadonlyMap<string, string>,
): { id: string; name: string; members: readonly Profile[] }[] {
  const plain = (cluster: Named) => `${letterOf[cluster.type ?? cluster.members[0]!.type]}:${slug(cluster.name)}`
  const namesakes = new Map<string, Named[]>()
  for (const cluster of clusters) {
    const id = plain(cluster)
    const list = namesakes.get(id)
    if (list) list.push(cluster)
    else namesakes.set(id, [cluster])
  }
  const taken = new Set([...namesakes].filter(([, list]) => list.length === 1).map(([id]) => id))
  const out: { id: string; name: string; members: readonly Profile[] }[] = []
  for (const [id, list] of [...namesakes].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (list.length === 1) {
      out.push({ id, ...list[0]! })
      continue
    }
    const ordered = [...list].sort((a, b) => (a.members[0]!.ref < b.members[0]!.ref ? -1 : 1))
    const terms = ordered.map(({ members }) => nearest(members, ordered[0]!.name) ?? tellingTerm(members, contexts))
    ordered.forEach(({ members, name }, index) => {
      const term = terms[index]!
      const display = term === null ? null : (displayOf.get(term) ?? term)
      // "liberation of Osgil (Osgil)" says no more.
      const said = display !== null && !members.some(member => member.named) && name.includes(display)
      const wanted = display === null ? id : `${id}-${slug(display)}`
      let [unique, number] = [wanted, 1]
      while (taken.has(unique)) unique = `${wanted}-${++number}`
      taken.add(unique)
      // A place that namesakes share tells them apart only together with who writes of them, or a number.
      const shared = terms.some((other, at) => at !== index && other === term)
      const outlet = shared ? onlyOutlet(members) : null
      const alone =
        outlet !== null && !ordered.some((other, at) => at !== index && onlyOutlet(other.members) === outlet)
      const note = [said ? null : display, alone ? outlet : number > 1 ? `${number}` : null]
        .filter(part => part !== null)
        .join(', ')
      const named = members.some(member => member.named)
      out.push({ id: unique, name: named || note === '' ? name : `${name} (${note})`, members })
    })
  }
  return out.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The outlet that alone writes of a cluster; null where several do or none is known. */
function onlyOutlet(members: readonly Profile[]): string | null {
  const outlets = new Set(
    members.flatMap(({ surfaces }) => [...surfaces.values()].flatMap(counts => [...counts.keys()])),
  )
  const [outlet] = outlets
  return outlets.size === 1 && outlet ? outlet : null
}

/** The name that stands nearest to an unnamed cluster in its articles; null for names, and for what a place has one of. */
function nearest(members: readonly Profile[], called: string): string | null {
  if (members.some(({ named, denotation }) => named || denotation?.shared === true)) return null
  const others = [...total(members.map(({ near }) => near))].filter(([name]) => !called.includes(name.split(' ')[0]!))
  const [first] = others.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return first?.[0] ?? null
}

/** The place, else the actor, that weighs most in the articles of a cluster. */
function tellingTerm(members: readonly Profile[], contexts: Contexts): string | null {
  for (const kind of ['places', 'actors'] as const) {
    const weights = new Map<string, number>()
    for (const member of members) {
      for (const [term, weight] of contexts[kind](member)) weights.set(term, (weights.get(term) ?? 0) + weight)
    }
    const strongest = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
    if (strongest) return strongest[0]
  }
  return null
}
