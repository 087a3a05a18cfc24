import { admits, type Choice, type FacetName, facetNames, type State } from '../state/state.ts'
import { claimFacets, type FacetIndex, facetIndexOf, pieceFacets, pieceValue } from './facet-index.ts'
import type { Claim, Piece, Story } from './story.ts'

/** What a state leaves of a story. */
export interface Visible {
  /** 1 where shown, by index. */
  readonly actors: Uint8Array
  readonly claims: Uint8Array
  readonly pieces: Uint8Array
  /** Pieces of evidence shown, by claim. */
  readonly weights: Uint32Array
  /** Shown claims that touch an actor, by actor. */
  readonly degrees: Uint32Array
  readonly actorCount: number
  readonly claimCount: number
  readonly pieceCount: number
  /** Claims that each value of a facet would leave if all other filters stay (actors for `type`). */
  readonly counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>
  /** Pieces of evidence a day if all other filters stay. */
  readonly days: ReadonlyMap<string, number>
}

/** One facet while the evidence is counted. */
interface Tally {
  readonly codes: Uint32Array
  /** 1 where the filter admits a value, by its code. */
  readonly admitted: Uint8Array
  readonly counts: Uint32Array
  /** The claim that a value was last counted for, plus one: a claim counts once beside each value. */
  readonly counted: Uint32Array
}

/**
 * One pass over the evidence. A piece that fails no filter is shown; one that fails a single filter still counts
 * beside that filter's values, which is what tells the reader how many claims a tick would bring back.
 */
export function findVisible(story: Story, state: State): Visible {
  const index = facetIndexOf(story)
  const { dayOf, firstPiece, sources, targets } = index
  const claims = new Uint8Array(story.claims.length)
  const weights = new Uint32Array(story.claims.length)
  const pieces = new Uint8Array(story.pieces.length)
  const tallies = Object.fromEntries(facetNames.map(name => [name, tallyOf(index, state, name)])) as Record<
    FacetName,
    Tally
  >
  const perClaim = claimFacets.map(name => tallies[name])
  const perPiece = pieceFacets.map(name => tallies[name])
  const all = [...perClaim, ...perPiece]
  const days = new Uint32Array(index.days.length)
  const dayOn = Uint8Array.from(index.days, day => (withinDays(day, state) ? 1 : 0))
  const undatedOn = withinDays(null, state)
  const type = tallies.type
  const typeOn = (actor: number) => type.admitted[type.codes[actor]!] === 1
  for (let claim = 0; claim < claims.length; claim++) {
    if (!typeOn(sources[claim]!) || !typeOn(targets[claim]!)) continue
    let failedByClaim = 0
    let failingClaim = -1
    for (let facet = 0; facet < perClaim.length; facet++) {
      const { admitted, codes } = perClaim[facet]!
      if (admitted[codes[claim]!] === 1) continue
      failedByClaim++
      failingClaim = facet
    }
    for (let piece = firstPiece[claim]!; piece < firstPiece[claim + 1]!; piece++) {
      let failures = failedByClaim
      let failing = failingClaim
      for (let facet = 0; facet < perPiece.length; facet++) {
        const { admitted, codes } = perPiece[facet]!
        if (admitted[codes[piece]!] === 1) continue
        failures++
        failing = perClaim.length + facet
      }
      const day = dayOf[piece]!
      if (failures === 0 && day >= 0) days[day]!++
      if (failures > 1 || !(day < 0 ? undatedOn : dayOn[day] === 1)) continue
      if (failures === 0) {
        pieces[piece] = 1
        weights[claim]!++
      }
      for (let facet = 0; facet < all.length; facet++) {
        if (failures > 0 && facet !== failing) continue
        const { codes, counts, counted } = all[facet]!
        const code = codes[facet < perClaim.length ? claim : piece]!
        if (counted[code] === claim + 1) continue
        counted[code] = claim + 1
        counts[code]!++
      }
    }
    if (weights[claim]! >= state.minimumWeight) claims[claim] = 1
  }
  for (const code of type.codes) type.counts[code]!++
  const bare = facetNames.every(name => name === 'type' || state.facets[name].values.length === 0)
  const keepUnconnected = bare && state.from === null && state.to === null && state.minimumWeight <= 1
  let degrees = degreesOf(story, index, claims)
  const actors = Uint8Array.from(degrees, (degree, actor) => (typeOn(actor) && (degree > 0 || keepUnconnected) ? 1 : 0))
  if (state.focus !== null && keepNear(story, state.focus, actors, claims)) degrees = degreesOf(story, index, claims)
  for (let claim = 0; claim < claims.length; claim++)
    if (claims[claim] === 0) pieces.fill(0, firstPiece[claim]!, firstPiece[claim + 1]!)
  return {
    actors,
    claims,
    pieces,
    weights,
    degrees,
    actorCount: sum(actors),
    claimCount: sum(claims),
    pieceCount: sum(pieces),
    counts: Object.fromEntries(
      facetNames.map(name => [name, counted(index.facets[name].values, tallies[name].counts)]),
    ) as Record<FacetName, Map<string, number>>,
    days: counted(index.days, days),
  }
}

function tallyOf({ facets }: FacetIndex, state: State, name: FacetName): Tally {
  const { values, codes } = facets[name]
  return {
    codes,
    admitted: Uint8Array.from(values, value => (admits(state.facets[name], value) ? 1 : 0)),
    counts: new Uint32Array(values.length),
    counted: new Uint32Array(values.length),
  }
}

/** What was counted, by value; nothing of what was not. */
function counted(values: readonly string[], counts: Uint32Array): Map<string, number> {
  const found = new Map<string, number>()
  values.forEach((value, code) => {
    if (counts[code]! > 0) found.set(value, counts[code]!)
  })
  return found
}

function degreesOf(story: Story, { sources, targets }: FacetIndex, claims: Uint8Array): Uint32Array {
  const degrees = new Uint32Array(story.actors.length)
  for (let claim = 0; claim < claims.length; claim++) {
    if (claims[claim] === 0) continue
    degrees[sources[claim]!]!++
    if (targets[claim] !== sources[claim]) degrees[targets[claim]!]!++
  }
  return degrees
}

/** Every value that a facet has in a story, also those that the filters leave nothing of. */
export function facetValues(story: Story): Readonly<Record<FacetName, readonly string[]>> {
  const { facets } = facetIndexOf(story)
  return Object.fromEntries(facetNames.map(name => [name, facets[name].values])) as Record<FacetName, readonly string[]>
}

function withinDays(day: string | null, { from, to }: State): boolean {
  if (from === null && to === null) return true
  if (day === null) return false
  return (from === null || day >= from) && (to === null || day <= to)
}

/**
 * Leaves what lies within some steps of one actor, along shown claims in either direction.
 *
 * @returns whether there is such an actor
 */
function keepNear(
  story: Story,
  focus: { key: string; depth: number },
  actors: Uint8Array,
  claims: Uint8Array,
): boolean {
  const start = story.actorIndex.get(focus.key)
  if (start === undefined) return false
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
  return true
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

function sum(flags: Uint8Array): number {
  let total = 0
  for (const flag of flags) total += flag
  return total
}
