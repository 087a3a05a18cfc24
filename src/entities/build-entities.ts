import type { Entity, Mention } from '../types.ts'
import { bareName, bareNameOfSpan, nameForm } from '../util/name-form.ts'
import type { Candidate, Chain } from './candidate.ts'
import { description } from './description.ts'
import { isDoubtful } from './is-doubtful.ts'
import { isVague, storyOf } from './is-vague.ts'
import type { EntityResources } from './resources.ts'

/** Chains as records: ids in the order of first mention, the fullest sensible name, every wording as an alias. */
export function buildEntities(
  chains: readonly Chain[],
  resources: EntityResources,
): { entities: Entity[]; mentions: Mention[] } {
  const entities: Entity[] = []
  const mentions: Mention[] = []
  const story = storyOf(chains)
  for (const chain of chains) {
    if (chain.candidates.every(candidate => candidate.kind === 'pronoun')) continue
    const id = `e${entities.length + 1}`
    const name = nameOf(chain, resources)
    const aliases = new Set(
      chain.candidates
        .filter(candidate => candidate.kind !== 'pronoun' && !isRoleOnly(candidate, chain))
        .map(({ kind, text }) => (kind === 'name' ? bareNameOfSpan(text) : bareName(text))),
    )
    aliases.delete(name)
    aliases.delete('')
    const doubtful = isDoubtful(chain, resources) ? { doubtful: true as const } : {}
    const vague = isVague(chain, resources, story) ? { vague: true as const } : {}
    entities.push({ id, type: chain.type, name, aliases: [...aliases], roles: [...chain.roles], ...doubtful, ...vague })
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

/** The name with most words; of equals the one that is not in capitals, the commoner, the first. */
function fullest(names: readonly Candidate[]): string {
  const counts = new Map<string, number>()
  for (const { text } of names) {
    const bare = bareNameOfSpan(text).replace(/^(?:mr|mrs|ms|miss|dr|sir|dame)\.?\s+/i, '')
    if (bare !== '') counts.set(bare, (counts.get(bare) ?? 0) + 1)
  }
  const shouting = (name: string) => (/\p{Ll}/u.test(name) ? 0 : 1)
  const words = (name: string) => nameForm(name).split(' ').length
  const ranked = [...counts].sort(([a, n], [b, m]) => words(b) - words(a) || shouting(a) - shouting(b) || m - n)
  return ranked[0]?.[0] ?? names[0]!.text
}
