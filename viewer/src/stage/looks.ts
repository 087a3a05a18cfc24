import { compareSources, sourcesOf } from '../model/compare.ts'
import { facetIndexOf } from '../model/facet-index.ts'
import type { Story } from '../model/story.ts'
import type { Visible } from '../model/visible.ts'
import type { State } from '../state/state.ts'
import { communityColor, compareColors, type Palette } from './palette.ts'
import type { Looks } from './shown.ts'

/** Beyond this many, lines are thinner and paler: thousands of them would hide each other and the actors. */
const manyLines = 1500

/** Sizes and colours of everything under a state. Area, not radius, follows the measure. */
export function looksOf(story: Story, state: State, visible: Visible, palette: Palette, dark: boolean): Looks {
  const values = story.actors.map((actor, index) => {
    if (state.sizeBy === 'degree') return visible.degrees[index]!
    if (state.sizeBy === 'pagerank') return actor.pagerank
    if (state.sizeBy === 'betweenness') return actor.betweenness ?? 0
    return actor.mentions
  })
  const most = values.reduce((a, b) => Math.max(a, b), 1e-9)
  const [least, range] = story.actors.length > 2000 ? [2, 12] : story.actors.length > 300 ? [3, 14] : [4.5, 15]
  return {
    actorOn: visible.actors,
    claimOn: visible.claims,
    actorSize: Float32Array.from(values, value => least + range * Math.sqrt(Math.max(0, value) / most)),
    actorColor: story.actors.map(actor =>
      state.colourBy === 'community' ? communityColor(actor.community) : palette.types[actor.type],
    ),
    claimSize: Float32Array.from(
      visible.weights,
      weight => (story.claims.length > manyLines ? 0.45 : 1) * (1.9 + 0.9 * Math.log2(Math.max(1, weight))),
    ),
    claimColor: claimColors(story, palette, dark),
  }
}

/** For a narrow screen. */
export function smaller(looks: Looks): Looks {
  const shrink = (size: number) => size * 0.62
  return { ...looks, actorSize: looks.actorSize.map(shrink), claimSize: looks.claimSize.map(shrink) }
}

/** With two sources to compare, claims have the colour of who tells them; else they keep theirs. */
export function colourByTeller(looks: Looks, story: Story, visible: Visible, { compare }: State, dark: boolean): Looks {
  if (compare.length !== 2) return looks
  const [left, right] = compare as [string, string]
  const { alone, all } = compareSources(story, visible, sourcesOf(story), compare)
  const claimColor: string[] = story.claims.map(() => (dark ? '#3a3f47' : '#dcd8ce'))
  for (const index of alone.get(left)!) claimColor[index] = compareColors.left
  for (const index of alone.get(right)!) claimColor[index] = compareColors.right
  for (const index of all) claimColor[index] = compareColors.both
  return { ...looks, claimColor }
}

function claimColors(story: Story, palette: Palette, dark: boolean): string[] {
  const { values, codes } = facetIndexOf(story).facets.category
  const many = story.claims.length > manyLines
  const share = (dark ? 0.72 : 0.86) * (many ? 0.75 : 1)
  const colors = values.map(category => blend(palette.categories.get(category) ?? '#8a8f98', dark, share))
  return Array.from(codes, code => colors[code]!)
}

/** A line's colour nearer to the paper, so that lines stay behind the actors. */
function blend(color: string, dark: boolean, share: number): string {
  const value = Number.parseInt(color.slice(1), 16)
  const paper = dark ? [20, 22, 26] : [252, 251, 248]
  const channels = [value >> 16, (value >> 8) & 255, value & 255].map((channel, order) =>
    Math.round(channel * share + paper[order]! * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${channels.join('')}`
}
