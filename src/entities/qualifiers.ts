import type { Candidate, Chain } from './candidate.ts'

/** Country codes among the qualifiers; the others are words in lower case. */
export const isCode = (qualifier: string): boolean => /^[A-Z]{2}(?:-[A-Z]+)?$/.test(qualifier)

export const qualifiersOf = (chain: Chain): string[] => [
  ...new Set(chain.candidates.flatMap(candidate => candidate.qualifiers)),
]

/** Two countries named, and none in common, speaks against being one. */
export function sameCountry(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.filter(isCode), b.filter(isCode)]
  return x.length === 0 || y.length === 0 || x.some(code => y.includes(code))
}

/**
 * Telling words other than countries must not differ: Kurdish fighters are not Houthi fighters, nor just any fighters that
 * were spoken of before. A bare "the fighters" may mean those told of before.
 */
export function sameTellingWords(chain: Chain, nominal: Candidate): boolean {
  const own = nominal.qualifiers.filter(qualifier => !isCode(qualifier))
  if (own.length === 0) return true
  const others = qualifiersOf(chain).filter(qualifier => !isCode(qualifier))
  return own.some(qualifier => others.includes(qualifier))
}

/** For single bodies: what tells one apart ("the Islamic State group") must stand in the other's words too. */
export function sharesTellingWords(chain: Chain, nominal: Candidate): boolean {
  const own = nominal.qualifiers.filter(qualifier => !isCode(qualifier))
  return own.every(word => chain.candidates.some(({ form }) => form.split(' ').includes(word)))
}
