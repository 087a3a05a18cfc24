import { join } from 'node:path'
import { HearsayError } from '../errors.ts'
import type { Judgement } from '../resolve/judgements.ts'
import { isIdentity, writeJudgements } from '../resolve/judgements.ts'
import { letterOf } from '../resolve/resources.ts'
import { withoutDocument } from '../resolve/separate-aliases.ts'
import type { EntityType, ResolvedEntity } from '../types.ts'
import { nameForm } from '../util/name-form.ts'
import { describeDecision, describeEntity, explainEntity } from './entity-report.ts'
import { readJudgements, writeGraphFolder } from './graph-folder.ts'
import { knownPredicate } from './known-filter.ts'
import { readOntologyFolder } from './ontology-folder.ts'
import { readGraphOf } from './open-folder.ts'
import { readResolvedEntities } from './read-entities.ts'
import { writeFile } from './write-file.ts'

export interface FolderOptions {
  readonly graph: string
}

export interface ListOptions extends FolderOptions {
  readonly type?: EntityType
  readonly limit: number
  readonly json?: boolean
}

export interface DecideOptions extends FolderOptions {
  readonly ontology?: string
  readonly why: string
}

/** Lists entities, the most mentioned first. */
export async function listEntities({ graph, type, limit, json }: ListOptions): Promise<void> {
  const all = (await readResolvedEntities(graph)).filter(entity => type === undefined || entity.type === type)
  all.sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1))
  for (const entity of all.slice(0, limit)) {
    process.stdout.write(`${json ? JSON.stringify(entity) : describeEntity(entity)}\n`)
  }
}

/** Tells why the names of an entity are one. */
export async function explainWhy(name: string, { graph }: FolderOptions): Promise<void> {
  const entity = find(await readResolvedEntities(graph), name, graph)
  const judgements = await readJudgements(join(graph, 'judgements.json'), false)
  process.stdout.write(`${explainEntity(entity, judgements)}\n`)
}

/** Makes two entities one, and the graph anew. */
export async function mergeEntities(a: string, b: string, options: DecideOptions): Promise<void> {
  const { graph, why } = options
  const all = await readResolvedEntities(graph)
  const [one, other] = [find(all, a, graph), find(all, b, graph)]
  if (one.id === other.id) {
    throw new HearsayError('entities/one', `${a}, ${b}`, `are one already (${one.id})`, 'Nothing is to be done.')
  }
  const references = { a: referenceOf(one), b: referenceOf(other) }
  await decide(options, { verdict: 'same', ...references, by: 'person', why, score: null })
  process.stdout.write(`${one.name} and ${other.name} are one now.\n`)
}

/** Takes an alias off an entity, and makes the graph anew. */
export async function splitEntity(a: string, alias: string, options: DecideOptions): Promise<void> {
  const { graph, why } = options
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
    throw new HearsayError('entities/alias', alias, 'is the only wording of this entity', 'There is nothing to split.')
  }
  const b = `${letterOf[entity.type]}:${form}`
  await decide(options, { verdict: 'different', a: kept, b, by: 'person', why, score: null })
  process.stdout.write(`"${alias}" no longer means ${entity.name}.\n`)
}

/** Lists what people have decided. */
export async function listDecisions({ graph }: FolderOptions): Promise<void> {
  const judgements = await readJudgements(join(graph, 'judgements.json'), false)
  const decided = judgements.filter(each => each.by === 'person')
  for (const each of decided) process.stdout.write(`${describeDecision(each)}\n`)
  if (decided.length === 0) process.stdout.write('Nobody has decided anything here; all decisions are by rule.\n')
}

/** Gives an entity another name, and makes the graph anew. */
export async function renameEntity(a: string, name: string, options: DecideOptions): Promise<void> {
  const entity = find(await readResolvedEntities(options.graph), a, options.graph)
  if (name.trim() === '' || name.length > 200) {
    throw new HearsayError('entities/name', name, 'cannot be a name', 'Give one of 1 to 200 letters.')
  }
  const judgement = { verdict: 'name', a: referenceOf(entity), name: name.trim() } as const
  await decide(options, { ...judgement, by: 'person', why: options.why, score: null })
  process.stdout.write(`${entity.name} is called ${name.trim()} now.\n`)
}

/** Says that an entity is of another type, and makes the graph anew. */
export async function retypeEntity(a: string, type: EntityType, options: DecideOptions): Promise<void> {
  const entity = find(await readResolvedEntities(options.graph), a, options.graph)
  await decide(options, { verdict: 'type', a: referenceOf(entity), type, by: 'person', why: options.why, score: null })
  process.stdout.write(`${entity.name} is a ${type} now.\n`)
}

/** Takes a claim out, with all its evidence, and makes the graph anew. */
export async function dropClaim(
  [a, predicate, b]: readonly [string, string, string],
  options: DecideOptions & { readonly negated?: boolean },
): Promise<void> {
  const all = await readResolvedEntities(options.graph)
  const [source, target] = [find(all, a, options.graph), find(all, b, options.graph)]
  const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
  const known = knownPredicate(predicate, await readGraphOf(options.graph), ontology)
  await decide(options, {
    verdict: 'wrong',
    a: referenceOf(source),
    b: referenceOf(target),
    predicate: known,
    negated: options.negated ?? false,
    by: 'person',
    why: options.why,
    score: null,
  })
  process.stdout.write(`No claim is left that ${source.name} ${known} ${target.name}.\n`)
}

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

/** Adds a decision, in place of an earlier one on the same matter, and makes the graph anew. */
async function decide(options: DecideOptions, judgement: Judgement): Promise<void> {
  const { graph } = options
  // Read first: a folder that cannot be read must not leave a decision behind.
  const ontology = options.ontology ? await readOntologyFolder(options.ontology) : []
  const path = join(graph, 'judgements.json')
  const kept = (await readJudgements(path, false)).filter(each => matterOf(each) !== matterOf(judgement))
  await writeFile(path, [writeJudgements([...kept, judgement])])
  await writeGraphFolder(graph, { ontology, gexfVersion: '1.3' })
}

/** What a judgement decides on: of two on the same matter only the later can hold. */
function matterOf(judgement: Judgement): string {
  if (isIdentity(judgement)) return [judgement.a, judgement.b].sort().join(' ')
  if (judgement.verdict !== 'wrong') return `${judgement.verdict} ${judgement.a}`
  return ['wrong', judgement.a, judgement.predicate, judgement.b, judgement.negated].join(' ')
}
