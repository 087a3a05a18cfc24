import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { HearsayError } from '../errors.ts'
import { writeGraphFolder } from './graph-folder.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { tellFailure } from './options.ts'
import { readExtractions } from './read-extractions.ts'
import { removeLeftovers } from './remove-leftovers.ts'
import { summary } from './summary.ts'
import { writeFile } from './write-file.ts'

interface MergeOptions {
  readonly output: string
  readonly ontology?: string
  readonly judgements?: string
  readonly gexfVersion: '1.2' | '1.3'
  readonly quiet?: boolean
}

export function register(program: Command): void {
  program
    .command('merge')
    .summary('extractions (NDJSON on stdin) to one graph')
    .description('Reads what `hearsay extract` writes and makes one graph of it, with its tables and its page.')
    .option('-o, --output <folder>', 'where the graph goes', 'graph-out')
    .option('--ontology <folder>', 'the folder of predicates that the extraction was given')
    .option('--judgements <file>', 'who is who, decided before (default: judgements.json of the output folder)')
    .addOption(new Option('--gexf-version <v>', 'for old readers').choices(['1.3', '1.2']).default('1.3'))
    .option('-q, --quiet', 'no summary')
    .addHelpText('after', '\nExample:\n  $ cat part-*.ndjson | hearsay merge -o graph-out')
    .action(async (options: MergeOptions) => {
      const started = performance.now()
      await removeLeftovers(options.output)
      const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
      let failures = 0
      async function* lines(): AsyncGenerator<string> {
        let written = 0
        const onFailure = (failure: HearsayError) => {
          failures++
          tellFailure(failure)
        }
        for await (const extraction of readExtractions(process.stdin, 'stdin', onFailure)) {
          written++
          yield `${JSON.stringify(extraction)}\n`
        }
        if (written === 0) {
          throw new HearsayError(
            'merge/nothing',
            'stdin',
            'gave no extraction',
            'Pipe in what `hearsay extract` writes.',
          )
        }
      }
      await writeFile(join(options.output, 'extractions.ndjson'), lines())
      const merged = await writeGraphFolder(options.output, { ...options, ontology })
      if (!options.quiet) {
        process.stdout.write(summary(merged, options.output, (performance.now() - started) / 1000, failures))
      }
      if (failures > 0) process.exitCode = 1
    })
}
