import type { DocumentInfo, EdgeAttributes, EdgeEvidence, HearsayGraph } from '../types.ts'
import type { Citation, Claim, EntityRef } from './answers.ts'
import type { CompiledFilter } from './claim-filter.ts'

/** The claims that a filter lets through, each with the evidence that it lets through, the best attested first. */
export function collectClaims(graph: HearsayGraph, filter: CompiledFilter): Claim[] {
  const toClaim = claimMaker(graph)
  const claims: Claim[] = []
  graph.forEachEdge((key, attributes, source, target) => {
    if (!filter.edge(source, target, attributes)) return
    const evidence = attributes.evidence.filter(filter.evidence)
    if (evidence.length > 0) claims.push(toClaim(key, attributes, source, target, evidence))
  })
  return claims.sort(byEvidence)
}

export type ClaimMaker = (
  key: string,
  attributes: EdgeAttributes,
  source: string,
  target: string,
  evidence: readonly EdgeEvidence[],
) => Claim

/** Makes answers of edges. */
export function claimMaker(graph: HearsayGraph): ClaimMaker {
  const documents = documentsById(graph)
  const originalOf = (doc: string) => documents.get(doc)?.copy_of ?? doc
  return (key, { kind, label, category, cameo, negated }, source, target, evidence) => ({
    key,
    subject: entityRef(graph, source),
    predicate: kind,
    label,
    category,
    cameo,
    object: entityRef(graph, target),
    negated,
    articles: new Set(evidence.map(({ doc }) => doc)).size,
    independentSources: new Set(evidence.map(({ doc }) => originalOf(doc))).size,
    evidence: evidence.map(each => cite(graph, documents, each)),
  })
}

/** The best attested first, then by key. */
export function byEvidence(a: Claim, b: Claim): number {
  return b.evidence.length - a.evidence.length || (a.key < b.key ? -1 : 1)
}

export function documentsById(graph: HearsayGraph): ReadonlyMap<string, DocumentInfo> {
  return new Map(graph.getAttribute('documents').map(document => [document.id, document]))
}

/** An entity by its key; one without a node is known by its key alone. */
export function entityRef(graph: HearsayGraph, key: string): EntityRef {
  if (!graph.hasNode(key)) return { key, label: key, type: 'group' }
  const { label, entity_type } = graph.getNodeAttributes(key)
  return { key, label, type: entity_type }
}

function cite(graph: HearsayGraph, documents: ReadonlyMap<string, DocumentInfo>, evidence: EdgeEvidence): Citation {
  const document = documents.get(evidence.doc)
  return {
    ...evidence,
    title: document?.title ?? null,
    url: document?.url ?? null,
    copyOf: document?.copy_of ?? null,
    claimedBy: evidence.speaker === null ? null : entityRef(graph, evidence.speaker),
  }
}
