import { Argument, type Command, Option } from 'commander'
import type { EntityType } from '../types.ts'
import { parseCount } from './parse-option.ts'
import type { DecideOptions, FolderOptions, ListOptions } from './run-entities.ts'

const TYPES: readonly EntityType[] = ['person', 'state', 'group', 'place', 'event']

export function register(program: Command): void {
  const entities = program
    .command('entities')
    .summary('who is who: list, explain, merge, split, rename, retype, drop')
    .description('Shows who was taken for whom and why, and corrects it. Corrections go into judgements.json.')
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay entities list --type person
  $ hearsay entities explain "Vitaly Churkin"       why are these one?
  $ hearsay entities merge "Samantha Powers" "Samantha Power"
  $ hearsay entities split "John Smith" "Smith"     "Smith" is somebody else
  $ hearsay entities rename "Ban Ki Mon" "Ban Ki-moon"
  $ hearsay entities retype "Wagner" group
  $ hearsay entities drop "Turkey" accused "Russia"  no article says this
  $ hearsay entities decisions                       what people have decided`,
    )
  withFolder(entities.command('list').summary('all entities, the most mentioned first'))
    .addOption(new Option('--type <type>', 'only these').choices(TYPES))
    .option('--limit <n>', 'at most so many', parseCount, 50)
    .option('--json', 'as NDJSON, with mentions')
    .action(async (options: ListOptions) => (await import('./run-entities.ts')).listEntities(options))
  withFolder(
    entities.command('explain').summary('why the names of one entity are one').argument('<name>', 'name, alias or id'),
  ).action(async (name: string, options: FolderOptions) =>
    (await import('./run-entities.ts')).explainWhy(name, options),
  )
  withDecision(
    entities
      .command('merge')
      .summary('say that two entities are one')
      .argument('<a>', 'name, alias or id')
      .argument('<b>', 'name, alias or id'),
  ).action(async (a: string, b: string, options: DecideOptions) =>
    (await import('./run-entities.ts')).mergeEntities(a, b, options),
  )
  withDecision(
    entities
      .command('split')
      .summary('say that an alias means somebody else')
      .argument('<a>', 'name, alias or id of the entity')
      .argument('<alias>', 'the wording that does not belong to it'),
  ).action(async (a: string, alias: string, options: DecideOptions) =>
    (await import('./run-entities.ts')).splitEntity(a, alias, options),
  )
  withDecision(
    entities
      .command('rename')
      .summary('say what an entity is called')
      .argument('<a>', 'name, alias or id of the entity')
      .argument('<name>', 'what it is called'),
  ).action(async (a: string, name: string, options: DecideOptions) =>
    (await import('./run-entities.ts')).renameEntity(a, name, options),
  )
  withDecision(
    entities
      .command('retype')
      .summary('say what an entity is')
      .argument('<a>', 'name, alias or id of the entity')
      .addArgument(new Argument('<type>', 'what it is').choices(TYPES)),
  ).action(async (a: string, type: EntityType, options: DecideOptions) =>
    (await import('./run-entities.ts')).retypeEntity(a, type, options),
  )
  withDecision(
    entities
      .command('drop')
      .summary('say that no article makes a claim')
      .argument('<a>', 'name, alias or id of who is said to do it')
      .argument('<predicate>', 'what, such as accused or met_with')
      .argument('<b>', 'name, alias or id of whom it is done to')
      .option('--negated', 'the claim that this did not happen'),
  ).action(async (a: string, predicate: string, b: string, options: DecideOptions & { negated?: boolean }) =>
    (await import('./run-entities.ts')).dropClaim([a, predicate, b], options),
  )
  withFolder(entities.command('decisions').summary('what people have decided, and why')).action(
    async (options: FolderOptions) => (await import('./run-entities.ts')).listDecisions(options),
  )
}

const withFolder = (command: Command): Command =>
  command.option('-g, --graph <folder>', 'what hearsay build wrote', 'graph-out')

const withDecision = (command: Command): Command =>
  withFolder(command)
    .option('--ontology <folder>', 'the folder of predicates that the build was given')
    .option('--why <reason>', 'kept with the decision', 'by hand')
