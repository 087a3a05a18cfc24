import type { Attribution } from './attribution.ts'
import type { StatementResources } from './resources.ts'

/**
 * Leaves out what is not a statement of its own:
 * - attitudes and topics named within what somebody is reported to say ("X said the minister supports the plan"):
 *   they are part of that content; only a report within a report ("X said that Y had told …") stands on its own;
 * - documents' verbs ("shows", "finds") whose subject is no document.
 */
export function dropNested(attributions: readonly Attribution[], resources: StatementResources): Attribution[] {
  const contents = attributions
    .filter(a => a.kind === 'speech' && (a.frame === 'clause' || a.frame === 'quote'))
    .map(a => ({ owner: a, content: a.content }))
  return attributions.filter(attribution => {
    if (attribution.kind === 'evidence' && !isDocument(attribution, resources)) return false
    if (attribution.cue === null || attribution.frame === 'quote') return true
    const reports = attribution.kind === 'speech' && (attribution.frame === 'clause' || attribution.frame === 'accuse')
    if (reports) return true
    const at = attribution.cue[0]
    return !contents.some(
      ({ owner, content }) => owner !== attribution && content.some(([start, end]) => start <= at && at < end),
    )
  })
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
