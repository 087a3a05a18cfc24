import type { Palette } from '../stage/palette.ts'
import type { State } from '../state/state.ts'
import type { Actor, Claim, Piece, Story } from './story.ts'
import { type Visible, visiblePieces } from './visible.ts'

interface Drawn {
  readonly positions: ArrayLike<number>
  readonly sizes: ArrayLike<number>
  readonly palette: Palette
}

/** What is shown as graphology's serialisation, with the attributes of `graph.json`; counts and days follow the filters. */
export function shownGraph(story: Story, visible: Visible, state: State, drawn: Drawn) {
  const kept = new Map<number, readonly Piece[]>()
  story.claims.forEach((claim, index) => {
    if (visible.claims[index]) kept.set(index, visiblePieces(claim, state))
  })
  const pieces = [...kept.values()].flat()
  const documents = new Map<string, Record<string, string>>()
  for (const { doc, original, outlet, day, title, url } of pieces)
    documents.set(doc, {
      id: doc,
      ...(title !== null && { title }),
      ...(outlet !== null && { outlet }),
      ...(day !== null && { published: day }),
      ...(url !== null && { url }),
      ...(original !== doc && { copy_of: original }),
    })
  return {
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    attributes: {
      generator: 'hearsay',
      version: '1',
      counts: {
        documents: documents.size,
        entities: visible.actorCount,
        statements: pieces.filter(piece => piece.quote.length > 0).length,
        relations: pieces.filter(piece => piece.quote.length === 0).length,
        entities_without_claims: 0,
      },
      documents: [...documents.values()],
    },
    nodes: story.actors.flatMap((actor, index) =>
      visible.actors[index] ? [{ key: actor.key, attributes: actorAttributes(story, actor, index, kept, drawn) }] : [],
    ),
    edges: [...kept].map(([index, evidence]) => {
      const claim = story.claims[index]!
      return {
        key: claim.key,
        source: story.actors[claim.source]!.key,
        target: story.actors[claim.target]!.key,
        attributes: claimAttributes(claim, evidence, drawn.palette),
      }
    }),
  }
}

function span(pieces: readonly Piece[]) {
  const days = pieces.flatMap(piece => piece.day ?? []).sort()
  return {
    outlets: [...new Set(pieces.flatMap(piece => piece.outlet ?? []))].sort(),
    documents: new Set(pieces.map(piece => piece.doc)).size,
    independent_sources: new Set(pieces.map(piece => piece.original)).size,
    first_seen: days[0] ?? null,
    last_seen: days.at(-1) ?? null,
  }
}

function actorAttributes(
  story: Story,
  actor: Actor,
  index: number,
  kept: ReadonlyMap<number, readonly Piece[]>,
  { positions, sizes, palette }: Drawn,
) {
  const claims = story.claimsOf[index]!.filter(claim => kept.has(claim))
  return {
    label: actor.label,
    entity_type: actor.type,
    aliases: actor.aliases,
    roles: actor.roles,
    namings: actor.namings,
    references: actor.references,
    mentions: actor.mentions,
    ...span(claims.flatMap(claim => kept.get(claim)!)),
    community: actor.community,
    pagerank: actor.pagerank,
    degree: claims.length,
    betweenness: actor.betweenness ?? 0,
    x: positions[index * 2]!,
    y: positions[index * 2 + 1]!,
    size: Math.round(sizes[index]! * 10) / 10,
    color: palette.types[actor.type],
  }
}

function claimAttributes(claim: Claim, pieces: readonly Piece[], palette: Palette) {
  const firmest = (['actual', 'planned', 'possible', 'demanded'] as const).find(modality =>
    pieces.some(piece => piece.modality === modality),
  )
  return {
    kind: claim.predicate,
    label: claim.label,
    category: claim.category,
    weight: pieces.length,
    negated: claim.negated,
    modality: firmest ?? 'actual',
    asserted_by: [...new Set(pieces.flatMap(piece => piece.speaker ?? []))],
    own_voice: pieces.filter(piece => piece.speaker === null).length,
    ...span(pieces),
    articles: new Set(pieces.map(piece => piece.doc)).size,
    cameo: claim.cameo,
    color: palette.categories.get(claim.category) ?? '#b8b8b8',
    evidence: pieces.map((piece, order) => ({
      id: piece.id ?? `${claim.key}#${order + 1}`,
      from: piece.quote.length > 0 ? 'statement' : 'relation',
      doc: piece.doc,
      outlet: piece.outlet,
      published: piece.day,
      span: piece.span,
      text: piece.text,
      trigger: piece.trigger,
      subject: piece.subject,
      object: piece.object,
      quote: piece.quote.length > 0 ? piece.quote : null,
      speaker: piece.speaker,
      modality: piece.modality,
      negated: claim.negated,
      time: piece.time,
    })),
  }
}
