import { mayBeTransliterated, oneSlip, skeleton } from '../util/person-names.ts'
import type { Finding } from './finding.ts'
import type { Profile } from './profile.ts'

/** One letter apart, or the same consonants. */
export function spelling(a: readonly string[], b: readonly string[]): Finding[] {
  if (a.length !== b.length) return []
  const differing = a.map((part, index) => [part, b[index]!] as const).filter(([x, y]) => x !== y)
  if (differing.length === 1 && oneSlip(...differing[0]!) && a.join('').length >= 8) {
    return [{ feature: 'typing_slip', value: 1, values: [] }]
  }
  const sounds = a.map(skeleton).join('')
  const alike = sounds.length >= 4 && a.every((part, index) => mayBeTransliterated(part, b[index]!))
  return alike ? [{ feature: 'transliteration', value: 1, values: [] }] : []
}

/** Whether some article calls the one by the other's whole form. */
export function calledSo(long: Profile, short: Profile): boolean {
  for (const name of long.names.keys()) if (name.toLowerCase().replaceAll('.', '') === short.form) return true
  return false
}
