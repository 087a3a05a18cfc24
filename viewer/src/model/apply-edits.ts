import type { EntityType } from '../../../src/types.ts'
import type { Edit } from '../state/state.ts'
import { groupBy } from './group-by.ts'
import { fold } from './search.ts'
import { type Actor, type ArticleText, type Claim, indexStory, type Piece, type Story } from './story.ts'

interface Draft {
  readonly claim: Claim
  source: string
  target: string
  piece: Piece
}

/** The story as the reader corrected it; the given one stays as it is. */
export function applyEdits(story: Story, edits: readonly Edit[]): Story {
  if (edits.length === 0) return story
  const actors = new Map(story.actors.map(actor => [actor.key, actor]))
  let drafts: Draft[] = story.claims.flatMap(claim =>
    claim.pieces.map(piece => ({
      claim,
      source: story.actors[claim.source]!.key,
      target: story.actors[claim.target]!.key,
      piece,
    })),
  )
  let articles = story.articles
  for (const edit of edits) {
    if (edit.kind === 'rename') change(actors, edit.actor, { label: edit.label })
    else if (edit.kind === 'type') change(actors, edit.actor, { type: edit.type as EntityType, color: null })
    else if (edit.kind === 'drop') drafts = drafts.filter(draft => keyOf(story, draft) !== edit.claim)
    else if (edit.kind === 'merge') {
      merge(actors, edit.keep, edit.drop)
      for (const draft of drafts) moveEnds(draft, key => (key === edit.drop ? edit.keep : key))
      articles = mapMentions(articles, (_, key) => (key === edit.drop ? edit.keep : key))
    } else if (edit.kind === 'split') {
      const part = splitOff(actors, edit.actor, edit.alias)
      if (part === null) continue
      const sought = fold(edit.alias)
      for (const draft of drafts) moveByName(draft, edit.actor, part, sought)
      articles = mapMentions(articles, (words, key) => (key === edit.actor && fold(words) === sought ? part : key))
    }
  }
  return gather(story, actors, drafts, articles)
}

function change(actors: Map<string, Actor>, key: string, values: Partial<Actor>): void {
  const actor = actors.get(key)
  if (actor) actors.set(key, { ...actor, ...values })
}

function merge(actors: Map<string, Actor>, keep: string, drop: string): void {
  const [kept, dropped] = [actors.get(keep), actors.get(drop)]
  if (!kept || !dropped || keep === drop) return
  actors.delete(drop)
  actors.set(keep, {
    ...kept,
    aliases: [...new Set([...kept.aliases, dropped.label, ...dropped.aliases])].filter(alias => alias !== kept.label),
    roles: [...new Set([...kept.roles, ...dropped.roles])],
    references: [...kept.references, ...dropped.references],
    namings: [...kept.namings, ...dropped.namings],
    mentions: kept.mentions + dropped.mentions,
    pagerank: kept.pagerank + dropped.pagerank,
  })
}

/** Gives one of an actor's names an actor of its own; null if there is nothing to split. */
function splitOff(actors: Map<string, Actor>, key: string, alias: string): string | null {
  const actor = actors.get(key)
  if (!actor) return null
  const sought = fold(alias)
  const part = `${key}+${sought.replaceAll(' ', '-')}`
  if (actors.has(part)) return null
  const own = actor.namings.filter(naming => fold(naming.alias) === sought)
  const mentions = own.reduce((sum, naming) => sum + naming.count, 0) || 1
  actors.set(part, {
    ...actor,
    key: part,
    label: alias,
    aliases: [],
    roles: [],
    references: [],
    namings: own,
    mentions,
    x: actor.x + 1,
    y: actor.y + 1,
  })
  actors.set(key, {
    ...actor,
    aliases: actor.aliases.filter(other => fold(other) !== sought),
    namings: actor.namings.filter(naming => fold(naming.alias) !== sought),
    mentions: Math.max(1, actor.mentions - mentions),
  })
  return part
}

function moveEnds(draft: Draft, move: (key: string) => string): void {
  draft.source = move(draft.source)
  draft.target = move(draft.target)
  const { speaker } = draft.piece
  if (speaker !== null && move(speaker) !== speaker) draft.piece = { ...draft.piece, speaker: move(speaker) }
}

/** Moves an end of a claim to the part that was split off where the sentence uses that part's name. */
function moveByName(draft: Draft, from: string, to: string, sought: string): void {
  const { subject, object, span, text } = draft.piece
  const says = (words: readonly [number, number] | null) =>
    words !== null && fold(text.slice(words[0] - span[0], words[1] - span[0])) === sought
  if (draft.source === from && says(subject)) draft.source = to
  if (draft.target === from && says(object)) draft.target = to
}

function mapMentions(
  articles: ReadonlyMap<string, ArticleText>,
  move: (words: string, key: string) => string,
): ReadonlyMap<string, ArticleText> {
  return new Map(
    [...articles].map(([id, article]) => [
      id,
      {
        ...article,
        mentions: article.mentions.map(
          ([start, end, key]) => [start, end, move(article.text.slice(start, end), key)] as const,
        ),
      },
    ]),
  )
}

/** The key of the claim a piece belongs to now: its own while both ends are, else that of its new ends. */
function keyOf(story: Story, { claim, source, target }: Draft): string {
  const same = story.actors[claim.source]!.key === source && story.actors[claim.target]!.key === target
  return same ? claim.key : `${source}|${claim.predicate}|${target}${claim.negated ? '|not' : ''}`
}

function gather(
  story: Story,
  actors: ReadonlyMap<string, Actor>,
  drafts: readonly Draft[],
  articles: ReadonlyMap<string, ArticleText>,
): Story {
  const order = new Map([...actors.keys()].map((key, index) => [key, index]))
  const groups = groupBy(
    // Nobody is linked to himself.
    drafts.filter(({ source, target }) => source !== target),
    draft => keyOf(story, draft),
  )
  const claims = [...groups].map(([key, members], index): Claim => {
    const { claim, source, target } = members[0]!
    return {
      ...claim,
      key,
      source: order.get(source)!,
      target: order.get(target)!,
      pieces: members.map(({ piece }) => ({ ...piece, claim: index })),
    }
  })
  return indexStory([...actors.values()], claims, articles)
}
