import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { OpenGraph } from '../../query/open-graph.ts'
import { READ_ONLY } from './parameters.ts'
import { tellResult } from './tell-result.ts'

/** What the graph holds. */
export function addOverview(server: McpServer, story: OpenGraph): void {
  server.registerTool(
    'overview',
    {
      title: 'Overview',
      description: 'What the graph holds: counts, outlets, predicates, the most named actors.',
      annotations: READ_ONLY,
    },
    () => tellResult(() => overview(story)),
  )
}

function overview(story: OpenGraph) {
  const predicates = new Map<string, { category: string; claims: number }>()
  story.graph.forEachEdge((_edge, { kind, category }) => {
    const known = predicates.get(kind) ?? { category, claims: 0 }
    known.claims++
    predicates.set(kind, known)
  })
  const actors = story.graph.mapNodes((key, { label, entity_type, mentions }) => ({
    key,
    label,
    type: entity_type,
    mentions,
  }))
  return {
    ...story.graph.getAttribute('counts'),
    outlets: [...new Set(story.documents.flatMap(({ outlet }) => outlet ?? []))].sort(),
    predicates: [...predicates]
      .map(([predicate, rest]) => ({ predicate, ...rest }))
      .sort((a, b) => b.claims - a.claims),
    most_named: actors.sort((a, b) => b.mentions - a.mentions).slice(0, 20),
  }
}
