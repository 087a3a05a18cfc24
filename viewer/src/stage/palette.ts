import type { EntityType } from '../../../src/types.ts'
import type { Story } from '../model/story.ts'

export const typeNames: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  state: 'State',
  group: 'Group',
  place: 'Place',
  event: 'Event',
}

export const entityTypes = Object.keys(typeNames) as EntityType[]

/** Index of the shape in `NodeShapes`. */
export const typeShapes: Readonly<Record<EntityType, number>> = { person: 0, state: 1, event: 2, group: 3, place: 4 }

/** Outlines of the same shapes within a box of 16 × 16, for the legend and SVG. */
export const shapePaths: readonly string[] = [
  'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z',
  'M2.2 2.2h11.6v11.6H2.2z',
  'M8 .8 15.2 8 8 15.2.8 8z',
  'M4.4 1.8h7.2L15 8l-3.4 6.2H4.4L1 8z',
  'M8 1.17 15.88 14.83H.12z',
]

const grey = '#8a8f98'

/** Twelve hues for communities, of even lightness. */
const communityColors = [
  '#4e79a7',
  '#e08a3c',
  '#59a14f',
  '#c85250',
  '#7b6db0',
  '#9c755f',
  '#3fa3a3',
  '#b8a13a',
  '#d37295',
  '#6b8e23',
  '#5f7f9f',
  '#a0616a',
] as const

/** The colours of two outlets side by side, and of what both report. */
export const compareColors = { left: '#0072b2', right: '#d55e00', both: '#5b8c5a' }

/** Colours as the graph file has them, so that the page and Gephi agree. */
export interface Palette {
  readonly types: Readonly<Record<EntityType, string>>
  readonly categories: ReadonlyMap<string, string>
}

export function readPalette(story: Story): Palette {
  const types: Record<string, string> = {}
  for (const actor of story.actors) if (actor.color !== null) types[actor.type] ??= actor.color
  for (const type of entityTypes) types[type] ??= grey
  const categories = new Map<string, string>()
  for (const claim of story.claims)
    if (!categories.has(claim.category) || categories.get(claim.category) === grey)
      categories.set(claim.category, claim.color ?? grey)
  return { types: types as Record<EntityType, string>, categories }
}

export function communityColor(community: number): string {
  return communityColors[Math.abs(Math.trunc(community)) % communityColors.length]!
}
