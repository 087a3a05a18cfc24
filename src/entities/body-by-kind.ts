import type { Candidate, Chain } from './candidate.ts'
import { mostSalient, namesOf } from './chains.ts'
import type { EntityResources } from './resources.ts'

/** What newspapers call bodies of states whose names do not say so; full names as in the list of organisations. */
const KINDS: Readonly<Record<string, ReadonlySet<string>>> = {
  alliance: new Set(['North Atlantic Treaty Organization']),
  bloc: new Set([
    'African Union',
    'Arab League',
    'Association of Southeast Asian Nations',
    'Economic Community of West African States',
    'European Union',
    'Gulf Cooperation Council',
    'North Atlantic Treaty Organization',
    'Organization of the Petroleum Exporting Countries',
  ]),
  cartel: new Set(['Organization of the Petroleum Exporting Countries']),
  body: new Set(['United Nations']),
}

/** "the bloc" for the European Union: the body of that kind named before, the one most present if there are several. */
export function bodyByKind(
  nominal: Candidate,
  chains: readonly Chain[],
  { organisations }: EntityResources,
): Chain | null {
  const word = nominal.noun.split(' ').at(-1)!
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word]! : null
  if (kind === null || !nominal.definite || nominal.number === 'plural' || nominal.qualifiers.length > 0) return null
  if (word === 'body' && !/^(?:world|global) body$/.test(nominal.noun)) return null
  const named = chains.filter(
    chain => chain.type === 'group' && chain.candidates.length > 0 && namesOf(chain).length > 0,
  )
  // "the Northern Alliance" is the alliance.
  if (named.some(chain => namesOf(chain).some(({ form }) => form.endsWith(` ${word}`)))) return null
  const fitting = named.filter(chain => namesOf(chain).some(({ form }) => kind.has(organisations.get(form) ?? '')))
  return mostSalient(fitting, nominal)
}
