import type { Actor, Story } from './story.ts'

export interface Found {
  readonly index: number
  /** The name that matched. */
  readonly alias: string
}

/** Letters and digits alone, without accents, in lower case. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Finds actors by any of their names: whole names first, then beginnings of names, of words, then anywhere. */
export class Search {
  private readonly names: { index: number; alias: string; folded: string }[] = []
  private readonly mentions: readonly number[]

  constructor(story: Story) {
    this.mentions = story.actors.map(actor => actor.mentions)
    story.actors.forEach((actor, index) => {
      for (const alias of namesOf(actor)) this.names.push({ index, alias, folded: fold(alias) })
    })
  }

  find(query: string, most: number): Found[] {
    const sought = fold(query)
    if (sought === '') return []
    const best = new Map<number, Found & { rank: number }>()
    for (const { index, alias, folded } of this.names) {
      const rank = rankOf(folded, sought)
      if (rank === null) continue
      const known = best.get(index)
      if (known === undefined || rank < known.rank) best.set(index, { index, alias, rank })
    }
    return [...best.values()]
      .sort((a, b) => a.rank - b.rank || this.mentions[b.index]! - this.mentions[a.index]! || a.index - b.index)
      .slice(0, most)
  }
}

function namesOf(actor: Actor): Set<string> {
  return new Set([actor.label, ...actor.aliases, ...actor.namings.map(naming => naming.alias)])
}

function rankOf(name: string, sought: string): number | null {
  if (name === sought) return 0
  if (name.startsWith(sought)) return 1
  if (name.includes(` ${sought}`)) return 2
  return name.includes(sought) ? 3 : null
}
