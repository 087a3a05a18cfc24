import type { Attribution } from './attribution.ts'

/**
 * Leaves out what is not a statement of its own:
 * - attitudes and topics named within what somebody is reported to say ("X said the minister supports the plan"):
 *   they are part of that content; only a report within a report ("X said that Y had told …") stands on its own;
 * - the occasion of what is said ("Responding to the claims, she said …"), and whom it is about ("…, referring to them").
 */
export function dropNested(attributions: readonly Attribution[]): Attribution[] {
  const contents = attributions
    .filter(a => a.kind === 'speech' && (a.frame === 'clause' || a.frame === 'quote'))
    .map(a => ({ owner: a, content: a.content }))
  return attributions.filter(attribution => {
    if (attribution.cue === null || attribution.frame === 'quote') return true
    if (isOccasion(attribution, attributions) || isExplanation(attribution, attributions)) return false
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
  if (participle === undefined || participle.deprel !== 'advcl' || participle.head < token) return false
  // "Asked about the deal, he said …": what others wanted to know.
  const asked = token === 0 && /^VB[ND]$/.test(participle.tag)
  if (!asked && (frame !== 'topic' || participle.tag !== 'VBG')) return false
  return attributions.some(other => other.tree === tree && other.token === participle.head && other.kind === 'speech')
}

/** ", referring to the vote" behind what the same speaker said. */
function isExplanation({ tree, token, frame, source }: Attribution, attributions: readonly Attribution[]): boolean {
  const participle = tree.tokens[token]
  if (frame !== 'topic' || participle?.lemma !== 'refer' || tree.tokens[token - 1]?.form !== ',') return false
  return attributions.some(
    other =>
      other.tree === tree && other.token < token && other.kind === 'speech' && other.source?.token === source?.token,
  )
}
