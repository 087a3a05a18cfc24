import { type Command, Option } from 'commander'
import type { ClaimFilter } from '../query/claim-filter.ts'
import type { Modality } from '../types.ts'
import { type AnswerOptions, answer, withAnswerOptions } from './answer.ts'
import { claimRecords, claimRows } from './claim-rows.ts'
import { parseCount, parseDay } from './parse-option.ts'

export interface FilterOptions {
  readonly subject?: string
  readonly object?: string
  readonly actor?: string
  readonly predicate?: string[]
  readonly category?: string[]
  readonly outlet?: string
  readonly from?: string
  readonly until?: string
  readonly negated?: boolean
  readonly modality?: Modality[]
  readonly assertedBy?: string
  readonly ownVoice?: boolean
}

interface RelationsOptions extends AnswerOptions, FilterOptions {
  readonly graph: string
  readonly limit?: number
}

export function register(program: Command): void {
  const command = program
    .command('relations')
    .summary('who does what to whom, with the evidence')
    .description('Lists the claims that answer to all options, each with the sentences it stands on.')
    .option('-s, --subject <name>', 'who does it')
    .option('-o, --object <name>', 'to whom')
    .option('-a, --actor <name>', 'at either end')
  withFilterOptions(command)
    .option('-n, --limit <n>', 'the best attested n claims', parseCount)
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay relations --subject Russia
  $ hearsay relations --predicate accused --predicate condemned --outlet Reuters
  $ hearsay relations --category conflict --from 2016-12-01 --until 2016-12-31 --csv
  $ hearsay relations --predicate said --subject "Ban Ki-moon"    speech is listed when asked for`,
    )
  withAnswerOptions(command).action(async (options: RelationsOptions) => {
    const { openFolder } = await import('./open-folder.ts')
    const { knownFilter } = await import('./known-filter.ts')
    const story = await openFolder(options.graph)
    const claims = story
      .relations(knownFilter(toFilter(options), story.graph))
      .slice(0, options.limit ?? Number.POSITIVE_INFINITY)
    answer(
      options,
      () => claims,
      () => (options.csv ? claimRecords(claims) : claimRows(claims)),
    )
  })
}

/** Adds the options by which claims are chosen, whoever takes part. */
export function withFilterOptions(command: Command): Command {
  return command
    .option('-p, --predicate <name...>', 'accused, met_with, …; several are alternatives')
    .option('-c, --category <name...>', 'speech, diplomacy, conflict, …')
    .option('--outlet <name>', 'as this outlet has it')
    .option('--from <day>', 'published on this day or later, 2016-12-01', parseDay)
    .option('--until <day>', 'published on this day or earlier', parseDay)
    .option('--negated', 'what is said not to be so')
    .option('--no-negated', 'leave out what is said not to be so')
    .addOption(new Option('--modality <kind...>', 'how firmly').choices(['actual', 'planned', 'possible', 'demanded']))
    .option('--asserted-by <name>', 'as this speaker has it')
    .option('--own-voice', 'what articles say in their own voice')
}

/** What the options mean as a filter; fields that were not given are absent. */
export function toFilter({ subject, object, actor, ...options }: FilterOptions): ClaimFilter {
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(object === undefined ? {} : { object }),
    ...(actor === undefined ? {} : { actor }),
    ...(options.predicate ? { predicate: options.predicate } : {}),
    ...(options.category ? { category: options.category } : {}),
    ...(options.outlet === undefined ? {} : { outlet: options.outlet }),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.until === undefined ? {} : { until: options.until }),
    ...(options.negated === undefined ? {} : { negated: options.negated }),
    ...(options.modality ? { modality: options.modality } : {}),
    ...(options.assertedBy === undefined ? {} : { assertedBy: options.assertedBy }),
    ...(options.ownVoice ? { assertedBy: null } : {}),
  }
}
