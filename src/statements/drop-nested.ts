import type { Attribution } from './attribution.ts'
import type { StatementResources } from './resources.ts'

/**
 * Leaves out what is not a statement of its own:
 * - attitudes and topics named within what somebody is reported to say ("X said the minister supports the plan"):
 *   they are part of that content; only a report within a report ("X said that Y had told …") stands on its own;
 * - the occasion of what is said ("Responding to the claims, she said …");
 * - documents' verbs ("shows", "finds") whose subject is no document.
 */
export function dropNested(attributions: readonly Attribution[], resources: StatementResources): Attribution[] {
  const contents = attributions
    .filter(a => a.kind === 'speech' && (a.frame === 'clause' || a.frame === 'quote'))
    .map(a => ({ owner: a, content: a.content }))
  return attributions.filter(attribution => {
    if (attribution.kind === 'evidence' && !isDocument(attribution, resources)) return false
    if (attribution.cue === null || attribution.frame === 'quote') return true
    if (isOccasion(attribution, attributions)) return false
    const reports = attribution.kind === 'speech' && (attribution.frame === 'clause' || attribution.frame === 'accuse')
    if (reports) return true
    const at = attribution.cue[0]
    return !contents.some(
      ({ owner, content }) => owner !== attribution && content.some(([start, end]) => start <= at && at < end),
    )
  })
}

/** A participle with a topic that opens a sentence whose own verb tells what was said. */
function isOccasion({ tree, token, frame }: Attribution, attributions: readonly Attribution[]): boolean {
  const participle = tree.tokens[token]
  if (frame !== 'topic' || participle?.tag !== 'VBG' || participle.deprel !== 'advcl' || participle.head < token)
    return false
  return attributions.some(other => other.tree === tree && other.token === participle.head && other.kind === 'speech')
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
