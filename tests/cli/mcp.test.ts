import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storyFolder } from './run.ts'

const { folder, remove } = storyFolder()
const client = new Client({ name: 'test', version: '1' })

interface ToolResult {
  readonly content: { readonly text: string }[]
  readonly isError?: boolean
}

async function ask(name: string, given: Record<string, unknown> = {}) {
  const { content, isError } = (await client.callTool({ name, arguments: given })) as unknown as ToolResult
  return isError ? { error: content[0]!.text } : JSON.parse(content[0]!.text)
}

beforeAll(async () => {
  // The program as an assistant starts it: a process of its own, over pipes.
  const script = `import('commander').then(async ({ Command }) => {
    const { register } = await import(${JSON.stringify(new URL('../../src/cli/mcp.ts', import.meta.url).href)})
    const program = new Command(); register(program)
    await program.parseAsync(['mcp', '-g', ${JSON.stringify(folder)}], { from: 'user' }) })`
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: ['--import', 'tsx', '-e', script], stderr: 'inherit' }),
  )
})

afterAll(async () => {
  await client.close()
  remove()
})

describe('the MCP server', () => {
  it('tells what it is and that its tools only read', async () => {
    expect(client.getInstructions()).toContain('Never pass a claim on as a fact')
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'overview',
      'search_entities',
      'entity_card',
      'relations',
      'evidence',
      'statements',
      'path',
    ])
    for (const { annotations } of tools) expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
  })

  it('gives an overview', async () => {
    expect(await ask('overview')).toMatchObject({
      documents: 3,
      outlets: ['Radio Meridian', 'The Tidewater Gazette'],
      predicates: expect.arrayContaining([{ predicate: 'accused', category: 'speech', claims: 2 }]),
    })
  })

  it('finds entities and tells of one', async () => {
    expect(await ask('search_entities', { name: 'club' })).toMatchObject({
      entities: [{ label: 'Heron Club' }, { label: 'Pelican Club' }],
    })
    expect(await ask('entity_card', { name: 'Brandt' })).toMatchObject({
      key: 'p:otto-brandt',
      roles: ['Prime Minister'],
      neighbours: expect.arrayContaining([expect.objectContaining({ label: 'Veldania' })]),
    })
  })

  it('gives claims with the sentence, the speaker and the outlet', async () => {
    expect(await ask('relations', { object: 'Calder Lines', predicate: ['supported'] })).toMatchObject({
      total: 1,
      claims: [
        {
          key: 's:veldania|supported|g:calder-lines',
          evidence: [
            {
              claimed_by: 'Otto Brandt',
              outlet: 'Radio Meridian',
              text: '"We support Calder Lines," Prime Minister Otto Brandt said.',
            },
          ],
        },
      ],
    })
    expect(await ask('relations', { asserted_by: 'Varga' })).toMatchObject({ total: 1 })
    expect(await ask('relations', { negated: true, until: '2031-03-03', limit: 1 })).toMatchObject({ total: 1 })
  })

  it('gives statements, ways and all evidence of a claim', async () => {
    expect(await ask('statements', { about: 'Calder Lines', words: 'tore' })).toMatchObject({
      statements: [{ speaker: 'Ines Varga', quotes: ['They tore it up'] }],
    })
    expect(await ask('path', { from: 'Brandt', to: 'the union', limit: 1 })).toMatchObject({
      paths: [{ entities: ['Otto Brandt', 'Calder Lines', "Dockers' Union"] }],
    })
    const { evidence } = await ask('evidence', { claim: 'g:dockers-union|accused|g:calder-lines' })
    expect(evidence).toHaveLength(2)
  })

  it('tells the assistant what was wrong with a question', async () => {
    expect(await ask('entity_card', { name: 'Veldanya' })).toEqual({
      error: expect.stringContaining('Perhaps you mean Veldania'),
    })
    expect(await ask('evidence', { claim: 'no such' })).toEqual({ error: expect.stringContaining('key of no claim') })
    expect(await ask('relations', { predicate: ['acused'] })).toEqual({
      error: expect.stringContaining('Perhaps you mean accused'),
    })
    expect(await ask('relations', { from: 'yesterday' })).toEqual({ error: expect.stringContaining('date') })
  })
})
