import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { OpenGraph } from '../../query/open-graph.ts'
import { knownFilter } from '../known-filter.ts'
import { FILTER, name, READ_ONLY } from './parameters.ts'
import { tellClaim } from './tell-claim.ts'
import { defined, tellResult } from './tell-result.ts'

/** How two actors are linked. */
export function addPathTool(server: McpServer, story: OpenGraph): void {
  server.registerTool(
    'path',
    {
      title: 'Path',
      description: 'How two actors are linked: the shortest ways, with the evidence on each step.',
      inputSchema: {
        from: name,
        to: name,
        max_steps: z.number().int().min(1).max(10).default(6),
        predicate: FILTER.predicate,
        category: FILTER.category,
        limit: z.number().int().min(1).max(20).default(3),
      },
      annotations: READ_ONLY,
    },
    ({ from, to, max_steps, limit: most, ...given }) =>
      tellResult(() => ({
        paths: story
          .paths(from, to, { ...knownFilter(defined(given), story.graph), maxSteps: max_steps, limit: most })
          .map(({ entities, steps }) => ({
            entities: entities.map(({ label }) => label),
            steps: steps.map(claims => claims.slice(0, 5).map(claim => tellClaim(claim, 2))),
          })),
      })),
  )
}
