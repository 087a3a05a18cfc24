import { type Command, Option } from 'commander'
import { withLogOptions } from './log.ts'
import { parseWorkers, withLimits } from './options.ts'
import type { BuildOptions } from './run-build.ts'

export function register(program: Command): void {
  const command = program
    .command('build')
    .summary('articles to a graph')
    .description('Reads articles (files, folders, globs, "-" for stdin) and writes the graph, its tables and its page.')
    .argument('[inputs...]', 'what to read', ['seeds'])
    .option('-o, --output <folder>', 'where the graph goes', 'graph-out')
    .option('--sources <file>', 'table of file, outlet, published, url, title (default: sources.csv beside the inputs)')
    .option('--ontology <folder>', 'add the predicates of this folder')
    .option('--judgements <file>', 'who is who, decided before (default: judgements.json of the output folder)')
    .option('--workers <n>', 'threads (default: the cores of this machine)', parseWorkers)
    .addOption(new Option('--gexf-version <v>', 'for old readers').choices(['1.3', '1.2']).default('1.3'))
    .option('--no-cache', 'read every article again, also those that an earlier build has read')
    .option('-q, --quiet', 'no summary')
  withLogOptions(withLimits(command, 'a limit of docs/input.md, such as documentSeconds=300'))
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay build                               the sample articles into graph-out/
  $ hearsay build articles/ -o graph-out
  $ hearsay build 'news/**/*.html' more.ndjson --sources outlets.csv`,
    )
    .action(async (inputs: string[], options: BuildOptions) => {
      const { runBuild } = await import('./run-build.ts')
      await runBuild(inputs, options)
    })
}
