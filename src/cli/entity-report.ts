import { type Correction, type IdentityJudgement, isIdentity, type Judgement } from '../resolve/judgements.ts'
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
  const decisions = judgements.filter(isIdentity).filter(each => about(each.a) || about(each.b))
  const same = decisions.filter(each => each.verdict === 'same')
  const different = decisions.filter(each => each.verdict === 'different')
  const corrections = judgements.filter(each => !isIdentity(each) && (about(each.a) || ('b' in each && about(each.b))))
  if (same.length === 0) lines.push('  one name, nothing had to be decided')
  else lines.push('  taken for one:', ...same.map(decision))
  if (different.length > 0) lines.push('  kept apart:', ...different.map(decision))
  if (corrections.length > 0) lines.push('  corrected:', ...corrections.map(each => `    ${describeDecision(each)}`))
  return lines.join('\n')
}

/** One decision in words, with who decided it and why. */
export function describeDecision(judgement: Judgement): string {
  return isIdentity(judgement)
    ? `${judgement.a} is ${judgement.verdict === 'same' ? '' : 'not '}${judgement.b}  ${reason(judgement)}`
    : `${correctionInWords(judgement)}  ${reason(judgement)}`
}

function correctionInWords(correction: Correction): string {
  if (correction.verdict === 'name') return `${correction.a} is called ${correction.name}`
  if (correction.verdict === 'type') return `${correction.a} is a ${correction.type}`
  const { a, b, predicate, negated } = correction
  return `wrong: ${a} ${negated ? 'not ' : ''}${predicate.replaceAll('_', ' ')} ${b}`
}

const decision = (judgement: IdentityJudgement): string => `    ${judgement.a} ~ ${judgement.b}  ${reason(judgement)}`

const reason = ({ by, why, score }: Judgement): string =>
  `${by === 'person' ? 'a person' : `rule ${score?.toFixed(2)}`}: ${why}`
