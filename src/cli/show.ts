import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../errors.ts'
import type { EntityCard, StatementAnswer } from '../query/answers.ts'
import type { OpenGraph } from '../query/open-graph.ts'
import type { ResolvedEntity } from '../types.ts'
import { nameForm } from '../util/name-form.ts'
import { type AnswerOptions, answer, type Rows, withAnswerOptions, write, writeTable } from './answer.ts'
import { articles, claimRecords, claimRows, sourceOf } from './claim-rows.ts'
import { parseCount } from './parse-option.ts'
import { showable } from './table.ts'

interface ShowOptions extends AnswerOptions {
  readonly graph: string
  readonly limit: number
}

export function register(program: Command): void {
  const command = program
    .command('show')
    .summary('all that is known of one actor')
    .description('Shows the names, roles, claims and statements of an actor, place or event.')
    .argument('<name>', 'any of its names')
    .option('-n, --limit <n>', 'claims and statements to show on a terminal', parseCount, 10)
    .addHelpText('after', '\nExamples:\n  $ hearsay show Churkin\n  $ hearsay show "Free Syrian Army" --json')
  withAnswerOptions(command).action(async (name: string, options: ShowOptions) => {
    const { openFolder } = await import('./open-folder.ts')
    const story = await openFolder(options.graph)
    const card = await cardOrBystander(story, name, options.graph)
    if (!('claims' in card)) {
      const { id, type, name: label, aliases, roles, mentions } = card
      answer(
        options,
        () => card,
        () =>
          cardRows([
            ['name', label],
            ['type', type],
            ['key', id],
            ...namesAndRoles(aliases, roles),
            ['mentions', mentions.length],
            ['claims', 'takes part in none'],
          ]),
      )
      return
    }
    const relations = story.relations({ actor: card.key })
    const said = story.statements({ speaker: card.key })
    const about = story.statements({ about: card.key })
    if (options.json || options.csv) {
      answer(
        options,
        () => ({ ...card, relations, statements: said, statementsAbout: about }),
        () => claimRecords(relations),
      )
      return
    }
    writeTable(
      cardRows(
        ofCard(
          card,
          story.find(name).map(({ key, label }) => (key === card.key ? '' : label)),
        ),
      ),
    )
    section('Claims', relations.length, options.limit)
    if (relations.length > 0) writeTable(claimRows(relations.slice(0, options.limit), 2))
    for (const [title, statements] of [
      ['Says', said],
      ['Is spoken of', about],
    ] as const) {
      section(title, statements.length, options.limit)
      if (statements.length > 0) writeTable(statementRows(statements.slice(0, options.limit)))
    }
  })
}

/** The card of a node, or else the entity of that name that takes part in no claim. */
async function cardOrBystander(story: OpenGraph, name: string, folder: string): Promise<EntityCard | ResolvedEntity> {
  try {
    return story.entity(name)
  } catch (error) {
    if (!(error instanceof HearsayError) || !existsSync(join(folder, 'entities.ndjson'))) throw error
    const form = nameForm(name)
    const { readResolvedEntities } = await import('./read-entities.ts')
    const entities = await readResolvedEntities(folder)
    const bystander = entities.find(each => [each.name, ...each.aliases].some(alias => nameForm(alias) === form))
    if (bystander) return bystander
    throw error
  }
}

function ofCard(card: EntityCard, others: readonly string[]): (readonly [string, string | number])[] {
  const period = [...new Set([card.firstSeen, card.lastSeen])].filter(day => day !== null)
  const alike = others.filter(Boolean)
  return [
    ['name', card.label],
    ['type', card.type],
    ['key', card.key],
    ...namesAndRoles(
      card.aliases.filter(alias => alias !== card.label),
      card.roles,
    ),
    ['mentions', `${card.mentions} in ${articles(card.documents, card.independentSources)}`],
    ...(card.outlets.length > 0 ? [['outlets', card.outlets.join('; ')] as const] : []),
    ...(period.length > 0 ? [['seen', period.join(' to ')] as const] : []),
    ...(alike.length > 0 ? [['not to mistake for', alike.join('; ')] as const] : []),
  ]
}

function namesAndRoles(aliases: readonly string[], roles: readonly string[]): (readonly [string, string])[] {
  return [
    ...(aliases.length > 0 ? [['also', aliases.join('; ')] as const] : []),
    ...(roles.length > 0 ? [['roles', roles.join('; ')] as const] : []),
  ]
}

function cardRows(rows: readonly (readonly [string, string | number])[]): Rows {
  return { header: ['', ''], rows }
}

function section(title: string, count: number, limit: number): void {
  write(`\n${showable(title)}: ${count}${count > limit ? `, the first ${limit}` : ''}\n`)
}

function statementRows(statements: readonly StatementAnswer[]): Rows {
  return {
    header: ['speaker', 'source', 'date', 'statement'],
    rows: statements.map(statement => [
      statement.speaker?.label ?? 'somebody',
      sourceOf(statement),
      statement.published?.slice(0, 10) ?? null,
      statement.text,
    ]),
  }
}
