import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { OpenGraph } from '../../query/open-graph.ts'
import { addClaimTools } from './claim-tools.ts'
import { addEntityTools } from './entity-tools.ts'
import { addOverview } from './overview-tool.ts'
import { addPathTool } from './path-tool.ts'
import { addStatementTool } from './statement-tool.ts'

const INSTRUCTIONS = `A knowledge graph read from news articles. Its edges are claims: each says who claims it, in which outlet and in which sentence. Never pass a claim on as a fact: name the speaker and the outlet, and quote the sentence. "claimed_by" null means that the article itself says so. Actors may be given by any of their names; begin with search_entities or overview when unsure.`

/** Makes the server that answers an assistant's questions to a graph. It changes nothing. */
export function mcpServer(story: OpenGraph, version: string): McpServer {
  const server = new McpServer({ name: 'hearsay', version }, { instructions: INSTRUCTIONS })
  for (const add of [addOverview, addEntityTools, addClaimTools, addStatementTool, addPathTool]) add(server, story)
  return server
}
