/** The values of one facet that count: all, all but some, or only some. */
export interface Choice {
  readonly mode: 'not' | 'only'
  readonly values: readonly string[]
}

export const facetNames = ['type', 'category', 'predicate', 'outlet', 'speaker', 'polarity', 'modality', 'doc'] as const
export type FacetName = (typeof facetNames)[number]

export type Selected =
  | { readonly kind: 'actor'; readonly key: string }
  | { readonly kind: 'claim'; readonly key: string }
  | null

export type Measure = 'mentions' | 'degree' | 'pagerank' | 'betweenness'
export type Layout = 'given' | 'force' | 'noverlap' | 'circle' | 'types'
export type View = 'graph' | 'table' | 'compare'

/** A correction that the reader makes; see `docs/viewer.md`. */
export type Edit =
  | { readonly kind: 'merge'; readonly keep: string; readonly drop: string }
  | { readonly kind: 'split'; readonly actor: string; readonly alias: string }
  | { readonly kind: 'rename'; readonly actor: string; readonly label: string }
  | { readonly kind: 'type'; readonly actor: string; readonly type: string }
  | { readonly kind: 'drop'; readonly claim: string }

/** All that the reader has chosen. Plain data: it goes into the link as it is. */
export interface State {
  readonly facets: Readonly<Record<FacetName, Choice>>
  readonly minimumWeight: number
  /** ISO days, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly focus: { readonly key: string; readonly depth: number } | null
  readonly path: { readonly from: string; readonly to: string } | null
  readonly compare: readonly string[]
  readonly edits: readonly Edit[]
  readonly selected: Selected
  readonly reading: { readonly doc: string; readonly start: number; readonly end: number } | null
  readonly view: View
  readonly colourBy: 'type' | 'community'
  readonly sizeBy: Measure
  readonly edgeLabels: boolean
  readonly layout: Layout
  readonly theme: 'auto' | 'light' | 'dark'
}

export const everything: Choice = { mode: 'not', values: [] }

export const initialState: State = {
  facets: Object.fromEntries(facetNames.map(name => [name, everything])) as Record<FacetName, Choice>,
  minimumWeight: 1,
  from: null,
  to: null,
  focus: null,
  path: null,
  compare: [],
  edits: [],
  selected: null,
  reading: null,
  view: 'graph',
  colourBy: 'type',
  sizeBy: 'mentions',
  edgeLabels: false,
  layout: 'given',
  theme: 'auto',
}

export function admits(choice: Choice, value: string): boolean {
  return choice.values.includes(value) === (choice.mode === 'only')
}

/** The choice after a reader ticks or unticks one value. */
export function toggled(choice: Choice, value: string): Choice {
  const has = choice.values.includes(value)
  const values = has ? choice.values.filter(other => other !== value) : [...choice.values, value]
  return values.length === 0 ? everything : { mode: choice.mode, values }
}

export function only(...values: string[]): Choice {
  return { mode: 'only', values }
}

/** Whether anything narrows what is shown. */
export function isFiltered(state: State): boolean {
  return (
    facetNames.some(name => state.facets[name].values.length > 0) ||
    state.minimumWeight > 1 ||
    state.from !== null ||
    state.to !== null ||
    state.focus !== null
  )
}

/** The state with nothing narrowed; corrections and looks stay. */
export function unfiltered(state: State): State {
  const { facets, minimumWeight, from, to, focus } = initialState
  return { ...state, facets, minimumWeight, from, to, focus }
}
