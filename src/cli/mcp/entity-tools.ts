import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { OpenGraph } from '../../query/open-graph.ts'
import { limit, name, READ_ONLY } from './parameters.ts'
import { tellResult } from './tell-result.ts'

/** Whom a name may mean, and all about one actor. */
export function addEntityTools(server: McpServer, story: OpenGraph): void {
  server.registerTool(
    'search_entities',
    {
      title: 'Search entities',
      description: 'Actors, places and events that a name may mean, the likeliest first.',
      inputSchema: { name, limit: limit.default(10) },
      annotations: READ_ONLY,
    },
    given => tellResult(() => ({ entities: story.find(given.name, given.limit) })),
  )
  server.registerTool(
    'entity_card',
    {
      title: 'Entity card',
      description: 'Names, roles, outlets and what it takes part in, by predicate; its closest neighbours.',
      inputSchema: { name },
      annotations: READ_ONLY,
    },
    given => tellResult(() => card(story, given.name)),
  )
}

function card(story: OpenGraph, asked: string) {
  const { node, ...rest } = story.entity(asked)
  const neighbours = story.neighbours(rest.key).slice(0, 15)
  return {
    ...rest,
    community: node.community,
    pagerank: node.pagerank,
    neighbours: neighbours.map(({ entity, claims }) => ({
      ...entity,
      claims: claims.map(({ key, subject, label, object }) => ({
        key,
        claim: `${subject.label} ${label} ${object.label}`,
      })),
    })),
  }
}
