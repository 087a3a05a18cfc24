import type { Corpus, Document, Extraction, ResolvedEntity, ResolvedRelation, ResolvedStatement } from '../types.ts'
import { personName } from '../util/person-names.ts'
import { type AssembledDocument, assembleDocument, type NamedCluster, resolvedEntity } from './assemble.ts'
import { candidatePairs } from './candidates.ts'
import { canonicalName } from './canonical-name.ts'
import { cluster, referred } from './cluster.ts'
import { ProfileCollector } from './collect.ts'
import { makeComparer } from './compare.ts'
import { contextsOf } from './context.ts'
import { droppedClaims, relabelled, withoutDropped } from './corrections.ts'
import { nameClusters } from './entity-ids.ts'
import { FormTypes } from './forms.ts'
import { isIdentity, type Judgement, sortJudgements } from './judgements.ts'
import { holdersOf } from './offices.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'
import { formsApart, separateAliases } from './separate-aliases.ts'

export type { AssembledDocument } from './assemble.ts'
export type { Judgement } from './judgements.ts'
export { loadResolveResources, type ResolveResources } from './resources.ts'

export interface ResolveOptions {
  readonly resources: ResolveResources
  /** Decisions made before. Those by a person are honoured; those by rule are found anew. */
  readonly judgements?: readonly Judgement[]
}

/** Who is who in a corpus whose extractions are not held in memory: what {@link resolveFrom} gives. */
export interface Resolution {
  /** Every decision with its reasons. */
  readonly judgements: readonly Judgement[]
  /** The entities in the order of their ids, named by their place from here on. */
  readonly entities: readonly NamedCluster[]
  /** Place of an extraction's entity in `entities`. */
  readonly entityOf: (document: number, local: string) => number | undefined
  /** The records of the extraction at a place, with resolved ids. */
  readonly assemble: (document: number) => AssembledDocument & { readonly extraction: Extraction }
  /** One line of `entities.ndjson`. */
  readonly describe: (entity: number, mentions: ResolvedEntity['mentions']) => ResolvedEntity
}

/** Extractions that can be read again and again, each by its place in the order of their ids. */
export interface ExtractionSource {
  readonly size: number
  readonly read: (place: number) => Extraction
}

/**
 * Decides across documents who is who: blocks references that may be one, compares them by a table of weighted
 * features, and merges the surest first under cannot-links (after Getoor & Machanavajjhala 2012, "Entity resolution:
 * theory, practice & open challenges"). Reads every extraction twice, and again for its claims; keeps names and counts
 * of them alone, so that memory grows with the actors and not with the text.
 *
 * @param onRead told of every extraction once
 */
export function resolveFrom(
  source: ExtractionSource,
  { resources, judgements = [] }: ResolveOptions,
  onRead: (extraction: Extraction) => void = () => undefined,
): Resolution {
  const byPerson = judgements.filter(judgement => judgement.by === 'person')
  const given = byPerson.filter(isIdentity)
  const apart = formsApart(given)
  const read = (place: number) => separateAliases(source.read(place), apart)
  const types = new FormTypes()
  for (let place = 0; place < source.size; place++) {
    const extraction = read(place)
    types.add(extraction)
    onRead(extraction)
  }
  const alone = new Set(given.flatMap(({ a, b }) => [a, b]).filter(ref => ref.includes('@')))
  const collector = new ProfileCollector(resources, types, alone)
  for (let place = 0; place < source.size; place++) collector.add(read(place))
  const { documents, profiles } = collector.finish()
  const contexts = contextsOf(documents)
  const holders = holdersOf(documents, profiles)
  const comparer = makeComparer(documents, contexts, bearersOf(profiles), resources, holders)
  const storyOf = (profile: Profile) => documents[profile.documents[0]!]!.story
  function* pairs(): Generator<readonly [Profile, Profile]> {
    yield* candidatePairs(profiles, contexts, resources, storyOf)
    for (const [office, holder] of holders) yield office.index < holder.index ? [office, holder] : [holder, office]
  }
  const meant = referred(profiles)
  const decided = cluster(profiles, pairs(), comparer, resources.threshold, given, meant)
  const corrected = relabelled(sortJudgements(byPerson), meant)
  const named = decided.clusters.map(members => ({
    members,
    name: corrected.name(members) ?? canonicalName(members, resources),
    type: corrected.type(members),
  }))
  const displayOf = new Map(named.flatMap(({ members, name }) => members.map(member => [member.form, name] as const)))
  const entities = nameClusters(named, contexts, displayOf, storyOf).map(each => ({
    ...each,
    name: corrected.name(each.members) ?? each.name,
    type: corrected.type(each.members) ?? each.members[0]!.type,
  }))
  const entityOfProfile = new Int32Array(profiles.length)
  for (const [entity, { members }] of entities.entries()) {
    for (const { index } of members) entityOfProfile[index] = entity
  }
  const entityOf = (document: number, local: string) => {
    const { locals, profiles } = documents[document]!
    const profile = profiles[locals.indexOf(local)]
    return profile === undefined ? undefined : entityOfProfile[profile.index]
  }
  const dropped = droppedClaims(byPerson, reference => [
    ...new Set(meant(reference).map(({ index }) => entities[entityOfProfile[index]!]!.id)),
  ])
  return {
    judgements: sortJudgements([...decided.judgements, ...byPerson.filter(judgement => !isIdentity(judgement))]),
    entities,
    entityOf,
    assemble: place => {
      const extraction = read(place)
      const ids = new Map<string, string>()
      for (const { id } of extraction.entities) {
        const entity = entityOf(place, id)
        if (entity !== undefined) ids.set(id, entities[entity]!.id)
      }
      return {
        extraction,
        ...withoutDropped(
          assembleDocument(extraction, local => ids.get(local)),
          dropped,
        ),
      }
    },
    describe: (entity, mentions) => resolvedEntity(entities[entity]!, mentions),
  }
}

/** {@link resolveFrom} over extractions in memory, in any order: the corpus with one id an actor, and every decision. */
export async function resolve(
  extractions: Iterable<Extraction> | AsyncIterable<Extraction>,
  options: ResolveOptions,
): Promise<{ corpus: Corpus; judgements: readonly Judgement[] }> {
  const source = await sourceOf(extractions)
  const resolution = resolveFrom(source, options)
  return { corpus: assembleCorpus(source, resolution), judgements: resolution.judgements }
}

/** All records of a corpus at once. */
export function assembleCorpus(source: ExtractionSource, resolution: Resolution): Corpus {
  const documents: Document[] = []
  const statements: ResolvedStatement[] = []
  const relations: ResolvedRelation[] = []
  const mentions = resolution.entities.map((): { doc: string; start: number; end: number }[] => [])
  for (let place = 0; place < source.size; place++) {
    const assembled = resolution.assemble(place)
    documents.push(assembled.document)
    statements.push(...assembled.statements)
    relations.push(...assembled.relations)
    for (const { entity, start, end } of assembled.extraction.mentions) {
      const at = resolution.entityOf(place, entity)
      if (at !== undefined) mentions[at]!.push({ doc: assembled.document.id, start, end })
    }
  }
  return { documents, entities: mentions.map((own, at) => resolution.describe(at, own)), statements, relations }
}

/** Extractions in memory, sorted by their ids. */
export async function sourceOf(
  extractions: Iterable<Extraction> | AsyncIterable<Extraction>,
): Promise<ExtractionSource> {
  const all: Extraction[] = []
  for await (const extraction of extractions) all.push(extraction)
  all.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return { size: all.length, read: place => all[place]! }
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
