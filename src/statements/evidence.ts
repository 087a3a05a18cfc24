import type { Attribution } from './attribution.ts'
import type { MentionIndex } from './mention-index.ts'
import type { StatementResources } from './resources.ts'

/**
 * Whether a verb of evidence ("shows", "finds") has a subject that can give any: a document, or a body that found
 * something out ("the committee found that …").
 */
export function givesEvidence(
  attribution: Attribution,
  speakers: readonly string[],
  index: MentionIndex,
  resources: StatementResources,
): boolean {
  const { tree, token, frame } = attribution
  const inquires = frame === 'clause' && tree.tokens[token]!.lemma === 'find'
  return isDocument(attribution, resources) || (inquires && speakers.some(id => index.typeOf(id) === 'group'))
}

function isDocument({ source }: Attribution, resources: StatementResources): boolean {
  if (source === null) return false
  const [start, end] = source.span
  return source.tree.tokens.some(token => {
    if (token.start < start || token.end > end || token.upos === 'VERB') return false
    const lemma = token.lemma.toLowerCase()
    return resources.documents.has(lemma) || resources.claims.has(lemma)
  })
}
