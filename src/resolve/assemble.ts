import type {
  Corpus,
  Document,
  Evidence,
  Naming,
  Relation,
  ResolvedEntity,
  ResolvedRelation,
  ResolvedStatement,
  Span,
  Statement,
} from '../types.ts'
import { total } from './canonical-name.ts'
import type { Profile, ResolvedDocument } from './profile.ts'

interface NamedCluster {
  readonly id: string
  readonly name: string
  readonly members: readonly Profile[]
}

/** Puts resolved ids into every record, and the words of the page beside every claim. */
export function assemble(documents: readonly ResolvedDocument[], clusters: readonly NamedCluster[]): Corpus {
  const idOf = documents.map(() => new Map<string, string>())
  for (const { id, members } of clusters) {
    for (const { locals } of members) for (const local of locals) idOf[local.document]!.set(local.id, id)
  }
  const mentions = mentionsOf(documents, idOf)
  const statements: ResolvedStatement[] = []
  const relations: ResolvedRelation[] = []
  documents.forEach(({ extraction }, index) => {
    const resolved = (local: string | null) => (local === null ? null : (idOf[index]!.get(local) ?? null))
    const document: Document = { ...extraction.document, id: extraction.id }
    extraction.statements.forEach((statement, n) => {
      statements.push({
        ...statement,
        id: `${extraction.id}#s${n + 1}`,
        speaker: resolved(statement.speaker),
        addressee: resolved(statement.addressee),
        about: [...new Set(statement.about.flatMap(local => resolved(local) ?? []))],
        evidence: evidenceOf(document, withMarks(document.text, spanOf(statement))),
      })
    })
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
  })
  return {
    documents: documents.map(({ extraction }) => ({ ...extraction.document, id: extraction.id })),
    entities: clusters.map(cluster => resolvedEntity(cluster, mentions.get(cluster.id) ?? [])),
    statements,
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

function mentionsOf(
  documents: readonly ResolvedDocument[],
  idOf: readonly ReadonlyMap<string, string>[],
): Map<string, { doc: string; start: number; end: number }[]> {
  const all = new Map<string, { doc: string; start: number; end: number }[]>()
  documents.forEach(({ extraction }, index) => {
    for (const { entity, start, end } of extraction.mentions) {
      const id = idOf[index]!.get(entity)
      if (id === undefined) continue
      const list = all.get(id)
      if (list) list.push({ doc: extraction.id, start, end })
      else all.set(id, [{ doc: extraction.id, start, end }])
    }
  })
  return all
}

function resolvedEntity({ id, name, members }: NamedCluster, mentions: ResolvedEntity['mentions']): ResolvedEntity {
  const namings: Naming[] = []
  const surfaces = new Map<string, Map<string, number>>()
  for (const member of members) {
    for (const [surface, outlets] of member.surfaces) {
      surfaces.set(surface, total([surfaces.get(surface) ?? new Map(), outlets]))
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
    type: members[0]!.type,
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
