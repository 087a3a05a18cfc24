import type { Attribution } from './attribution.ts'

/**
 * Ends a content where the same speaker's next cue begins: "said the war was over, adding that …", "said he would stay
 * and warned …". A cue whose subject is the outer speaker cannot be part of what he said.
 */
export function cutAtSiblings(text: string, attributions: readonly Attribution[]): Attribution[] {
  return attributions.map(attribution => {
    const { cue, source } = attribution
    if (cue === null || source === null) return attribution
    const siblings = attributions.filter(
      other =>
        other !== attribution &&
        other.cue !== null &&
        other.cue[0] > cue[1] &&
        other.tree.tokens[other.token]?.deprel !== 'xcomp' &&
        other.source?.tree === source.tree &&
        (other.source.token === source.token || isAbsolute(text, other)),
    )
    if (siblings.length === 0) return attribution
    const content = attribution.content.flatMap(([start, end]) => {
      const next = siblings
        .map(other => (isAbsolute(text, other) ? other.source!.span[0] : other.cue![0]))
        .filter(at => start < at && at < end && start > cue[0])
      if (next.length === 0) return [[start, end] as const]
      const cut = Math.min(...next)
      const words = text.slice(start, cut)
      const joint =
        /(?:[\s,;–—-]|\b(?:and|or|but|while|then|also|later|who|has|have|had|even|further|by|before|after|to|with|the)\b)*$/i.exec(
          words,
        )!
      return joint.index > 0 ? [[start, start + joint.index] as const] : []
    })
    return { ...attribution, content }
  })
}

/** ", with the envoy accusing …": beside the sentence and not part of what it reports. */
function isAbsolute(text: string, { source, tree, token }: Attribution): boolean {
  if (source === null || tree.tokens[token]?.tag !== 'VBG') return false
  return /[,–—-]\s*with\s+(?:\p{L}+\s+)?$/iu.test(text.slice(Math.max(0, source.span[0] - 20), source.span[0]))
}
