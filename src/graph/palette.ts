import type { EntityType } from '../types.ts'

/**
 * Colours of nodes by type: Okabe and Ito's set, told apart with every common colour blindness and legible on white
 * and on near-black.
 *
 * Source: M. Okabe, K. Ito, Color Universal Design (2008).
 */
export const NODE_COLORS: Readonly<Record<EntityType, string>> = {
  person: '#0072b2',
  state: '#d55e00',
  group: '#009e73',
  place: '#e69f00',
  event: '#cc79a7',
}

/** Colours of edges by the predicate's category: paler than the nodes, from the same set. */
export const EDGE_COLORS: Readonly<Record<string, string>> = {
  speech: '#a3adb8',
  diplomacy: '#7fc4ec',
  conflict: '#e0785c',
  movement: '#e3c06a',
  aid: '#8fcf9f',
  static: '#c9b8d8',
}

/** Colour of edges whose category is not in {@link EDGE_COLORS}, such as one of a user's own ontology. */
export const OTHER_EDGE_COLOR = '#b8b8b8'

/** Colour of an edge of the category. */
export function edgeColor(category: string): string {
  return Object.hasOwn(EDGE_COLORS, category) ? EDGE_COLORS[category]! : OTHER_EDGE_COLOR
}
