import type { ResolvedEntity } from '../types.ts'
import { IntRows } from '../util/int-rows.ts'

/** All mentions of a corpus, sixteen bytes each. */
export class MentionTable {
  /** Entity, document, start, end. */
  readonly #rows = new IntRows(4)

  /** Notes that a document, given by its place, mentions an entity, given by its own. */
  add(entity: number, document: number, start: number, end: number): void {
    this.#rows.add(entity, document, start, end)
  }

  /**
   * The mentions of each entity, in the order of adding.
   *
   * @param entities their number
   * @param documents their ids
   */
  byEntity(entities: number, documents: readonly string[]): (entity: number) => ResolvedEntity['mentions'] {
    const rowsOf = this.#rows.byFirst(entities)
    return entity =>
      Array.from(rowsOf(entity), row => ({
        doc: documents[this.#rows.get(row, 1)]!,
        start: this.#rows.get(row, 2),
        end: this.#rows.get(row, 3),
      }))
  }
}
