/** Names as property graph databases have them: the node label `Person` for the type `person`. */
export function graphLabel(entityType: string): string {
  return entityType.charAt(0).toUpperCase() + entityType.slice(1)
}

/** The relationship type `NEGOTIATED_WITH` for the predicate `negotiated_with`. */
export function graphType(predicate: string): string {
  return predicate.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '_')
}
