import type { Claim } from '../model/story.ts'

/**
 * How much each claim's line bends, so that parallel claims fan out; 0 where two actors share one claim only.
 * Relative to the claim's own direction, as `@sigma/edge-curve` takes it.
 */
export function fanOut(claims: readonly Claim[]): Float32Array {
  const pairs = new Map<string, number[]>()
  claims.forEach(({ source, target }, index) => {
    const pair = source < target ? `${source}-${target}` : `${target}-${source}`
    const members = pairs.get(pair)
    if (members) members.push(index)
    else pairs.set(pair, [index])
  })
  const bends = new Float32Array(claims.length)
  for (const members of pairs.values()) {
    if (members.length === 1) continue
    const step = Math.min(0.16, 0.9 / members.length)
    members.forEach((index, order) => {
      const bend = (order - (members.length - 1) / 2) * step
      bends[index] = claims[index]!.source < claims[index]!.target ? bend : -bend
    })
  }
  return bends
}
