import { type Command, Option } from 'commander'
import { withLogOptions } from './log.ts'
import { withLimits } from './options.ts'
import type { MergeOptions } from './run-merge.ts'

export function register(program: Command): void {
  const command = program
    .command('merge')
    .summary('extractions (NDJSON on stdin) to one graph')
    .description('Reads what `hearsay extract` writes and makes one graph of it, with its tables and its page.')
    .option('-o, --output <folder>', 'where the graph goes', 'graph-out')
    .option('--ontology <folder>', 'the folder of predicates that the extraction was given')
    .option('--judgements <file>', 'who is who, decided before (default: judgements.json of the output folder)')
    .addOption(new Option('--gexf-version <v>', 'for old readers').choices(['1.3', '1.2']).default('1.3'))
    .option('-q, --quiet', 'no summary')
  withLogOptions(withLimits(command, 'the longest line that is read, lineBytes=100000000', ['lineBytes']))
    .addHelpText('after', '\nExample:\n  $ cat part-*.ndjson | hearsay merge -o graph-out')
    .action(async (options: MergeOptions) => {
      const { runMerge } = await import('./run-merge.ts')
      await runMerge(options)
    })
}
