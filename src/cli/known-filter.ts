import { distance } from 'fastest-levenshtein'
import { openDataFiles } from '../data-files.ts'
import { HearsayError } from '../errors.ts'
import type { ClaimFilter } from '../query/claim-filter.ts'
import { categoryOf, loadOntology } from '../relations/load-ontology.ts'
import type { HearsayGraph } from '../types.ts'

/**
 * The filter with its predicates and categories as the graph writes them: `met with` and `Accused` are known too.
 *
 * @throws HearsayError `query/unknown-predicate`, `query/unknown-category` for one that neither the graph nor the ontology
 *   has, with what it may have meant
 */
export function knownFilter(filter: ClaimFilter, graph: HearsayGraph): ClaimFilter {
  const { predicate, category } = filter
  if (predicate === undefined && category === undefined) return filter
  const inGraph = vocabularyOf(graph)
  return {
    ...filter,
    ...(predicate === undefined ? {} : { predicate: known('predicate', predicate, inGraph.predicate) }),
    ...(category === undefined ? {} : { category: known('category', category, inGraph.category) }),
  }
}

/**
 * A predicate as the graph writes it.
 *
 * @param ontology rows of the user's own
 * @throws HearsayError `query/unknown-predicate`
 */
export function knownPredicate(predicate: string, graph: HearsayGraph, ontology: readonly unknown[]): string {
  return known('predicate', predicate, vocabularyOf(graph).predicate, ontology)[0]!
}

type Vocabulary = 'predicate' | 'category'

function vocabularyOf(graph: HearsayGraph): Record<Vocabulary, ReadonlySet<string>> {
  const predicate = new Set<string>()
  const category = new Set<string>()
  graph.forEachEdge((_edge, attributes) => {
    predicate.add(attributes.kind)
    category.add(attributes.category)
  })
  return { predicate, category }
}

function known(
  vocabulary: Vocabulary,
  given: string | readonly string[],
  inGraph: ReadonlySet<string>,
  ontology: readonly unknown[] = [],
): string[] {
  return (typeof given === 'string' ? [given] : given).map(word => {
    const name = word
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_')
    if (inGraph.has(name)) return name
    const names = new Set([...inGraph, ...inOntology(vocabulary, ontology)])
    if (!names.has(name)) throw unknown(vocabulary, word, name, names, inGraph)
    return name
  })
}

function inOntology(vocabulary: Vocabulary, rows: readonly unknown[]): string[] {
  const predicates = categoryOf(loadOntology(openDataFiles, rows))
  return vocabulary === 'predicate' ? [...predicates.keys()] : [...predicates.values()].map(({ category }) => category)
}

function unknown(
  vocabulary: Vocabulary,
  word: string,
  name: string,
  names: ReadonlySet<string>,
  inGraph: ReadonlySet<string>,
): HearsayError {
  const meant = similar(name, names)
  const proposal = meant.length > 0 ? `Perhaps you mean ${meant.join(', ')}. ` : ''
  const list = inGraph.size > 0 ? `This graph has ${[...inGraph].sort().join(', ')}.` : 'This graph has none.'
  return new HearsayError(`query/unknown-${vocabulary}`, word, `is no ${vocabulary}`, `${proposal}${list}`)
}

/** At most so many names are proposed. */
const PROPOSALS = 3

/** Names that begin alike, or differ by a typing error for every three letters; the nearest first. */
function similar(name: string, names: ReadonlySet<string>): string[] {
  const errors = Math.max(1, Math.floor(name.length / 3))
  return [...names]
    .map(other => ({ other, far: alike(name, other) ? 0 : distance(name, other) }))
    .filter(({ far }) => far <= errors)
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1))
    .slice(0, PROPOSALS)
    .map(({ other }) => other)
}

const alike = (name: string, other: string): boolean =>
  name.length >= 3 && (other.startsWith(name) || name.startsWith(other))
