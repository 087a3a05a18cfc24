import type { Command } from 'commander'
import { parseWorkers, withLimits } from './options.ts'
import type { ExtractOptions } from './run-extract.ts'

export function register(program: Command): void {
  const command = program
    .command('extract')
    .summary('documents (NDJSON on stdin) to extractions (NDJSON on stdout)')
    .description(
      'Reads one document per line, {"id": …, "text": …} at least, and writes one extraction per line, in order. ' +
        'Keeps no state between documents. A line that fails gives a line {"id": …, "error": …}.',
    )
    .option('--ontology <folder>', 'add the predicates of this folder')
    .option('--workers <n>', 'threads (default: the cores of this machine)', parseWorkers)
  withLimits(command, 'lineBytes=20000000 of a line, or documentSeconds=60 of a document', [
    'lineBytes',
    'documentSeconds',
  ])
    .addHelpText('after', '\nExample:\n  $ hearsay extract < documents.ndjson > extractions.ndjson')
    .action(async (options: ExtractOptions) => {
      const { runExtract } = await import('./run-extract.ts')
      await runExtract(options)
    })
}
