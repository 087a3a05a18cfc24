/** Questions to a graph: typed ones, and SPARQL. Runs in Node and in browsers. */
export type {
  Citation,
  Claim,
  EntityCard,
  EntityRef,
  Found,
  Neighbour,
  Path,
  StatementAnswer,
} from './answers.ts'
export type { ClaimFilter } from './claim-filter.ts'
export type { StatementFilter } from './collect-statements.ts'
export type { PathOptions } from './find-paths.ts'
export { type OpenGraph, openGraph } from './open-graph.ts'
export { type OpenSparql, openSparql, type SparqlAnswer, type SparqlTerm } from './open-sparql.ts'
export { readGraph } from './read-graph.ts'
