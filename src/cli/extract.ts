import type { Command } from 'commander'
import { HearsayError } from '../errors.ts'
import { extractAll, type Input } from '../pool/extract-all.ts'
import { parseDocument } from './input-records.ts'
import { readNdjson } from './ndjson.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { parseWorkers, tellFailure } from './options.ts'

export function register(program: Command): void {
  program
    .command('extract')
    .summary('documents (NDJSON on stdin) to extractions (NDJSON on stdout)')
    .description(
      'Reads one document per line, {"id": …, "text": …} at least, and writes one extraction per line, in order. ' +
        'Keeps no state between documents. A line that fails gives a line {"id": …, "error": …}.',
    )
    .option('--ontology <folder>', 'add the predicates of this folder')
    .option('--workers <n>', 'threads (default: the cores of this machine)', parseWorkers)
    .addHelpText('after', '\nExample:\n  $ hearsay extract < documents.ndjson > extractions.ndjson')
    .action(async (options: { ontology?: string; workers?: number }) => {
      const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
      let failures = 0
      for await (const output of extractAll(documentsOfStdin(), { ...options, ontology })) {
        if ('failure' in output) {
          failures++
          tellFailure(output.failure)
        }
        const line = 'line' in output ? output.line : errorLine(output.failure)
        if (!process.stdout.write(`${line}\n`)) await new Promise(resume => process.stdout.once('drain', resume))
      }
      if (failures > 0) process.exitCode = 1
    })
}

function errorLine({ code, subject, message }: HearsayError): string {
  return JSON.stringify({ id: subject, error: { code, message } })
}

async function* documentsOfStdin(): AsyncGenerator<Input> {
  for await (const line of readNdjson(process.stdin, 'stdin')) {
    if ('failure' in line) {
      yield line
      continue
    }
    try {
      yield { document: parseDocument(line.value, `stdin, line ${line.number}`) }
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error
      yield { failure: error }
    }
  }
}
