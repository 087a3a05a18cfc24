import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { HearsayError } from '../../errors.ts'
import type { Claim } from '../../query/answers.ts'
import type { OpenGraph } from '../../query/open-graph.ts'
import { knownFilter } from '../known-filter.ts'
import { toFilter } from '../relations.ts'
import { FILTER, limit, name, READ_ONLY } from './parameters.ts'
import { tellClaim } from './tell-claim.ts'
import { defined, tellResult } from './tell-result.ts'

/** Who does what to whom, and on what evidence. */
export function addClaimTools(server: McpServer, story: OpenGraph): void {
  server.registerTool(
    'relations',
    {
      title: 'Relations',
      description: 'Who does what to whom: claims with the sentences they stand on, the best attested first.',
      inputSchema: {
        subject: name.optional(),
        object: name.optional(),
        actor: name.optional().describe('at either end'),
        ...FILTER,
        limit: limit.default(20),
      },
      annotations: READ_ONLY,
    },
    ({ limit: most, asserted_by, ...given }) =>
      tellResult(() => {
        const filter = toFilter({ ...defined(given), ...(asserted_by ? { assertedBy: asserted_by } : {}) })
        const claims = story.relations(knownFilter(filter, story.graph))
        return { total: claims.length, claims: claims.slice(0, most).map(claim => tellClaim(claim, 3)) }
      }),
  )
  server.registerTool(
    'evidence',
    {
      title: 'Evidence',
      description: 'Every sentence that one claim stands on, with its article.',
      inputSchema: { claim: z.string().describe('"key" of a claim in another answer') },
      annotations: READ_ONLY,
    },
    given =>
      tellResult(() => {
        const claim = claimByKey(story, given.claim)
        return tellClaim(claim, Number.POSITIVE_INFINITY)
      }),
  )
}

function claimByKey(story: OpenGraph, key: string): Claim {
  const source = story.graph.hasEdge(key) ? story.graph.source(key) : null
  const claim =
    source &&
    story
      .relations({ subject: source, predicate: story.graph.getEdgeAttribute(key, 'kind') })
      .find(each => each.key === key)
  if (claim) return claim
  throw new HearsayError(
    'query/unknown-claim',
    key,
    'is the key of no claim',
    'Take the "key" of a claim in another answer.',
  )
}
