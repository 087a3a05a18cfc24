import type { Citation, Claim } from '../../query/answers.ts'

/** A claim with the first pieces of its evidence, and how many there are. */
export function tellClaim({ evidence, ...claim }: Claim, most: number) {
  return { ...claim, pieces_of_evidence: evidence.length, evidence: evidence.slice(0, most).map(tellEvidence) }
}

function tellEvidence(evidence: Citation) {
  const { text, claimedBy, modality, outlet, published, title, url, doc, span, time } = evidence
  return {
    text,
    claimed_by: claimedBy?.label ?? null,
    modality,
    outlet,
    published,
    title,
    url,
    document: doc,
    span,
    time,
  }
}
