import type { Entity, EntityType, Extraction, Mention, MentionKind, Relation, Statement } from '../../src/types.ts'

/** One actor of a made-up article: what it is, and the words that name it in the order they come. */
export interface Cast {
  readonly type: EntityType
  readonly words: readonly string[]
  readonly kind?: MentionKind
  readonly roles?: readonly string[]
  readonly doubtful?: true
  readonly vague?: true
}

interface Around {
  readonly outlet?: string
  readonly published?: string
  readonly statements?: readonly Statement[]
  readonly relations?: readonly Relation[]
}

/** An extraction whose text is its actors' words, one sentence each. The entity `e1` is the first of the cast. */
export function article(
  id: string,
  cast: readonly Cast[],
  { statements = [], relations = [], ...rest }: Around = {},
): Extraction {
  let text = ''
  const mentions: Mention[] = []
  const entities: Entity[] = cast.map(({ type, words, kind = 'name', roles = [], doubtful, vague }, index) => {
    const entity = `e${index + 1}`
    for (const word of words) {
      mentions.push({ start: text.length, end: text.length + word.length, type, kind, entity })
      text += `${word}. `
    }
    return {
      id: entity,
      type,
      name: words[0]!,
      aliases: [...words],
      roles: [...roles],
      ...(doubtful ? { doubtful } : {}),
      ...(vague ? { vague } : {}),
    }
  })
  return { id, document: { text, ...rest }, entities, mentions, statements, relations }
}
