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

/**
 * Whether one name is the other with words cut short: "Man Utd" for Manchester United. A cut keeps the first three letters, or
 * first, last and no vowels but the first.
 */
export function isContraction(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length !== long.length) return false
  let cuts = 0
  for (const [index, part] of short.entries()) {
    const whole = long[index]!
    if (part === whole) continue
    if (!isCut(part.replace(/\.$/, ''), whole)) return false
    cuts++
  }
  return cuts > 0
}

function isCut(cut: string, whole: string): boolean {
  if (cut.length < 3 || cut.length > 5 || cut.length > whole.length - 2) return false
  if (whole.startsWith(cut)) return true
  if (cut[0] !== whole[0] || cut.at(-1) !== whole.at(-1) || /[aeiouy]/.test(cut.slice(1))) return false
  let at = 0
  for (const letter of whole) if (letter === cut[at]) at++
  return at === cut.length
}
