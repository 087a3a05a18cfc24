import { initials } from '../util/name-form.ts'
import { oneSlip, skeleton } from '../util/person-names.ts'
import type { Finding } from './finding.ts'
import type { Profile } from './profile.ts'
import type { ResolveResources } from './resources.ts'
import { calledSo, isContraction, spelling } from './spelling.ts'
import { isPart } from './telling-apart.ts'

/** What speaks for two names' being one body's, place's or event's. */
export function nameFindings(a: Profile, b: Profile, { organisations, legalForms }: ResolveResources): Finding[] {
  // "The Cup" of two articles may be two.
  if (a.form === b.form)
    return [{ feature: 'same_name', value: a.type === 'event' && a.ref.includes('@') ? 0.6 : 1, values: [] }]
  const known = organisations.get(a.form)
  if (known !== undefined && known === organisations.get(b.form)) {
    return [{ feature: 'known_organisation', value: 1, values: [known] }]
  }
  const found: Finding[] = []
  const [short, long] = a.form.length <= b.form.length ? [a, b] : [b, a]
  const core = (parts: readonly string[]) => parts.filter(part => !legalForms.has(part.replace(/[.,]/g, '')))
  if (core(short.parts).join(' ') === core(long.parts).join(' ') && core(short.parts).length > 0) {
    found.push({ feature: 'legal_form', value: 1, values: [] })
  } else if (short.form === initials(long.parts)) {
    found.push({ feature: 'acronym', value: 1, values: [short.form, long.form] })
  } else if (long.form.endsWith(` ${short.form}`) && (short.parts.length > 1 || short.denotation === null)) {
    found.push({ feature: 'tail', value: short.parts.length > 1 ? 1 : 0.7, values: [short.form, long.form] })
  } else if (
    long.form.startsWith(`${short.form} `) &&
    !isPart(long) &&
    (short.parts.length > 1 || calledSo(long, short))
  ) {
    found.push({ feature: 'beginning', value: 1, values: [short.form, long.form] })
  } else if (isContraction(short.parts, long.parts)) {
    found.push({ feature: 'contraction', value: 1, values: [short.form, long.form] })
  } else found.push(...spelling(short.parts, long.parts))
  if (calledSo(long, short) || calledSo(short, long)) found.push({ feature: 'called_so', value: 1, values: [] })
  return found
}

const CHAMBER = /\b(?:congress|senate)$/

/** Whether two words may be one, bent or spelled otherwise ("Environment", "Environmental"), or tell nothing ("for", "of"). */
const alike = (a: string, b: string): boolean =>
  a === b ||
  a.length < 4 ||
  b.length < 4 ||
  a.slice(0, 4) === b.slice(0, 4) ||
  skeleton(a) === skeleton(b) ||
  oneSlip(a, b)

/**
 * Real Madrid and Real Sociedad, Leeds United and Newcastle United: a short form that both go by makes them no one; nor do
 * initials, of which each country has a bearer, or a parliament's two houses.
 */
export function areNamesakes(a: Profile, b: Profile, { legalForms }: ResolveResources): boolean {
  const [chamber, house] = [CHAMBER.exec(a.form)?.[0], CHAMBER.exec(b.form)?.[0]]
  if (chamber !== undefined && house !== undefined && chamber !== house) return true
  if (a.parts.length > 2 && a.parts.length === b.parts.length) {
    return a.parts.some((part, index) => !alike(part, b.parts[index]!))
  }
  if (a.parts.length !== 2 || b.parts.length !== 2 || a.denotation !== null || b.denotation !== null) return false
  const other = a.parts[0] === b.parts[0] ? 1 : a.parts[1] === b.parts[1] ? 0 : -1
  if (other < 0) return false
  if (isContraction(a.parts, b.parts) || isContraction(b.parts, a.parts)) return false
  const [x, y] = [a.parts[other]!, b.parts[other]!]
  return x !== y && !oneSlip(x, y) && !x.startsWith(y) && !y.startsWith(x) && !legalForms.has(x) && !legalForms.has(y)
}
