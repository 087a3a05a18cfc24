import { MultiDirectedGraph } from 'graphology'
import type { SerializedGraph } from 'graphology-types'
import { writeGexf } from '../../../src/export/gexf.ts'
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../../../src/types.ts'
import { nameForm } from '../../../src/util/name-form.ts'
import type { NamePair } from '../model/judgements.ts'

export type FormatsRequest =
  | { readonly kind: 'gexf'; readonly graph: SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes> }
  | { readonly kind: 'judgements'; readonly pairs: readonly NamePair[] }

const letters: Readonly<Record<string, string>> = { person: 'p', state: 's', group: 'g', place: 'l', event: 'e' }

/** A decision as `judgements.json` keeps it; see `docs/resolution.md`. */
function judgement({ verdict, a, b, why }: NamePair) {
  const reference = ({ type, name }: NamePair['a']) => `${letters[type]}:${nameForm(name)}`
  return { verdict, a: reference(a), b: reference(b), by: 'person', why, score: null }
}

function answer(request: FormatsRequest): string {
  if (request.kind === 'judgements') {
    const lines = request.pairs.map(pair => `    ${JSON.stringify(judgement(pair))}`)
    return `{\n  "judgements": [\n${lines.join(',\n')}\n  ]\n}\n`
  }
  const graph = MultiDirectedGraph.from<NodeAttributes, EdgeAttributes, GraphAttributes>(request.graph)
  return [...writeGexf(graph as MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>)].join('')
}

addEventListener('message', (event: MessageEvent<FormatsRequest>) => postMessage(answer(event.data)))
