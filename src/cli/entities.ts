import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { HearsayError } from '../errors.ts'
import type { Judgement } from '../resolve/judgements.ts'
import { writeJudgements } from '../resolve/judgements.ts'
import { letterOf } from '../resolve/resources.ts'
import { withoutDocument } from '../resolve/separate-aliases.ts'
import type { EntityType, ResolvedEntity } from '../types.ts'
import { nameForm } from '../util/name-form.ts'
import { describeEntity, explainEntity } from './entity-report.ts'
import { readJudgements, writeGraphFolder } from './graph-folder.ts'
import { readResolvedEntities } from './read-entities.ts'
import { writeFile } from './write-file.ts'

interface FolderOptions {
  readonly graph: string
}

interface ListOptions extends FolderOptions {
  readonly type?: EntityType
  readonly limit: string
  readonly json?: boolean
}

interface DecideOptions extends FolderOptions {
  readonly why: string
}

export function register(program: Command): void {
  const entities = program
    .command('entities')
    .summary('who is who: list, explain, merge, split')
    .description('Shows who was taken for whom and why, and corrects it. Corrections go into judgements.json.')
    .addHelpText(
      'after',
      `
Examples:
  $ hearsay entities list --type person
  $ hearsay entities explain "Vitaly Churkin"       why are these one?
  $ hearsay entities merge "Samantha Powers" "Samantha Power"
  $ hearsay entities split "John Smith" "Smith"     "Smith" is somebody else`,
    )
  withFolder(entities.command('list').summary('all entities, the most mentioned first'))
    .addOption(new Option('--type <type>', 'only these').choices(Object.keys(letterOf)))
    .option('--limit <n>', 'at most so many', '50')
    .option('--json', 'as NDJSON, with mentions')
    .action(async ({ graph, type, limit, json }: ListOptions) => {
      const all = (await readResolvedEntities(graph)).filter(entity => type === undefined || entity.type === type)
      all.sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1))
      for (const entity of all.slice(0, Number(limit) || all.length)) {
        process.stdout.write(`${json ? JSON.stringify(entity) : describeEntity(entity)}\n`)
      }
    })
  withFolder(
    entities.command('explain').summary('why the names of one entity are one').argument('<name>', 'name, alias or id'),
  ).action(async (name: string, { graph }: FolderOptions) => {
    const entity = find(await readResolvedEntities(graph), name, graph)
    const judgements = await readJudgements(join(graph, 'judgements.json'), false)
    process.stdout.write(`${explainEntity(entity, judgements)}\n`)
  })
  withFolder(
    entities
      .command('merge')
      .summary('say that two entities are one')
      .argument('<a>', 'name, alias or id')
      .argument('<b>', 'name, alias or id'),
  )
    .option('--why <reason>', 'kept with the decision', 'by hand')
    .action(async (a: string, b: string, { graph, why }: DecideOptions) => {
      const all = await readResolvedEntities(graph)
      const [one, other] = [find(all, a, graph), find(all, b, graph)]
      if (one.id === other.id) {
        throw new HearsayError('entities/one', `${a}, ${b}`, `are one already (${one.id})`, 'Nothing is to be done.')
      }
      await decide(graph, {
        verdict: 'same',
        a: referenceOf(one),
        b: referenceOf(other),
        by: 'person',
        why,
        score: null,
      })
      process.stdout.write(`${one.name} and ${other.name} are one now.\n`)
    })
  withFolder(
    entities
      .command('split')
      .summary('say that an alias means somebody else')
      .argument('<a>', 'name, alias or id of the entity')
      .argument('<alias>', 'the wording that does not belong to it'),
  )
    .option('--why <reason>', 'kept with the decision', 'by hand')
    .action(async (a: string, alias: string, { graph, why }: DecideOptions) => {
      const entity = find(await readResolvedEntities(graph), a, graph)
      const form = nameForm(alias)
      if (![entity.name, ...entity.aliases].some(each => nameForm(each) === form)) {
        throw new HearsayError(
          'entities/alias',
          alias,
          `is no alias of ${entity.name}`,
          `Its aliases: ${entity.aliases.join(', ')}.`,
        )
      }
      const rest = (entity.references ?? []).map(withoutDocument).find(reference => reference.slice(2) !== form)
      const kept =
        rest ??
        [entity.name, ...entity.aliases]
          .map(each => `${letterOf[entity.type]}:${nameForm(each)}`)
          .find(each => each.slice(2) !== form)
      if (kept === undefined) {
        throw new HearsayError(
          'entities/alias',
          alias,
          'is the only wording of this entity',
          'There is nothing to split.',
        )
      }
      const b = `${letterOf[entity.type]}:${form}`
      await decide(graph, { verdict: 'different', a: kept, b, by: 'person', why, score: null })
      process.stdout.write(`"${alias}" no longer means ${entity.name}.\n`)
    })
}

const withFolder = (command: Command): Command =>
  command.option('-g, --graph <folder>', 'what hearsay build wrote', 'graph-out')

/** A reference that means the whole entity by its name rather than one document, where there is one. */
const referenceOf = ({ references, type, name }: ResolvedEntity): string =>
  references?.find(reference => !reference.includes('@')) ?? references?.[0] ?? `${letterOf[type]}:${nameForm(name)}`

function find(entities: readonly ResolvedEntity[], name: string, graph: string): ResolvedEntity {
  const form = nameForm(name)
  const exact = entities.filter(entity => entity.id === name || nameForm(entity.name) === form)
  const found =
    exact.length > 0 ? exact : entities.filter(({ aliases }) => aliases.some(alias => nameForm(alias) === form))
  if (found.length === 1) return found[0]!
  throw found.length === 0
    ? new HearsayError('entities/unknown', name, `names nothing in ${graph}`, 'See `hearsay entities list`.')
    : new HearsayError(
        'entities/ambiguous',
        name,
        `may mean ${found
          .map(({ id }) => id)
          .slice(0, 8)
          .join(', ')}`,
        'Give one of these ids.',
      )
}

/** Adds a decision, in place of an earlier one on the same two, and makes the graph anew. */
async function decide(graph: string, judgement: Judgement): Promise<void> {
  const path = join(graph, 'judgements.json')
  const both = (each: Judgement) => [each.a, each.b].sort().join(' ')
  const kept = (await readJudgements(path, false)).filter(each => both(each) !== both(judgement))
  await writeFile(path, [writeJudgements([...kept, judgement])])
  await writeGraphFolder(graph, { ontology: [], gexfVersion: '1.3' })
}
