import type { Command } from 'commander'
import type { Path } from '../query/answers.ts'
import { type AnswerOptions, answer, type Rows, withAnswerOptions, write, writeTable } from './answer.ts'
import { claimRecords, claimRows } from './claim-rows.ts'
import { parseCount } from './parse-option.ts'
import { type FilterOptions, toFilter, withFilterOptions } from './relations.ts'
import { showable } from './table.ts'

interface PathCommandOptions extends AnswerOptions, FilterOptions {
  readonly graph: string
  readonly limit: number
  readonly maxSteps: number
}

/** Sentences shown for one claim on a terminal; `--json` and `--csv` have all. */
const SENTENCES = 2

export function register(program: Command): void {
  const command = program
    .command('path')
    .summary('how two actors are linked, with the evidence on each step')
    .description('Finds the shortest ways between two actors, whichever way the claims point.')
    .argument('<from>', 'an actor, by any name')
    .argument('<to>', 'another')
  withFilterOptions(command)
    .option('-n, --limit <n>', 'ways to show', parseCount, 3)
    .option('--max-steps <n>', 'steps of the longest way', parseCount, 6)
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay path "Samantha Power" Turkey
  $ hearsay path Russia Qatar --category diplomacy conflict    speech alone links everybody`,
    )
  withAnswerOptions(command).action(async (from: string, to: string, options: PathCommandOptions) => {
    const { openFolder } = await import('./open-folder.ts')
    const { knownFilter } = await import('./known-filter.ts')
    const story = await openFolder(options.graph)
    const { limit, maxSteps } = options
    const paths = story.paths(from, to, { ...knownFilter(toFilter(options), story.graph), limit, maxSteps })
    if (options.json || options.csv || paths.length === 0) {
      answer(
        options,
        () => paths,
        () => pathRows(paths),
      )
      return
    }
    for (const { entities, steps } of paths) {
      write(`${entities.map(({ label }) => showable(label)).join(' — ')}\n\n`)
      writeTable(claimRows(steps.flat(), SENTENCES))
      write('\n')
    }
  })
}

function pathRows(paths: readonly Path[]): Rows {
  const { header } = claimRecords([])
  return {
    header: ['path', 'step', ...header],
    rows: paths.flatMap(({ steps }, path) =>
      steps.flatMap((claims, step) => claimRecords(claims).rows.map(row => [path + 1, step + 1, ...row])),
    ),
  }
}
