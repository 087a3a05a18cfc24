import type { EdgeAttributes, EdgeEvidence } from '../types.ts'
import { type OriginalOf, summariseEvidence } from '../util/summarise-evidence.ts'
import type { Edge } from './edge-collector.ts'
import { edgeColor } from './palette.ts'

/** What the ontology says of a predicate: its category, its label for people, its CAMEO root. */
export type CategoryOf = (predicate: string) => { category: string; label: string; cameo: string | null }

/** All that `graph.json` says of an edge. */
export function edgeAttributes(
  { negated, predicate }: Edge,
  evidence: EdgeEvidence[],
  categoryOf: CategoryOf,
  originalOf: OriginalOf,
): EdgeAttributes {
  const { category, label, cameo } = categoryOf(predicate)
  return {
    kind: predicate,
    label: negated ? `not ${label}` : label,
    category,
    negated,
    cameo,
    color: edgeColor(category),
    ...summariseEvidence(evidence, originalOf),
  }
}
