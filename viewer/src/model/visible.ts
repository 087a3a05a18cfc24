import { admits, type Choice, type FacetName, facetNames, type State } from '../state/state.ts'
import type { Claim, Piece, Story } from './story.ts'

/** What a state leaves of a story. */
export interface Visible {
  /** 1 where shown, by index. */
  readonly actors: Uint8Array
  readonly claims: Uint8Array
  readonly pieces: Uint8Array
  /** Pieces of evidence shown, by claim. */
  readonly weights: Uint32Array
  readonly actorCount: number
  readonly claimCount: number
  readonly pieceCount: number
  /** Claims that each value of a facet would leave if all other filters stay (actors for `type`). */
  readonly counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>
  /** Pieces of evidence a day if all other filters stay. */
  readonly days: ReadonlyMap<string, number>
}

/** Stands for the article itself in the facet of speakers, and for a document without an outlet in that of outlets. */
export const nobody = ''

type ClaimFacet = 'category' | 'predicate' | 'polarity'
type PieceFacet = 'outlet' | 'speaker' | 'modality' | 'doc'

const claimValue: Record<ClaimFacet, (claim: Claim) => string> = {
  category: claim => claim.category,
  predicate: claim => claim.predicate,
  polarity: claim => (claim.negated ? 'denied' : 'affirmed'),
}

const pieceValue: Record<PieceFacet, (piece: Piece) => string> = {
  outlet: piece => piece.outlet ?? nobody,
  speaker: piece => piece.speaker ?? nobody,
  modality: piece => piece.modality,
  doc: piece => piece.doc,
}

const claimFacets = Object.keys(claimValue) as ClaimFacet[]
const pieceFacets = Object.keys(pieceValue) as PieceFacet[]

/**
 * One pass over the evidence. A piece that fails no filter is shown; one that fails a single filter still counts
 * beside that filter's values, which is what tells the reader how many claims a tick would bring back.
 */
export function findVisible(story: Story, state: State): Visible {
  const { facets } = state
  const claims = new Uint8Array(story.claims.length)
  const weights = new Uint32Array(story.claims.length)
  const pieces = new Uint8Array(story.pieces.length)
  const counts = Object.fromEntries(facetNames.map(name => [name, new Map<string, number>()])) as Record<
    FacetName,
    Map<string, number>
  >
  const days = new Map<string, number>()
  const typeOn = story.actors.map(actor => admits(facets.type, actor.type))
  const seen = new Set<string>()
  let pieceIndex = 0
  story.claims.forEach((claim, index) => {
    const failed: FacetName[] = claimFacets.filter(name => !admits(facets[name], claimValue[name](claim)))
    const typesFail = !typeOn[claim.source] || !typeOn[claim.target]
    seen.clear()
    for (const piece of claim.pieces) {
      const order = pieceIndex++
      if (typesFail) continue
      const dayFails = !withinDays(piece.day, state)
      let failures = failed.length + (dayFails ? 1 : 0)
      let failing: FacetName | null = failed[0] ?? null
      for (const name of pieceFacets)
        if (!admits(facets[name], pieceValue[name](piece))) {
          failures++
          failing = name
        }
      if (failures - (dayFails ? 1 : 0) === 0 && piece.day !== null) add(days, piece.day)
      if (failures > 1 || (failures === 1 && dayFails)) continue
      if (failures === 0) {
        pieces[order] = 1
        weights[index]!++
      }
      for (const name of claimFacets)
        if (failures === 0 || failing === name) addOnce(seen, counts, name, claimValue[name](claim))
      for (const name of pieceFacets)
        if (failures === 0 || failing === name) addOnce(seen, counts, name, pieceValue[name](piece))
    }
    if (weights[index]! >= state.minimumWeight) claims[index] = 1
  })
  const bare = facetNames.every(name => name === 'type' || facets[name].values.length === 0)
  const keepUnconnected = bare && state.from === null && state.to === null && state.minimumWeight <= 1
  const actors = new Uint8Array(story.actors.length)
  story.actors.forEach((actor, index) => {
    const connected = story.claimsOf[index]!.some(claim => claims[claim])
    if (typeOn[index] && (connected || keepUnconnected)) actors[index] = 1
    add(counts.type, actor.type)
  })
  if (state.focus !== null) keepNear(story, state.focus, actors, claims)
  story.pieces.forEach((piece, index) => {
    if (!claims[piece.claim]) pieces[index] = 0
  })
  return {
    actors,
    claims,
    pieces,
    weights,
    actorCount: sum(actors),
    claimCount: sum(claims),
    pieceCount: sum(pieces),
    counts,
    days,
  }
}

/** Every value that a facet has in a story, also those that the filters leave nothing of. */
export function facetValues(story: Story): Readonly<Record<FacetName, ReadonlySet<string>>> {
  const values = Object.fromEntries(facetNames.map(name => [name, new Set<string>()])) as Record<FacetName, Set<string>>
  for (const actor of story.actors) values.type.add(actor.type)
  for (const claim of story.claims) for (const name of claimFacets) values[name].add(claimValue[name](claim))
  for (const piece of story.pieces) for (const name of pieceFacets) values[name].add(pieceValue[name](piece))
  return values
}

function withinDays(day: string | null, { from, to }: State): boolean {
  if (from === null && to === null) return true
  if (day === null) return false
  return (from === null || day >= from) && (to === null || day <= to)
}

/** Leaves what lies within some steps of one actor, along shown claims in either direction. */
function keepNear(story: Story, focus: { key: string; depth: number }, actors: Uint8Array, claims: Uint8Array): void {
  const start = story.actorIndex.get(focus.key)
  if (start === undefined) return
  const near = new Set([start])
  let edge = [start]
  for (let step = 0; step < focus.depth; step++) {
    const next: number[] = []
    for (const actor of edge)
      for (const index of story.claimsOf[actor]!) {
        if (!claims[index]) continue
        const claim = story.claims[index]!
        const other = claim.source === actor ? claim.target : claim.source
        if (!near.has(other)) next.push(other)
        near.add(other)
      }
    edge = next
  }
  actors.forEach((_, index) => {
    if (!near.has(index)) actors[index] = 0
  })
  story.claims.forEach((claim, index) => {
    if (!near.has(claim.source) || !near.has(claim.target)) claims[index] = 0
  })
}

/** The pieces of a claim that the filters leave. */
export function visiblePieces(claim: Claim, state: State): readonly Piece[] {
  const choices = pieceFacets.filter(name => state.facets[name].values.length > 0)
  return claim.pieces.filter(
    piece =>
      withinDays(piece.day, state) &&
      choices.every(name => admits(state.facets[name] as Choice, pieceValue[name](piece))),
  )
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

function addOnce(
  seen: Set<string>,
  counts: Record<FacetName, Map<string, number>>,
  name: FacetName,
  value: string,
): void {
  const mark = `${name}\n${value}`
  if (seen.has(mark)) return
  seen.add(mark)
  add(counts[name], value)
}

function sum(flags: Uint8Array): number {
  let total = 0
  for (const flag of flags) total += flag
  return total
}
