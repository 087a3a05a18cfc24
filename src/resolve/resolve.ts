import type { Corpus, Extraction } from '../types.ts'
import { personName } from '../util/person-names.ts'
import { assemble } from './assemble.ts'
import { candidatePairs } from './candidates.ts'
import { canonicalName } from './canonical-name.ts'
import { cluster } from './cluster.ts'
import { collect } from './collect.ts'
import { makeComparer } from './compare.ts'
import { contextsOf } from './context.ts'
import { nameClusters } from './entity-ids.ts'
import { type Judgement, sortJudgements } from './judgements.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'
import { formsApart, separateAliases } from './separate-aliases.ts'

export type { Judgement } from './judgements.ts'
export { loadResolveResources, type ResolveResources } from './resources.ts'

export interface ResolveOptions {
  readonly resources: ResolveResources
  /** Decisions made before. Those by a person are honoured; those by rule are found anew. */
  readonly judgements?: readonly Judgement[]
}

/**
 * Decides across documents who is who: blocks references that may be one, compares them by a table of weighted
 * features, and merges the surest first under cannot-links (after Getoor & Machanavajjhala 2012, "Entity resolution:
 * theory, practice & open challenges"). The result does not depend on the order of the extractions.
 *
 * @returns the corpus with one id an actor, and every decision with its reasons
 */
export async function resolve(
  extractions: Iterable<Extraction> | AsyncIterable<Extraction>,
  { resources, judgements = [] }: ResolveOptions,
): Promise<{ corpus: Corpus; judgements: Judgement[] }> {
  const given = judgements.filter(judgement => judgement.by === 'person')
  const apart = formsApart(given)
  const all: Extraction[] = []
  for await (const extraction of extractions) all.push(separateAliases(extraction, apart))
  all.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const alone = new Set(given.flatMap(({ a, b }) => [a, b]).filter(ref => ref.includes('@')))
  const { documents, profiles, profileOf } = collect(all, resources, alone)
  const contexts = contextsOf(documents, profileOf)
  const comparer = makeComparer(documents, contexts, bearersOf(profiles), resources)
  const pairs = candidatePairs(profiles, contexts, resources)
  const decided = cluster(profiles, pairs, comparer, resources.threshold, given)
  const named = decided.clusters.map(members => ({ members, name: canonicalName(members, resources) }))
  const displayOf = new Map(named.flatMap(({ members, name }) => members.map(member => [member.form, name] as const)))
  return {
    corpus: assemble(documents, nameClusters(named, contexts, displayOf)),
    judgements: sortJudgements(decided.judgements),
  }
}

/** How many different full names hold a word as family name or first given name. */
function bearersOf(profiles: readonly Profile[]): Map<string, number> {
  const bearers = new Map<string, number>()
  const seen = new Set<string>()
  for (const { type, form, parts } of profiles) {
    if (type !== 'person' || seen.has(form)) continue
    seen.add(form)
    const { given, family } = personName(parts)
    if (given.length === 0) continue
    for (const word of new Set([family, given[0]!])) bearers.set(word, (bearers.get(word) ?? 0) + 1)
  }
  return bearers
}
