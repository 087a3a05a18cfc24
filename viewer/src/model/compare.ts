import type { Piece, Story } from './story.ts'
import type { Visible } from './visible.ts'

/** Sources are outlets; where the articles name fewer than two, the articles themselves. */
export interface Sources {
  readonly by: 'outlet' | 'article'
  /** Value and name, those of most evidence first. */
  readonly all: readonly { readonly value: string; readonly name: string; readonly pieces: number }[]
  of(piece: Piece): string | null
}

export function sourcesOf(story: Story): Sources {
  const outlets = new Set(story.pieces.flatMap(piece => (piece.outlet === null ? [] : [piece.outlet])))
  const by = outlets.size >= 2 ? 'outlet' : 'article'
  const of = (piece: Piece) => (by === 'outlet' ? piece.outlet : piece.doc)
  const all = new Map<string, { value: string; name: string; pieces: number }>()
  for (const piece of story.pieces) {
    const value = of(piece)
    if (value === null || value === '') continue
    const known = all.get(value)
    if (known) known.pieces++
    else all.set(value, { value, name: by === 'outlet' ? value : (piece.title ?? piece.doc), pieces: 1 })
  }
  return { by, of, all: [...all.values()].sort((a, b) => b.pieces - a.pieces || (a.value < b.value ? -1 : 1)) }
}

export interface Comparison {
  /** Shown claims that only one of the compared sources makes, by source. */
  readonly alone: ReadonlyMap<string, readonly number[]>
  /** Those that several make, but not all; empty for two sources. */
  readonly some: readonly number[]
  readonly all: readonly number[]
}

export function compareSources(
  story: Story,
  visible: Visible,
  sources: Sources,
  chosen: readonly string[],
): Comparison {
  const alone = new Map<string, number[]>(chosen.map(source => [source, []]))
  const some: number[] = []
  const all: number[] = []
  story.claims.forEach((claim, index) => {
    if (!visible.claims[index]) return
    const by = chosen.filter(source => claim.pieces.some(piece => sources.of(piece) === source))
    if (by.length === chosen.length) all.push(index)
    else if (by.length > 1) some.push(index)
    else if (by.length === 1) alone.get(by[0]!)!.push(index)
  })
  return { alone, some, all }
}

/** Actors that at least two of the sources name, with the words of each. */
export function compareNames(story: Story, sources: Sources, chosen: readonly string[]) {
  return story.actors
    .map((actor, index) => ({
      index,
      names: chosen.map(source => namesIn(story, sources, index, source)),
      mentions: actor.mentions,
    }))
    .filter(({ names }) => names.filter(list => list.length > 0).length >= 2)
    .sort((a, b) => differing(b.names) - differing(a.names) || b.mentions - a.mentions)
}

function differing(names: readonly (readonly { alias: string }[])[]): number {
  return new Set(names.flatMap(list => list.map(({ alias }) => alias))).size
}

function namesIn(story: Story, sources: Sources, actor: number, source: string): { alias: string; count: number }[] {
  const { key, namings } = story.actors[actor]!
  if (sources.by === 'outlet')
    return namings.filter(naming => naming.outlet === source).map(({ alias, count }) => ({ alias, count }))
  const counts = new Map<string, number>()
  const article = story.articles.get(source)
  for (const [start, end, mentioned] of article?.mentions ?? []) {
    if (mentioned !== key) continue
    const alias = article!.text.slice(start, end)
    // Pronouns tell nothing about how an article names somebody.
    if (/^\p{Ll}{1,5}$/u.test(alias) || /^(He|She|It|They|We|I|His|Her|Their|Its|Who)$/.test(alias)) continue
    counts.set(alias, (counts.get(alias) ?? 0) + 1)
  }
  return [...counts].map(([alias, count]) => ({ alias, count })).sort((a, b) => b.count - a.count)
}
