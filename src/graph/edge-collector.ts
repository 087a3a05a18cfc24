import type { EdgeEvidence, ResolvedRelation, ResolvedStatement, Span } from '../types.ts'
import { IntRows } from '../util/int-rows.ts'
import { locateMention, type MentionSpans } from './locate-mention.ts'
import type { RecordStore } from './record-store.ts'

/** What an edge is made for, besides its evidence. */
export interface Edge {
  /** In the order of appearance. */
  readonly number: number
  readonly key: string
  readonly source: string
  readonly predicate: string
  readonly target: string
  readonly negated: boolean
}

/** What everybody who makes or is part of a claim is told of: the claim's document. */
type OnClaim = (node: string) => void

/** Key of an edge: `p:ann-lee|accused|g:acme`, with `|not` behind when negated. */
export function edgeKey(source: string, predicate: string, target: string, negated: boolean): string {
  return `${source}|${predicate}|${target}${negated ? '|not' : ''}`
}

/**
 * Gathers the evidence of every edge, document by document: `said` from the speaker to each entity that a statement is
 * about, `told` to its addressee, and the relations. A `said` or `told` relation that only repeats a statement of the same
 * words adds nothing. Nobody is linked to himself.
 */
export class EdgeCollector {
  readonly #edges = new Map<string, Edge>()
  /** Number of an edge and of a piece of its evidence. */
  readonly #statements = new IntRows(2)
  readonly #relations = new IntRows(2)
  readonly #evidence: RecordStore<EdgeEvidence>
  readonly #isKnown: (entity: string) => boolean

  constructor(evidence: RecordStore<EdgeEvidence>, isKnown: (entity: string) => boolean) {
    this.#evidence = evidence
    this.#isKnown = isKnown
  }

  /** @param mentions where the document mentions its entities */
  addDocument(
    statements: readonly ResolvedStatement[],
    relations: readonly ResolvedRelation[],
    mentions: MentionSpans,
    onClaim: OnClaim,
  ): void {
    /** Edge → the spans of the statements that gave it. */
    const said = new Map<string, Span[]>()
    const add = (source: string, predicate: string, target: string, evidence: EdgeEvidence) => {
      if (source === target || !this.#isKnown(source) || !this.#isKnown(target)) return
      const key = edgeKey(source, predicate, target, evidence.negated)
      let edge = this.#edges.get(key)
      if (edge === undefined) {
        edge = { key, source, predicate, target, negated: evidence.negated, number: this.#edges.size }
        this.#edges.set(key, edge)
      }
      const number = this.#evidence.add(evidence)
      if (evidence.from === 'statement') {
        this.#statements.add(edge.number, number)
        said.set(key, [...(said.get(key) ?? []), evidence.span])
      } else this.#relations.add(edge.number, number)
      onClaim(source)
      onClaim(target)
      if (evidence.speaker !== null) onClaim(evidence.speaker)
    }
    for (const statement of statements) {
      const { speaker, addressee } = statement
      if (speaker === null) continue
      for (const target of new Set(statement.about)) {
        if (target !== addressee) add(speaker, 'said', target, statementEvidence(statement, target, mentions))
      }
      if (addressee !== null) add(speaker, 'told', addressee, statementEvidence(statement, addressee, mentions))
    }
    for (const relation of relations) {
      const { subject, predicate, object, negated, evidence } = relation
      const repeated =
        (predicate === 'said' || predicate === 'told') &&
        (said.get(edgeKey(subject, predicate, object, negated)) ?? []).some(
          span => span[0] < evidence.span[1] && evidence.span[0] < span[1],
        )
      if (!repeated) add(subject, predicate, object, relationEvidence(relation, mentions))
    }
  }

  /** The edges in the order of their keys, and the numbers of each one's evidence: statements first, each in the order of the documents. */
  finish(): { edges: readonly Edge[]; evidenceOf: (edge: Edge) => readonly number[] } {
    const statementsOf = this.#statements.byFirst(this.#edges.size)
    const relationsOf = this.#relations.byFirst(this.#edges.size)
    const edges = [...this.#edges.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
    this.#edges.clear()
    return {
      edges,
      evidenceOf: ({ number }) => {
        return [
          ...Array.from(statementsOf(number), row => this.#statements.get(row, 1)),
          ...Array.from(relationsOf(number), row => this.#relations.get(row, 1)),
        ]
      },
    }
  }
}

function statementEvidence(statement: ResolvedStatement, target: string, mentions: MentionSpans): EdgeEvidence {
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
    object: locateMention(mentions, target, span, statement.content[0] ?? null),
    quote: statement.content,
    speaker: null,
    modality: 'actual',
    negated: false,
    time: null,
  }
}

function relationEvidence(relation: ResolvedRelation, mentions: MentionSpans): EdgeEvidence {
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
    subject: locateMention(mentions, relation.subject, span, relation.trigger),
    object: locateMention(mentions, relation.object, span, relation.trigger),
    quote: null,
    speaker: relation.assertedBy,
    modality: relation.modality,
    negated: relation.negated,
    time: relation.time,
  }
}
