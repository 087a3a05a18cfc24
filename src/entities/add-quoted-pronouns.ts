import type { Article, Entity, Mention, Statement } from '../types.ts'

const FIRST = /^(?:I|me|my|mine|myself|we|us|our|ours|ourselves)$/i
const SECOND = /^(?:you|your|yours|yourself|yourselves)$/i

/**
 * Adds "I" and "we" inside quotations as mentions of who speaks, and "you" as mentions of who is spoken to. Of nested
 * quotations the innermost counts.
 *
 * @returns all mentions in text order
 */
export function addQuotedPronouns(
  article: Article,
  entities: readonly Entity[],
  mentions: readonly Mention[],
  statements: readonly Statement[],
): Mention[] {
  const typeOf = new Map(entities.map(entity => [entity.id, entity.type]))
  const taken = new Set(mentions.map(mention => mention.start))
  const added: Mention[] = []
  for (const { tokens } of article.sentences) {
    for (const { start, end, form, tag } of tokens) {
      if (!/^PRP/.test(tag) || taken.has(start)) continue
      // "US" in capitals is a country unless all around it shouts.
      const first = FIRST.test(form) && form !== 'US'
      if (!first && !SECOND.test(form)) continue
      const statement = innermost(statements, start)
      const entity = first ? statement?.speaker : statement?.addressee
      const type = entity ? typeOf.get(entity) : undefined
      if (entity && type) added.push({ start, end, type, kind: 'pronoun', entity })
    }
  }
  return [...mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end)
}

function innermost(statements: readonly Statement[], offset: number): Statement | undefined {
  let best: Statement | undefined
  let shortest = Number.POSITIVE_INFINITY
  for (const statement of statements) {
    if (statement.type === 'indirect') continue
    for (const [start, end] of statement.content) {
      if (start <= offset && offset < end && end - start < shortest) [best, shortest] = [statement, end - start]
    }
  }
  return best
}
