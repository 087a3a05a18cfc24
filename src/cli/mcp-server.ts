import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { HearsayError } from '../errors.ts'
import type { Citation, Claim, StatementAnswer } from '../query/answers.ts'
import type { OpenGraph } from '../query/open-graph.ts'
import { toFilter } from './relations.ts'

const INSTRUCTIONS = `A knowledge graph read from news articles. Its edges are claims: each says who claims it, in which outlet and in which sentence. Never pass a claim on as a fact: name the speaker and the outlet, and quote the sentence. "claimed_by" null means that the article itself says so. Actors may be given by any of their names; begin with search_entities or overview when unsure.`

const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const

const name = z.string().describe('any name or alias, or a key from another answer')
const day = z.iso.date()
const limit = z.number().int().min(1).max(200)

const FILTER = {
  predicate: z.array(z.string()).optional().describe('predicates; overview lists them'),
  category: z.array(z.string()).optional().describe('categories; overview lists them'),
  outlet: z.string().optional(),
  from: day.optional().describe('published on this day or later'),
  until: day.optional().describe('published on this day or earlier'),
  negated: z.boolean().optional().describe('true: what is said not to be so'),
  modality: z.array(z.enum(['actual', 'planned', 'possible', 'demanded'])).optional(),
  asserted_by: name.optional().describe('as this speaker has it'),
}

/** Makes the server that answers an assistant's questions to a graph. It changes nothing. */
export function mcpServer(story: OpenGraph, version: string): McpServer {
  const server = new McpServer({ name: 'hearsay', version }, { instructions: INSTRUCTIONS })
  server.registerTool(
    'overview',
    {
      title: 'Overview',
      description: 'What the graph holds: counts, outlets, predicates, the most named actors.',
      annotations: READ_ONLY,
    },
    () => result(() => overview(story)),
  )
  server.registerTool(
    'search_entities',
    {
      title: 'Search entities',
      description: 'Actors, places and events that a name may mean, the likeliest first.',
      inputSchema: { name, limit: limit.default(10) },
      annotations: READ_ONLY,
    },
    given => result(() => ({ entities: story.find(given.name, given.limit) })),
  )
  server.registerTool(
    'entity_card',
    {
      title: 'Entity card',
      description: 'Names, roles, outlets and what it takes part in, by predicate; its closest neighbours.',
      inputSchema: { name },
      annotations: READ_ONLY,
    },
    given => result(() => card(story, given.name)),
  )
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
      result(() => {
        const claims = story.relations(
          toFilter({ ...defined(given), ...(asserted_by ? { assertedBy: asserted_by } : {}) }),
        )
        return { total: claims.length, claims: claims.slice(0, most).map(claim => tell(claim, 3)) }
      }),
  )
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
      result(() => {
        const statements = story.statements(defined(given))
        return { total: statements.length, statements: statements.slice(0, most).map(tellStatement) }
      }),
  )
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
      result(() => ({
        paths: story
          .paths(from, to, { ...defined(given), maxSteps: max_steps, limit: most })
          .map(({ entities, steps }) => ({
            entities: entities.map(({ label }) => label),
            steps: steps.map(claims => claims.slice(0, 5).map(claim => tell(claim, 2))),
          })),
      })),
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
      result(() => {
        const claim = claimByKey(story, given.claim)
        return tell(claim, Number.POSITIVE_INFINITY)
      }),
  )
  return server
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

function tell({ evidence, ...claim }: Claim, most: number) {
  return { ...claim, pieces_of_evidence: evidence.length, evidence: evidence.slice(0, most).map(tellEvidence) }
}

function tellEvidence(evidence: Citation) {
  const { text, claimedBy, modality, outlet, published, title, url, doc, span, time } = evidence
  return {
    text,
    claimed_by: claimedBy?.label ?? null,
    modality,
    outlet,
    published,
    title,
    url,
    document: doc,
    span,
    time,
  }
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

/** Without the fields that were not given: the questions tell "absent" from "undefined". */
function defined<Given extends object>(given: Given): { [Key in keyof Given]: Exclude<Given[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}

/** An answer as JSON; a question that cannot be answered is told to the assistant, which can ask better. */
function result(ask: () => object): CallToolResult {
  try {
    return { content: [{ type: 'text', text: JSON.stringify(ask()) }] }
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
}
