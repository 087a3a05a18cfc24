import type { Document, DocumentInfo, ResolvedEntity, ResolvedRelation, ResolvedStatement } from '../types.ts'

/** What there is of each kind of record. */
export interface Tally {
  readonly documents: readonly (DocumentInfo & { readonly characters: number })[]
  /** Entities by type. */
  readonly entities: ReadonlyMap<string, number>
  readonly statements: number
  /** Relations by predicate. */
  readonly relations: ReadonlyMap<string, number>
}

/** Counts records as they pass. */
export function tallyRecords() {
  const documents: (DocumentInfo & { characters: number })[] = []
  const entities = new Map<string, number>()
  const relations = new Map<string, number>()
  let said = 0
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    addDocument: (
      { text, ...document }: Document,
      statements: readonly ResolvedStatement[],
      made: readonly ResolvedRelation[],
    ) => {
      documents.push({ ...document, characters: text.length })
      said += statements.length
      for (const { predicate } of made) count(relations, predicate)
    },
    addEntity: ({ type }: ResolvedEntity) => void count(entities, type),
    result: (): Tally => ({ documents, entities, statements: said, relations }),
  }
}
