import type { Citation, Claim } from '../query/answers.ts'
import type { Rows } from './answer.ts'

/** One row a piece of evidence, with all that names its source; for CSV. */
export function claimRecords(claims: readonly Claim[]): Rows {
  return {
    header: [
      ...['subject', 'relation', 'object', 'negated', 'modality', 'claimed by'],
      ...['outlet', 'date', 'title', 'url', 'document', 'copy of', 'evidence'],
    ],
    rows: claims.flatMap(({ subject, predicate, object, negated, evidence }) =>
      evidence.map(piece => [
        ...[subject.label, predicate, object.label, String(negated), piece.modality, voice(piece)],
        ...[piece.outlet, piece.published, piece.title, piece.url, piece.doc, piece.copyOf, piece.text],
      ]),
    ),
  }
}

/** The same for eyes: a claim is named once, before its evidence. */
export function claimRows(claims: readonly Claim[], perClaim = Number.POSITIVE_INFINITY): Rows {
  return {
    header: ['subject', 'relation', 'object', 'modality', 'claimed by', 'source', 'date', 'evidence'],
    rows: claims.flatMap(({ subject, label, object, evidence }) =>
      evidence
        .slice(0, perClaim)
        .map((piece, i) => [
          ...(i === 0 ? [subject.label, label, object.label] : ['', '', '']),
          piece.modality,
          voice(piece),
          sourceOf(piece),
          piece.published?.slice(0, 10) ?? null,
          piece.text,
        ]),
    ),
  }
}

/** The shortest name that an article has: its outlet, else its title, else its file. */
export function sourceOf({ outlet, title, doc }: Pick<Citation, 'outlet' | 'title' | 'doc'>): string {
  const name = outlet ?? title ?? doc
  return name.length > LONGEST_SOURCE ? `${name.slice(0, LONGEST_SOURCE - 1)}…` : name
}

const LONGEST_SOURCE = 32

/** "5 articles, 1 independent source"; where no article copies another, the articles alone. */
export function articles(count: number, independent: number): string {
  const words = `${count} ${count === 1 ? 'article' : 'articles'}`
  return independent === count
    ? words
    : `${words}, ${independent} independent ${independent === 1 ? 'source' : 'sources'}`
}

/** Whose claim it is, in words. */
function voice({ claimedBy, from }: Citation): string {
  if (claimedBy) return claimedBy.label
  return from === 'statement' ? '' : 'the article'
}
