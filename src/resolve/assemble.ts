import type {
  Document,
  EntityType,
  Evidence,
  Extraction,
  Naming,
  Relation,
  ResolvedEntity,
  ResolvedRelation,
  ResolvedStatement,
  Span,
  Statement,
} from '../types.ts'
import { total } from './counts.ts'
import type { Counts, Profile } from './profile.ts'

/** A cluster with the id and the name that it goes by. */
export interface NamedCluster {
  readonly id: string
  readonly name: string
  readonly type: EntityType
  readonly members: readonly Profile[]
}

/** What one document adds to a corpus. */
export interface AssembledDocument {
  readonly document: Document
  readonly statements: readonly ResolvedStatement[]
  readonly relations: readonly ResolvedRelation[]
}

/**
 * Puts resolved ids into the records of one extraction, and the words of the page beside every claim.
 *
 * @param idOf resolved id of an entity of the extraction
 */
export function assembleDocument(
  extraction: Extraction,
  idOf: (local: string) => string | undefined,
): AssembledDocument {
  const resolved = (local: string | null) => (local === null ? null : (idOf(local) ?? null))
  const document: Document = { ...extraction.document, id: extraction.id }
  const relations: ResolvedRelation[] = []
  extraction.relations.forEach((relation, n) => {
    const ends = endsOf(relation, resolved)
    if (ends === null) return
    relations.push({
      ...relation,
      ...ends,
      id: `${extraction.id}#r${n + 1}`,
      assertedBy: resolved(relation.assertedBy),
      evidence: evidenceOf(document, relation.sentence),
    })
  })
  return {
    document,
    statements: extraction.statements.map((statement, n) => ({
      ...statement,
      id: `${extraction.id}#s${n + 1}`,
      speaker: resolved(statement.speaker),
      addressee: resolved(statement.addressee),
      about: [...new Set(statement.about.flatMap(local => resolved(local) ?? []))],
      evidence: evidenceOf(document, withMarks(document.text, spanOf(statement))),
    })),
    relations,
  }
}

/** The two ends of a relation; null when both turned out to be one, which says nothing. */
function endsOf(
  relation: Relation,
  resolved: (local: string | null) => string | null,
): { subject: string; object: string } | null {
  const [subject, object] = [resolved(relation.subject), resolved(relation.object)]
  return subject === null || object === null || subject === object ? null : { subject, object }
}

/** One line of `entities.ndjson`. */
export function resolvedEntity(
  { id, name, type, members }: NamedCluster,
  mentions: ResolvedEntity['mentions'],
): ResolvedEntity {
  const namings: Naming[] = []
  const surfaces = new Map<string, Counts>()
  for (const member of members) {
    for (const [surface, outlets] of member.surfaces) {
      const before = surfaces.get(surface)
      surfaces.set(surface, before === undefined ? outlets : total([before, outlets]))
    }
  }
  for (const [alias, outlets] of surfaces) {
    for (const [outlet, count] of outlets) namings.push({ alias, outlet: outlet === '' ? null : outlet, count })
  }
  namings.sort((a, b) => b.count - a.count || compare(a.alias, b.alias) || compare(a.outlet ?? '', b.outlet ?? ''))
  // Of what has a name, descriptions ("the company") are wordings, not names.
  const names = new Set(members.flatMap(member => [...member.names.keys()]))
  const roles = [...total(members.map(member => member.roles))]
  return {
    id,
    type,
    name,
    aliases: [...new Set(namings.map(naming => naming.alias).filter(alias => names.size === 0 || names.has(alias)))],
    roles: roles.sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([role]) => role),
    namings,
    references: members.map(member => member.ref),
    mentions,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function spanOf({ source, cue, content }: Statement): Span {
  const spans = [...(source ? [source] : []), ...(cue ? [cue] : []), ...content]
  return spans.length === 0
    ? [0, 0]
    : [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))]
}

/** Contents leave their quotation marks and full stops out; as evidence the words stand as on the page. */
function withMarks(text: string, [start, end]: Span): Span {
  const before = /[“"‘'«„]+$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0
  const after = /^[.,!?…]*[”"’'»]*[.]?/.exec(text.slice(end, end + 4))?.[0].replace(/,$/, '').length ?? 0
  return [start - before, end + after]
}

function evidenceOf(document: Document, span: Span): Evidence {
  return {
    doc: document.id,
    outlet: document.outlet ?? null,
    published: document.published ?? null,
    url: document.url ?? null,
    title: document.title ?? null,
    span,
    text: document.text.slice(span[0], span[1]),
  }
}
