import louvainModule from 'graphology-communities-louvain'
import pagerankModule from 'graphology-metrics/centrality/pagerank.js'

// These packages set `module.exports` to their function while their types say `export default`, so under Node's module
// rules the compiler looks for a `default` that is not there.
type DefaultOf<Module> = Module extends { default: infer Face } ? Face : Module

export const louvain = louvainModule as unknown as DefaultOf<typeof louvainModule>
export const pagerank = pagerankModule as unknown as DefaultOf<typeof pagerankModule>
