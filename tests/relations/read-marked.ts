import { openDataFiles } from '../../src/data-files.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import { loadOntology } from '../../src/relations/load-ontology.ts'
import type { Statement } from '../../src/types.ts'
import { type MarkedArticle, markedArticle } from '../support/marked-article.ts'

export const ontology = loadOntology(openDataFiles)

/** Relations of a marked text as lines: `A > attacked > B (negated planned)`. */
export function relationsOf(
  marked: string,
  options: { published?: string; statements?: (given: MarkedArticle) => Statement[] } = {},
): string[] {
  const given = markedArticle(marked, options.published)
  const names = new Map(given.entities.map(({ id, name }) => [id, name]))
  const found = findRelations(
    given.article,
    given.entities,
    given.mentions,
    options.statements?.(given) ?? [],
    ontology,
  )
  return found.map(({ subject, predicate, object, negated, modality }) => {
    const notes = [...(negated ? ['negated'] : []), ...(modality === 'actual' ? [] : [modality])].join(' ')
    return `${names.get(subject)} > ${predicate} > ${names.get(object)}${notes && ` (${notes})`}`
  })
}

/** Only the relations with a predicate. */
export const relationsWith = (predicate: string, marked: string): string[] =>
  relationsOf(marked).filter(line => line.includes(` > ${predicate} > `))
