import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { StatementAnswer } from '../../query/answers.ts'
import type { OpenGraph } from '../../query/open-graph.ts'
import { day, limit, name, READ_ONLY } from './parameters.ts'
import { defined, tellResult } from './tell-result.ts'

/** Who said what about whom. */
export function addStatementTool(server: McpServer, story: OpenGraph): void {
  server.registerTool(
    'statements',
    {
      title: 'Statements',
      description: 'What was said, by whom, about whom, word for word.',
      inputSchema: {
        speaker: name.optional(),
        about: name.optional(),
        addressee: name.optional(),
        outlet: z.string().optional(),
        from: day.optional(),
        until: day.optional(),
        words: z.string().optional().describe('words that the statement holds'),
        limit: limit.default(20),
      },
      annotations: READ_ONLY,
    },
    ({ limit: most, ...given }) =>
      tellResult(() => {
        const statements = story.statements(defined(given))
        return { total: statements.length, statements: statements.slice(0, most).map(tellStatement) }
      }),
  )
}

function tellStatement({ speaker, addressee, about, doc, ...rest }: StatementAnswer) {
  return {
    ...rest,
    document: doc,
    speaker: speaker?.label ?? null,
    addressee: addressee?.label ?? null,
    about: about.map(({ label }) => label),
  }
}
