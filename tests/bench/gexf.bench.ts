/**
 * How fast a graph of 10,000 nodes and 50,000 edges is written as GEXF, against graphology-gexf and against
 * JSON.stringify of the same graph. Run: npx tsx tests/bench/gexf.bench.ts
 */
import { MultiDirectedGraph } from 'graphology'
import { write } from 'graphology-gexf'
import { writeGexf } from '../../src/export/gexf.ts'
import { jsonChunks } from '../../src/export/json.ts'
import { NODE_COLORS } from '../../src/graph/palette.ts'
import type { EdgeAttributes, GraphAttributes, HearsayGraph, NodeAttributes } from '../../src/types.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'

function bigGraph(order: number, size: number): HearsayGraph {
  const random = seededRandom(1)
  const graph: HearsayGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>()
  for (let i = 0; i < order; i++) {
    graph.addNode(`p:person-${i}`, {
      label: `Person Nº ${i}`,
      entity_type: 'person',
      aliases: ['One', 'Another & more'],
      roles: ['minister'],
      namings: [],
      references: [],
      mentions: i,
      documents: 3,
      independent_sources: 3,
      outlets: ['The Gazette', 'Radio Meridian'],
      first_seen: '2031-01-01',
      last_seen: '2031-02-01',
      community: i % 40,
      pagerank: random() / order,
      degree: 10,
      betweenness: random(),
      x: random() * 1000,
      y: random() * 1000,
      size: 5,
      color: NODE_COLORS.person,
    })
  }
  for (let i = 0; i < size; i++) {
    const source = `p:person-${Math.floor(random() * order)}`
    const target = `p:person-${Math.floor(random() * order)}`
    graph.addDirectedEdgeWithKey(`${source}|accused|${target}|${i}`, source, target, {
      kind: 'accused',
      label: 'accused',
      category: 'speech',
      weight: 1 + (i % 5),
      negated: false,
      modality: 'actual',
      asserted_by: [source],
      own_voice: 1,
      outlets: ['The Gazette'],
      documents: 1,
      articles: 1,
      independent_sources: 1,
      first_seen: '2031-01-01',
      last_seen: '2031-02-01',
      cameo: '112',
      color: '#a3adb8',
      evidence: [],
    })
  }
  return graph
}

/** Seconds of this process's time. */
function seconds(work: () => number): [seconds: number, characters: number] {
  const before = process.cpuUsage()
  const characters = work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1e6, characters]
}

function count(chunks: Iterable<string>): number {
  let total = 0
  for (const chunk of chunks) total += chunk.length
  return total
}

const graph = bigGraph(10_000, 50_000)
const ours = () => count(writeGexf(graph))
ours()
const before = process.memoryUsage().heapUsed
const [own, characters] = seconds(ours)
const grown = process.memoryUsage().heapUsed - before
const [json] = seconds(() => count(jsonChunks(graph)))
const [peer] = seconds(() => write(graph).length)
console.log(`GEXF of 50,000 edges: ${own.toFixed(2)} s, ${(characters / 1e6).toFixed(1)} million characters`)
console.log(
  `  ${(own / json).toFixed(2)} × the time of graph.json, ${(own / peer).toFixed(2)} × that of graphology-gexf`,
)
console.log(`  heap after it against before: ${(grown / 1e6).toFixed(0)} MB`)
