import { readFileSync } from 'node:fs'
import type { Command } from 'commander'

export function register(program: Command): void {
  program
    .command('mcp')
    .summary('let an assistant ask the graph (Model Context Protocol, stdio)')
    .description('Serves a built graph to an assistant over stdin and stdout. Read-only; reaches no network.')
    .option('-g, --graph <folder>', 'what hearsay build wrote, or a graph.json', 'graph-out')
    .addHelpText(
      'after',
      `
In the settings of the assistant:
  { "mcpServers": { "hearsay": { "command": "npx", "args": ["hearsay", "mcp", "-g", "/path/to/graph-out"] } } }`,
    )
    .action(async ({ graph }: { graph: string }) => {
      // Loaded here alone: the other commands need not wait for it.
      const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
      const { openFolder } = await import('./open-folder.ts')
      const { mcpServer } = await import('./mcp/mcp-server.ts')
      const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
        version: string
      }
      await mcpServer(await openFolder(graph), version).connect(new StdioServerTransport())
    })
}
