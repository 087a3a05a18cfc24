import { asArray, asDay, asNumber, asRecord, asText } from '../model/values.ts'
import { type Choice, type Edit, everything, facetNames, initialState, type State } from './state.ts'

const plain = ['colourBy', 'sizeBy', 'layout', 'view', 'theme'] as const

const allowed: Record<(typeof plain)[number], readonly string[]> = {
  colourBy: ['type', 'community'],
  sizeBy: ['mentions', 'degree', 'pagerank', 'betweenness'],
  layout: ['given', 'force', 'noverlap', 'circle', 'types'],
  view: ['graph', 'table', 'compare'],
  theme: ['auto', 'light', 'dark'],
}

/** The state as the fragment of a link; only what differs from a fresh page. */
export function toFragment(state: State): string {
  const link = new URLSearchParams()
  for (const name of facetNames) {
    const { mode, values } = state.facets[name]
    if (values.length > 0) link.set(name, `${mode === 'not' ? '!' : ''}${JSON.stringify(values)}`)
  }
  if (state.minimumWeight > 1) link.set('weight', String(state.minimumWeight))
  if (state.from !== null) link.set('from', state.from)
  if (state.to !== null) link.set('to', state.to)
  if (state.focus !== null) link.set('focus', JSON.stringify([state.focus.key, state.focus.depth]))
  if (state.path !== null) link.set('path', JSON.stringify([state.path.from, state.path.to]))
  if (state.compare.length > 0) link.set('compare', JSON.stringify(state.compare))
  if (state.edits.length > 0) link.set('edits', JSON.stringify(state.edits))
  if (state.selected !== null) link.set(state.selected.kind, state.selected.key)
  if (state.reading !== null)
    link.set('read', JSON.stringify([state.reading.doc, state.reading.start, state.reading.end]))
  for (const name of plain) if (state[name] !== initialState[name]) link.set(name, state[name])
  if (state.edgeLabels) link.set('labels', 'edges')
  return link.toString()
}

/** The state a link asks for. Anybody's link: what cannot be read is left at its start. */
export function fromFragment(fragment: string): State {
  const link = new URLSearchParams(fragment.replace(/^#/, ''))
  const list = (name: string) => asArray(parse(link.get(name)))
  const facets = { ...initialState.facets }
  for (const name of facetNames) facets[name] = readChoice(link.get(name))
  const [focus, depth] = list('focus')
  const [from, to] = list('path').map(asText)
  const [doc, start, end] = list('read')
  const actor = link.get('actor')
  const claim = link.get('claim')
  const looks = Object.fromEntries(
    plain.flatMap(name => {
      const value = link.get(name)
      return value !== null && allowed[name].includes(value) ? [[name, value]] : []
    }),
  ) as Partial<State>
  return {
    ...initialState,
    ...looks,
    facets,
    minimumWeight: Math.max(1, asNumber(Number(link.get('weight') ?? 1), 1)),
    from: asDay(link.get('from')),
    to: asDay(link.get('to')),
    focus: focus === undefined ? null : { key: asText(focus), depth: Math.min(3, Math.max(1, asNumber(depth, 1))) },
    path: from === undefined || to === undefined ? null : { from, to },
    compare: list('compare').map(asText),
    edits: list('edits').filter(isEdit),
    selected: actor !== null ? { kind: 'actor', key: actor } : claim !== null ? { kind: 'claim', key: claim } : null,
    reading: doc === undefined ? null : { doc: asText(doc), start: asNumber(start, 0), end: asNumber(end, 0) },
    edgeLabels: link.get('labels') === 'edges',
  }
}

function readChoice(value: string | null): Choice {
  if (value === null) return everything
  const values = asArray(parse(value.replace(/^!/, ''))).map(asText)
  return values.length === 0 ? everything : { mode: value.startsWith('!') ? 'not' : 'only', values }
}

const editFields: Record<Edit['kind'], readonly string[]> = {
  merge: ['keep', 'drop'],
  split: ['actor', 'alias'],
  rename: ['actor', 'label'],
  type: ['actor', 'type'],
  drop: ['claim'],
}

export function isEdit(value: unknown): value is Edit {
  const edit = asRecord(value)
  const fields = Object.hasOwn(editFields, asText(edit.kind)) ? editFields[edit.kind as Edit['kind']] : undefined
  return fields?.every(field => typeof edit[field] === 'string') ?? false
}

function parse(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
