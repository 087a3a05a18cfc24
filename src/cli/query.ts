import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { HearsayError } from '../errors.ts'
import { PREFIXES } from '../export/rdf-vocabulary.ts'
import { type AnswerOptions, answer, withAnswerOptions, write } from './answer.ts'

interface QueryOptions extends AnswerOptions {
  readonly graph: string
}

export function register(program: Command): void {
  const command = program
    .command('query')
    .summary('ask in SPARQL')
    .description('Asks a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE). All prefixes of the graph are declared.')
    .argument('<file>', 'a query, usually *.rq; - reads stdin')
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay query who-accuses-whom.rq --csv
  $ echo 'SELECT ?who ?whom { ?a h:accused ?b. ?a rdfs:label ?who. ?b rdfs:label ?whom }' | hearsay query -

Prefixes: ${Object.keys(PREFIXES).join(', ')}. docs/query.md has the vocabulary and ten worked queries.`,
    )
  withAnswerOptions(command).action(async (file: string, options: QueryOptions) => {
    const query = file === '-' ? await text(process.stdin) : await readQuery(file)
    // Loaded here alone: the other commands need not wait for it.
    const { openSparql } = await import('../query/open-sparql.ts')
    const { readGraphOf } = await import('./open-folder.ts')
    const { writeNQuads } = await import('../export/rdf.ts')
    const sparql = await openSparql(writeNQuads(await readGraphOf(options.graph)), PREFIXES)
    const result = sparql.ask(query, file === '-' ? 'stdin' : file)
    if (result.form === 'graph') write(result.nquads)
    else if (result.form === 'boolean')
      write(options.json ? `${JSON.stringify(result.value)}\n` : `${result.value ? 'yes' : 'no'}\n`)
    else {
      const { variables, rows } = result
      answer(
        options,
        () => rows.map(row => Object.fromEntries(variables.map((name, i) => [name, row[i]?.value ?? null]))),
        () => ({ header: variables, rows: rows.map(row => row.map(term => term?.value ?? null)) }),
      )
    }
  })
}

async function readQuery(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new HearsayError(
      'query/unreadable',
      file,
      `cannot be read (${(error as Error).message})`,
      'Give a file that holds a SPARQL query, or - for stdin.',
      { cause: error },
    )
  }
}
