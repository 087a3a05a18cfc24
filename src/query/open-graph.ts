import { HearsayError } from '../errors.ts'
import type { DocumentInfo, HearsayGraph, ResolvedStatement } from '../types.ts'
import type { Claim, EntityCard, EntityRef, Found, Neighbour, Path, StatementAnswer } from './answers.ts'
import { type ClaimFilter, compileFilter } from './claim-filter.ts'
import { collectClaims } from './collect-claims.ts'
import { collectStatements, type StatementFilter } from './collect-statements.ts'
import { entityCard } from './entity-card.ts'
import { entityFinder } from './find-entity.ts'
import { findPaths, type PathOptions } from './find-paths.ts'
import { egoGraph, filterGraph } from './sub-graph.ts'

/** Edges that only say that somebody said something; {@link OpenGraph.statements} tells more of them. */
const SPEECH = ['said', 'told']

/** Questions to a graph. Actors are given by any of their names, or by node key. */
export interface OpenGraph {
  /** The graph itself, for graphology's algorithms. */
  readonly graph: HearsayGraph
  /** The articles, without their text. */
  readonly documents: readonly DocumentInfo[]
  /** The entities that a name may mean, the likeliest first. */
  find(name: string, limit?: number): Found[]
  /** The entity that a name means. @throws HearsayError `query/unknown-entity`, with what it may have meant */
  entity(name: string): EntityCard
  /** Who is linked with an actor and how, the most strongly linked first. */
  neighbours(name: string, filter?: ClaimFilter): Neighbour[]
  /** What was said, by whom, about whom. */
  statements(filter?: StatementFilter): StatementAnswer[]
  /**
   * Who does what to whom, the best attested first. `said` and `told` are left to {@link OpenGraph.statements} unless
   * the filter names a predicate or category.
   */
  relations(filter?: ClaimFilter): Claim[]
  /** Who accuses whom (predicates `accused` and `condemned`). */
  accusations(filter?: Omit<ClaimFilter, 'predicate'>): Claim[]
  /** The shortest ways between two actors, with the evidence on each step. */
  paths(from: string, to: string, options?: PathOptions): Path[]
  /** An actor and all within `radius` steps (1 by default), with every edge between them, as a graph of its own. */
  ego(name: string, options?: { readonly radius?: number; readonly filter?: ClaimFilter }): HearsayGraph
  /** The claims that a filter lets through as a graph of its own; weights count the evidence that is left. */
  subgraph(filter: ClaimFilter): HearsayGraph
}

/**
 * Opens a graph for questions.
 *
 * @param statements the lines of `statements.ndjson`; without them statements are read from the `said` and `told`
 *   edges, and those that are about nobody are missing
 */
export function openGraph(graph: HearsayGraph, statements?: readonly ResolvedStatement[]): OpenGraph {
  const find = entityFinder(graph)
  const keyOf = (name: string) => theOne(name, find)
  const claims = (filter: ClaimFilter) => collectClaims(graph, compileFilter(filter, keyOf))
  return {
    graph,
    documents: graph.getAttribute('documents'),
    find,
    entity: name => entityCard(graph, keyOf(name)),
    neighbours: (name, filter = {}) => groupByNeighbour(keyOf(name), claims({ ...filter, actor: name })),
    statements: (filter = {}) => collectStatements(graph, statements, filter, keyOf),
    relations: (filter = {}) => {
      const all = claims(filter)
      if (filter.predicate !== undefined || filter.category !== undefined) return all
      return all.filter(({ predicate }) => !SPEECH.includes(predicate))
    },
    accusations: (filter = {}) => claims({ ...filter, predicate: ['accused', 'condemned'] }),
    paths: (from, to, options = {}) => findPaths(graph, keyOf(from), keyOf(to), compileFilter(options, keyOf), options),
    ego: (name, { radius = 1, filter = {} } = {}) => {
      const key = keyOf(name)
      return egoGraph(filterGraph(graph, compileFilter(filter, keyOf)), key, radius)
    },
    subgraph: filter => filterGraph(graph, compileFilter(filter, keyOf)),
  }
}

function theOne(name: string, find: (name: string) => Found[]): string {
  const [best, ...others] = find(name)
  // A name that is only similar is a guess; the asker should make it.
  if (best && best.score > 0.5) return best.key
  const meant = [best, ...others].filter(each => each !== undefined).slice(0, 5)
  throw new HearsayError(
    'query/unknown-entity',
    name,
    'is the name of nobody in the graph',
    meant.length > 0
      ? `Perhaps you mean ${meant.map(({ label }) => label).join(', ')}.`
      : 'Try a part of the name, or another spelling.',
  )
}

function groupByNeighbour(key: string, claims: readonly Claim[]): Neighbour[] {
  const neighbours = new Map<string, { entity: EntityRef; claims: Claim[] }>()
  for (const claim of claims) {
    const entity = claim.subject.key === key ? claim.object : claim.subject
    const neighbour = neighbours.get(entity.key)
    if (neighbour) neighbour.claims.push(claim)
    else neighbours.set(entity.key, { entity, claims: [claim] })
  }
  const strength = ({ claims }: Neighbour) => claims.reduce((sum, { evidence }) => sum + evidence.length, 0)
  return [...neighbours.values()].sort((a, b) => strength(b) - strength(a) || (a.entity.key < b.entity.key ? -1 : 1))
}
