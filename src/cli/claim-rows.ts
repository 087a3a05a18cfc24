import type { Citation, Claim } from '../query/answers.ts'
import type { Rows } from './answer.ts'

const HEADER = ['subject', 'relation', 'object', 'modality', 'claimed by', 'outlet', 'date', 'evidence']

/** One row a piece of evidence: on a terminal a claim is named once, in CSV in every row. */
export function claimRows(claims: readonly Claim[], repeat: boolean, perClaim = Number.POSITIVE_INFINITY): Rows {
  return {
    header: HEADER,
    rows: claims.flatMap(({ subject, label, object, evidence }) =>
      evidence
        .slice(0, perClaim)
        .map((piece, i) => [
          ...(repeat || i === 0 ? [subject.label, label, object.label] : ['', '', '']),
          piece.modality,
          voice(piece),
          piece.outlet,
          piece.published?.slice(0, 10) ?? null,
          piece.text,
        ]),
    ),
  }
}

/** Whose claim it is, in words. */
function voice({ claimedBy, from }: Citation): string {
  if (claimedBy) return claimedBy.label
  return from === 'statement' ? '' : 'the article'
}
