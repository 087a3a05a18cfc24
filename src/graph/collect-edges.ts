import type { Corpus, EdgeEvidence, ResolvedRelation, ResolvedStatement } from '../types.ts'
import { type LocateMention, mentionLocator } from './locate-mention.ts'

/** All evidence for one (source, predicate, target, negated). */
export interface CollectedEdge {
  readonly key: string
  readonly source: string
  readonly predicate: string
  readonly target: string
  readonly negated: boolean
  readonly evidence: EdgeEvidence[]
}

/** Key of an edge: `p:ann-lee|accused|g:acme`, with `|not` behind when negated. */
export function edgeKey(source: string, predicate: string, target: string, negated: boolean): string {
  return `${source}|${predicate}|${target}${negated ? '|not' : ''}`
}

/**
 * Gathers the evidence of every edge: `said` from the speaker to each entity that a statement is about, `told` to its
 * addressee, and the relations. A `said` or `told` relation that only repeats a statement of the same words adds nothing.
 * Nobody is linked to himself. Edges come in order of their keys, evidence in the order of the corpus.
 */
export function collectEdges(corpus: Corpus): CollectedEdge[] {
  const known = new Set(corpus.entities.map(entity => entity.id))
  const locate = mentionLocator(corpus.entities)
  const edges = new Map<string, CollectedEdge>()

  const add = (source: string, predicate: string, target: string, evidence: EdgeEvidence) => {
    if (source === target || !known.has(source) || !known.has(target)) return
    const key = edgeKey(source, predicate, target, evidence.negated)
    const edge = edges.get(key)
    if (edge) edge.evidence.push(evidence)
    else edges.set(key, { key, source, predicate, target, negated: evidence.negated, evidence: [evidence] })
  }

  for (const statement of corpus.statements) {
    if (statement.speaker === null) continue
    for (const target of new Set(statement.about)) {
      if (target === statement.addressee) continue
      add(statement.speaker, 'said', target, statementEvidence(statement, target, locate))
    }
    if (statement.addressee !== null)
      add(statement.speaker, 'told', statement.addressee, statementEvidence(statement, statement.addressee, locate))
  }
  for (const relation of corpus.relations) {
    if (repeatsStatement(relation, edges)) continue
    add(relation.subject, relation.predicate, relation.object, relationEvidence(relation, locate))
  }
  return [...edges.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

function repeatsStatement(relation: ResolvedRelation, edges: ReadonlyMap<string, CollectedEdge>): boolean {
  if (relation.predicate !== 'said' && relation.predicate !== 'told') return false
  const edge = edges.get(edgeKey(relation.subject, relation.predicate, relation.object, relation.negated))
  const { doc, span } = relation.evidence
  return (edge?.evidence ?? []).some(
    other => other.from === 'statement' && other.doc === doc && other.span[0] < span[1] && span[0] < other.span[1],
  )
}

function statementEvidence(statement: ResolvedStatement, target: string, locate: LocateMention): EdgeEvidence {
  const { doc, outlet, published, span, text } = statement.evidence
  return {
    id: statement.id,
    from: 'statement',
    doc,
    outlet,
    published,
    span,
    text,
    trigger: statement.cue,
    subject: statement.source,
    object: locate(target, doc, span, statement.content[0] ?? null),
    quote: statement.content,
    speaker: null,
    modality: 'actual',
    negated: false,
    time: null,
  }
}

function relationEvidence(relation: ResolvedRelation, locate: LocateMention): EdgeEvidence {
  const { doc, outlet, published, span, text } = relation.evidence
  return {
    id: relation.id,
    from: 'relation',
    doc,
    outlet,
    published,
    span,
    text,
    trigger: relation.trigger,
    subject: locate(relation.subject, doc, span, relation.trigger),
    object: locate(relation.object, doc, span, relation.trigger),
    quote: null,
    speaker: relation.assertedBy,
    modality: relation.modality,
    negated: relation.negated,
    time: relation.time,
  }
}
