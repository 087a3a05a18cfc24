/**
 * The part of hearsay that runs anywhere, a browser's worker included: everything but reading files, threads and the
 * server. `index.ts` adds those.
 */
export { HearsayError } from './errors.ts'
export {
  extract,
  loadMergeResources,
  loadResources,
  type Merged,
  type MergeResources,
  merge,
  type Resources,
} from './pipeline.ts'
export type * from './types.ts'
