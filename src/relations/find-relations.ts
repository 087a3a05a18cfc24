import type { Article, Entity, Mention, Relation, Sentence, Statement } from '../types.ts'
import { type AssertionAt, accuserOf, assertions } from './assertion.ts'
import { findDates } from './dates.ts'
import { statesByDemonym } from './demonyms.ts'
import type { Draft } from './draft.ts'
import { figurativeIn } from './figurative.ts'
import { groupsByHeadNoun } from './head-nouns.ts'
import type { Ontology } from './ontology.ts'
import { readNames } from './read-names.ts'
import { type RowsByName, readAccusations, readAddressees, readObligations } from './read-statements.ts'
import { readTriggers } from './read-triggers.ts'
import { type Cast, type Scene, setScene } from './scene.ts'
import { readStructures } from './structures.ts'
import { timeOf } from './time-of.ts'
import { vagueActors } from './vague-actors.ts'

/**
 * Reads who does what to whom from a parsed article. Every relation has two different actors of the types that its row
 * allows; sentences that name fewer give nothing.
 *
 * @param statements tell who claims what stands inside their contents
 * @returns relations in text order
 */
export function findRelations(
  article: Article,
  entities: readonly Entity[],
  mentions: readonly Mention[],
  statements: readonly Statement[],
  ontology: Ontology,
): Relation[] {
  const cast: Cast = {
    entities: new Map(entities.map(entity => [entity.id, entity])),
    named: new Set(mentions.filter(({ kind }) => kind === 'name').map(({ entity }) => entity)),
    byDemonym: statesByDemonym(entities, ontology.demonyms),
    byHeadNoun: groupsByHeadNoun(article.document.text, entities, mentions),
  }
  const rows: RowsByName = new Map(ontology.rows.map(row => [row.predicate, row]))
  const assertionAt = assertions(article, statements, ontology.grammar.denials)
  const published = article.published ?? article.document.published
  const ordered = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)
  const figurative = figurativeIn(article, ontology.grammar)
  const relations: Relation[] = []
  const seen = new Map<string, number>()
  const add = (relation: Relation): void => {
    const { subject, predicate, object, sentence, negated, assertedBy } = relation
    if (subject === object) return
    const key = JSON.stringify([sentence[0], subject, predicate, object, negated, assertedBy])
    const twin = seen.get(key)
    // One sentence says a thing once; of two readings the firmer stays.
    if (twin === undefined) seen.set(key, relations.push(relation) - 1)
    else if (relations[twin]!.modality !== 'actual' && relation.modality === 'actual') relations[twin] = relation
  }
  let next = 0
  let claimants: readonly string[] = []
  let lastSentence: Sentence | undefined
  let lastMentions: readonly Mention[] = []
  for (const sentence of article.sentences) {
    while (next < ordered.length && ordered[next]!.start < sentence.start) next++
    const inside: Mention[] = []
    for (let i = next; i < ordered.length && ordered[i]!.start < sentence.end; i++) {
      if (ordered[i]!.end <= sentence.end) inside.push(ordered[i]!)
    }
    const before = lastSentence
    const earlierMentions = lastMentions
    lastSentence = sentence
    lastMentions = inside
    if (inside.length === 0) continue
    const here = statements.filter(({ cue }) => cue !== null && sentence.start <= cue[0] && cue[0] < sentence.end)
    const earlier = claimants
    const claimedBy = (before: number): readonly string[] => {
      const speakers = here.flatMap(({ cue, speaker }) => (speaker !== null && cue![1] <= before ? [speaker] : []))
      return speakers.length > 0 ? speakers : earlier
    }
    const scene = setScene(sentence, inside, cast, ontology, claimedBy, here)
    const vague = vagueActors(article.document.text, inside, before, earlierMentions)
    const drafts = draftsOf(scene, here, assertionAt, rows).filter(
      ({ row, subject, object }) => !figurative.has(row.predicate) && !vague.has(subject) && !vague.has(object),
    )
    const dates = drafts.length === 0 ? [] : findDates(article.document.text, sentence, published)
    for (const draft of drafts) add(finish(scene, draft, assertionAt, dates, published))
    claimants = claimantsAfter(here, drafts, claimants)
  }
  for (const { row, subject, object, sentence, at } of readNames(article, entities, ordered, ontology)) {
    const { speaker } = assertionAt(at)
    add(plainRelation(row.predicate, subject, object, sentence, speaker, published))
  }
  return relations.sort((a, b) => a.sentence[0] - b.sentence[0])
}

function draftsOf(scene: Scene, statements: readonly Statement[], assertionAt: AssertionAt, rows: RowsByName): Draft[] {
  const statementsAt = (offset: number): readonly Statement[] => assertionAt(offset).statements
  const triggered = readTriggers(scene)
  return [
    ...triggered,
    ...readStructures(scene),
    ...readAddressees(scene, statements, rows),
    ...readAccusations(scene, triggered, statementsAt, rows),
    ...readObligations(scene, statementsAt, rows),
  ]
}

/** Whoever spoke or accused last: whom a bare "denied the claims" answers. */
function claimantsAfter(
  statements: readonly Statement[],
  drafts: readonly Draft[],
  before: readonly string[],
): readonly string[] {
  const speakers = statements.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))
  const accusers = drafts.filter(({ row }) => row.predicate === 'accused').map(({ subject }) => subject)
  const all = [...new Set([...accusers, ...speakers])]
  return all.length > 0 ? all : before
}

function finish(
  scene: Scene,
  draft: Draft,
  assertionAt: AssertionAt,
  dates: ReturnType<typeof findDates>,
  published: string | undefined,
): Relation {
  const { sentence } = scene.tree
  const anchor = scene.tree.tokens[draft.anchor]!
  const { speaker, denied, statements } = assertionAt(draft.trigger?.[0] ?? anchor.start)
  // Nobody claims the deed that somebody accuses them of.
  const accuser = statements.length === 0 || speaker === draft.subject ? accuserOf(scene, draft.anchor) : undefined
  // What stands holds on the day of the article; a date in the sentence is about something else.
  const standing = draft.row.category === 'static'
  const dated = standing ? null : timeOf(scene, draft.anchor, dates, draft.modality, statements[0])
  const time = dated ?? published?.slice(0, 10) ?? null
  return {
    subject: draft.subject,
    predicate: draft.row.predicate,
    object: draft.object,
    trigger: draft.trigger,
    sentence: [sentence.start, sentence.end],
    negated: draft.negated || (denied && draft.trigger !== null),
    modality: draft.modality,
    assertedBy: accuser === undefined ? speaker : accuser,
    code: draft.code,
    time,
  }
}

const plainRelation = (
  predicate: string,
  subject: string,
  object: string,
  { start, end }: Sentence,
  assertedBy: string | null,
  published: string | undefined,
): Relation => ({
  subject,
  predicate,
  object,
  trigger: null,
  sentence: [start, end],
  negated: false,
  modality: 'actual',
  assertedBy,
  code: null,
  time: published?.slice(0, 10) ?? null,
})
