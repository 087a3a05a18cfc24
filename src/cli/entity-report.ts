import type { Judgement } from '../resolve/judgements.ts'
import type { ResolvedEntity } from '../types.ts'

/** One line: id, name, how often and in how many articles, other names. */
export function describeEntity({ id, name, mentions, aliases }: ResolvedEntity): string {
  const articles = new Set(mentions.map(mention => mention.doc)).size
  const others = aliases.filter(alias => alias !== name).slice(0, 6)
  return `${id}  ${name}  ${mentions.length}× in ${articles}${others.length > 0 ? `  (${others.join(', ')})` : ''}`
}

/** The wordings by outlet, and every decision that made or bounds the entity. */
export function explainEntity(entity: ResolvedEntity, judgements: readonly Judgement[]): string {
  const own = new Set(entity.references)
  const about = (reference: string) => own.has(reference) || [...own].some(each => each.startsWith(`${reference}@`))
  const lines = [describeEntity({ ...entity, aliases: [] })]
  if (entity.roles.length > 0) lines.push(`  roles: ${entity.roles.join('; ')}`)
  lines.push('  called:')
  for (const { alias, outlet, count } of entity.namings)
    lines.push(`    ${alias}  ${count}×${outlet === null ? '' : `  ${outlet}`}`)
  const same = judgements.filter(each => each.verdict === 'same' && (about(each.a) || about(each.b)))
  const different = judgements.filter(each => each.verdict === 'different' && (about(each.a) || about(each.b)))
  if (same.length === 0) lines.push('  one name, nothing had to be decided')
  else lines.push('  taken for one:', ...same.map(decision))
  if (different.length > 0) lines.push('  kept apart:', ...different.map(decision))
  return lines.join('\n')
}

const decision = ({ a, b, by, why, score }: Judgement): string =>
  `    ${a} ~ ${b}  ${by === 'person' ? 'a person' : `rule ${score?.toFixed(2)}`}: ${why}`
