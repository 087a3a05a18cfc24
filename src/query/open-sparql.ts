import { HearsayError } from '../errors.ts'

/** A value of an answer: what it is and how it is written. */
export interface SparqlTerm {
  readonly kind: 'iri' | 'literal' | 'blank'
  readonly value: string
  /** IRI of a literal's datatype. */
  readonly datatype?: string
}

export type SparqlAnswer =
  /** SELECT: the variables in the order asked for, and their values; null where one has none. */
  | { readonly form: 'rows'; readonly variables: readonly string[]; readonly rows: readonly (SparqlTerm | null)[][] }
  /** ASK. */
  | { readonly form: 'boolean'; readonly value: boolean }
  /** CONSTRUCT and DESCRIBE, as N-Quads. */
  | { readonly form: 'graph'; readonly nquads: string }

export interface OpenSparql {
  /** Statements held. */
  readonly size: number
  /**
   * Asks a SPARQL 1.1 query. The prefixes given to {@link openSparql} need not be declared. Updates are refused, and
   * `SERVICE` reaches nothing.
   *
   * @throws HearsayError `query/sparql` where the query does not hold, with the place
   */
  ask(query: string, subject?: string): SparqlAnswer
}

/**
 * Opens RDF for SPARQL. The engine (oxigraph, 4 MB of WebAssembly) is loaded at the first call.
 *
 * @param nquads chunks of N-Quads, whole lines each
 * @param prefixes declared in every query
 */
export async function openSparql(
  nquads: Iterable<string>,
  prefixes: Readonly<Record<string, string>> = {},
): Promise<OpenSparql> {
  const oxigraph = await import('oxigraph')
  // Bundled for a browser, the module must first fetch its WebAssembly; the types know Node's form alone.
  const { default: load } = oxigraph as { default?: unknown }
  if (typeof load === 'function') await load()
  const store = new oxigraph.Store()
  let batch = ''
  for (const chunk of nquads) {
    batch += chunk
    if (batch.length < 1e6) continue
    store.load(batch, { format: 'application/n-quads', no_transaction: true })
    batch = ''
  }
  store.load(batch, { format: 'application/n-quads', no_transaction: true })
  // On one line with the query's first, so that lines in errors are the query's own.
  const header = Object.entries(prefixes)
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `)
    .join('')
  return {
    size: store.size,
    ask(query, subject = 'query') {
      const run = (format: string) => {
        try {
          return store.query(header + query, { results_format: format }) as string
        } catch (error) {
          throw new HearsayError(
            'query/sparql',
            subject,
            `is no SPARQL query that can be answered (${atOwnPlace(String((error as Error).message), header.length)})`,
            'See the vocabulary and the worked queries in docs/query.md.',
            { cause: error },
          )
        }
      }
      const results = JSON.parse(run('json')) as JsonResults | unknown[]
      // CONSTRUCT and DESCRIBE answer with RDF, which has no form in SPARQL's JSON.
      if (Array.isArray(results)) return { form: 'graph', nquads: run('application/n-quads') }
      if (results.boolean !== undefined) return { form: 'boolean', value: results.boolean }
      const variables = results.head.vars ?? []
      const rows = (results.results?.bindings ?? []).map(binding => variables.map(name => term(binding[name])))
      return { form: 'rows', variables, rows }
    },
  }
}

/** SPARQL 1.1 Query Results JSON Format. */
interface JsonResults {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] }
}

interface JsonTerm {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly datatype?: string
}

const KINDS = { uri: 'iri', literal: 'literal', bnode: 'blank' } as const

function term(given: JsonTerm | undefined): SparqlTerm | null {
  if (given === undefined) return null
  const { type, value, datatype } = given
  return { kind: KINDS[type], value, ...(datatype === undefined ? {} : { datatype }) }
}

/**
 * The engine counts columns of the first line with the prefixes that stand before it, and tells all characters that could
 * have stood there, alphabets included.
 */
function atOwnPlace(message: string, before: number): string {
  const short =
    message.length > 200 ? message.replace(/: expected one of [\s\S]*/, ', unexpected or missing here') : message
  return short.replace(/\b1:(\d+)/, (_all, column: string) => `1:${Math.max(1, Number(column) - before)}`)
}
