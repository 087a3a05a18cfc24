import { type FacetName, facetNames } from '../state/state.ts'
import type { Actor, Claim, Piece, Story } from './story.ts'

/** Stands for the article itself in the facet of speakers, and for a document without an outlet in that of outlets. */
export const nobody = ''

export type ClaimFacet = 'category' | 'predicate' | 'polarity'
export type PieceFacet = 'outlet' | 'speaker' | 'modality' | 'doc'

export const claimFacets: readonly ClaimFacet[] = ['category', 'predicate', 'polarity']
export const pieceFacets: readonly PieceFacet[] = ['outlet', 'speaker', 'modality', 'doc']

const claimValue: Record<ClaimFacet, (claim: Claim) => string> = {
  category: claim => claim.category,
  predicate: claim => claim.predicate,
  polarity: claim => (claim.negated ? 'denied' : 'affirmed'),
}

export const pieceValue: Record<PieceFacet, (piece: Piece) => string> = {
  outlet: piece => piece.outlet ?? nobody,
  speaker: piece => piece.speaker ?? nobody,
  modality: piece => piece.modality,
  doc: piece => piece.doc,
}

/** The values of one facet, each under a number, and the number of each actor, claim or piece. */
export interface Coded {
  readonly values: readonly string[]
  readonly codes: Uint32Array
}

/** A story as numbers: filters then compare numbers alone, which keeps them at the pace of the drawing. */
export interface FacetIndex {
  /** `type` by actor; category, predicate and polarity by claim; the others by piece. */
  readonly facets: Readonly<Record<FacetName, Coded>>
  /** Days of publication, in order. */
  readonly days: readonly string[]
  /** By piece: index into `days`, or -1. */
  readonly dayOf: Int32Array
  /** Claim `c` has the pieces from `firstPiece[c]` up to `firstPiece[c + 1]`. */
  readonly firstPiece: Uint32Array
  readonly sources: Uint32Array
  readonly targets: Uint32Array
}

const indices = new WeakMap<Story, FacetIndex>()

/** The index of a story, made when it is first asked for. */
export function facetIndexOf(story: Story): FacetIndex {
  const known = indices.get(story)
  if (known !== undefined) return known
  const made = makeIndex(story)
  indices.set(story, made)
  return made
}

function makeIndex({ actors, claims, pieces }: Story): FacetIndex {
  const facets = Object.fromEntries(
    facetNames.map(name => {
      if (name === 'type') return [name, code(actors, (actor: Actor) => actor.type)]
      if (name in claimValue) return [name, code(claims, claimValue[name as ClaimFacet])]
      return [name, code(pieces, pieceValue[name as PieceFacet])]
    }),
  ) as Record<FacetName, Coded>
  const days = [...new Set(pieces.flatMap(piece => piece.day ?? []))].sort()
  const place = new Map(days.map((day, index) => [day, index]))
  const firstPiece = new Uint32Array(claims.length + 1)
  claims.forEach((claim, index) => {
    firstPiece[index + 1] = firstPiece[index]! + claim.pieces.length
  })
  return {
    facets,
    days,
    dayOf: Int32Array.from(pieces, ({ day }) => (day === null ? -1 : place.get(day)!)),
    firstPiece,
    sources: Uint32Array.from(claims, ({ source }) => source),
    targets: Uint32Array.from(claims, ({ target }) => target),
  }
}

function code<Coding>(records: readonly Coding[], read: (record: Coding) => string): Coded {
  const numbers = new Map<string, number>()
  const codes = new Uint32Array(records.length)
  records.forEach((record, index) => {
    const value = read(record)
    let number = numbers.get(value)
    if (number === undefined) {
      number = numbers.size
      numbers.set(value, number)
    }
    codes[index] = number
  })
  return { values: [...numbers.keys()], codes }
}
