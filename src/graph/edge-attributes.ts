import type { EdgeAttributes } from '../types.ts'
import { summariseEvidence } from '../util/summarise-evidence.ts'
import type { CollectedEdge } from './collect-edges.ts'
import { edgeColor } from './palette.ts'

/** What the ontology says of a predicate: its category, its label for people, its CAMEO root. */
export type CategoryOf = (predicate: string) => { category: string; label: string; cameo: string | null }

/** All that `graph.json` says of an edge. */
export function edgeAttributes(
  { evidence, negated, predicate }: CollectedEdge,
  categoryOf: CategoryOf,
): EdgeAttributes {
  const { category, label, cameo } = categoryOf(predicate)
  return {
    kind: predicate,
    label: negated ? `not ${label}` : label,
    category,
    negated,
    cameo,
    color: edgeColor(category),
    ...summariseEvidence(evidence),
  }
}
