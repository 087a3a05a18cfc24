/**
 * The part of hearsay that runs anywhere, a browser's worker included: everything but reading files, threads and the
 * server. `index.ts` adds those.
 */
export { HearsayError } from './errors.ts'
export * from './export/index.ts'
export { type BuildGraphOptions, buildGraph } from './graph/build-graph.ts'
export type { CategoryOf } from './graph/edge-attributes.ts'
export { edgeColor, NODE_COLORS } from './graph/palette.ts'
export {
  extract,
  loadMergeResources,
  loadResources,
  type Merged,
  type MergeResources,
  merge,
  type Resources,
  type RunStage,
} from './pipeline.ts'
export * from './query/index.ts'
export { decodeDocuments, type ReadResult } from './read/decode-documents.ts'
export { DEFAULT_LIMITS, type ReadLimits } from './read/limits.ts'
export type { Ontology } from './relations/ontology.ts'
export type { Judgement } from './resolve/judgements.ts'
export type * from './types.ts'
