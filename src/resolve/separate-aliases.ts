import type { Entity, Extraction, Mention, Relation, Span, Statement } from '../types.ts'
import { nameForm } from '../util/name-form.ts'
import type { IdentityJudgement } from './judgements.ts'
import { letterOf } from './resources.ts'

/** Reference without a document → forms that are to stand apart from it. */
export type Apart = ReadonlyMap<string, ReadonlySet<string>>

/** The forms that people's judgements hold apart, both ways. */
export function formsApart(judgements: readonly IdentityJudgement[]): Apart {
  const apart = new Map<string, Set<string>>()
  for (const { verdict, a, b } of judgements) {
    if (verdict !== 'different') continue
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const form = withoutDocument(other).slice(2)
      const forms = apart.get(withoutDocument(one))
      if (forms) forms.add(form)
      else apart.set(withoutDocument(one), new Set([form]))
    }
  }
  return apart
}

export const withoutDocument = (reference: string): string => {
  const at = reference.indexOf('@')
  return at < 0 ? reference : reference.slice(0, at)
}

/**
 * Takes out of an article's entity the mentions whose wording a person has judged to mean another, and gives them an
 * entity of their own. Claims follow the wording that stands in their words; pronouns stay with the first entity.
 */
export function separateAliases(extraction: Extraction, apart: Apart): Extraction {
  let separated = extraction
  for (const entity of extraction.entities) {
    const forms = apart.get(`${letterOf[entity.type]}:${nameForm(entity.name)}`)
    if (forms === undefined) continue
    for (const form of forms) if (form !== nameForm(entity.name)) separated = separate(separated, entity, form)
  }
  return separated
}

function separate(extraction: Extraction, entity: Entity, form: string): Extraction {
  const { text } = extraction.document
  const moves = (mention: Mention) =>
    mention.entity === entity.id &&
    mention.kind !== 'pronoun' &&
    nameForm(text.slice(mention.start, mention.end)) === form
  const moved = extraction.mentions.filter(moves)
  if (moved.length === 0) return extraction
  const id = `${entity.id}/${form}`
  const wording = text.slice(moved[0]!.start, moved[0]!.end)
  const within = (mentions: readonly Mention[], [start, end]: Span) =>
    mentions.some(mention => mention.start >= start && mention.end <= end)
  const stays = extraction.mentions.filter(mention => mention.entity === entity.id && !moves(mention))
  const follow = <T extends string | null>(local: T, span: Span): T | string =>
    local === entity.id && within(moved, span) && !within(stays, span) ? id : local
  return {
    ...extraction,
    entities: extraction.entities.flatMap(each =>
      each.id === entity.id
        ? [
            { ...each, aliases: each.aliases.filter(alias => nameForm(alias) !== form) },
            { id, type: each.type, name: wording, aliases: [], roles: [] },
          ]
        : [each],
    ),
    mentions: extraction.mentions.map(mention => (moves(mention) ? { ...mention, entity: id } : mention)),
    statements: extraction.statements.map(
      (statement): Statement => ({
        ...statement,
        speaker: statement.source ? follow(statement.speaker, statement.source) : statement.speaker,
        about: statement.about.map(local => (statement.content.some(span => follow(local, span) === id) ? id : local)),
      }),
    ),
    relations: extraction.relations.map(
      (relation): Relation => ({
        ...relation,
        subject: follow(relation.subject, relation.sentence),
        object: follow(relation.object, relation.sentence),
      }),
    ),
  }
}
