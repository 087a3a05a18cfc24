import { MultiDirectedGraph } from 'graphology'
import type { SerializedGraph } from 'graphology-types'
import { writeGexf } from '../../../src/export/gexf.ts'
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../../../src/types.ts'
import type { Decision } from '../model/judgements.ts'
import { writeJudgements } from './write-judgements.ts'

export type FormatsRequest =
  | { readonly kind: 'gexf'; readonly graph: SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes> }
  | { readonly kind: 'judgements'; readonly decisions: readonly Decision[] }

function answer(request: FormatsRequest): string {
  if (request.kind === 'judgements') return writeJudgements(request.decisions)
  const graph = MultiDirectedGraph.from<NodeAttributes, EdgeAttributes, GraphAttributes>(request.graph)
  return [...writeGexf(graph as MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>)].join('')
}

addEventListener('message', (event: MessageEvent<FormatsRequest>) => postMessage(answer(event.data)))
