import type { NameMention } from './names/find-names.ts'

/** What goes on behind a name that ends in 's by itself: nothing that it could own. */
const OWNS_NOTHING =
  /^['’]s(?:[.;:)]|,(?! (?:\p{Ll}+ )?\p{Ll}+(?:er|or|ist)\b)| (?:also|and|announced|are|as|at|by|for|from|had|has|have|in|is|of|on|or|said|says|to|was|were|which|will|with|would)\b)/u
const POSSESSIVE = /^['’]s(?![\p{L}\d])/u

/**
 * Gives back to names of shops and firms the 's they end in ("Macy's", "Standard & Poor's"), where a list has them or the
 * article never gives the name without and twice in a place where nothing is owned.
 *
 * @param isBrand whether a list has a name that ends in 's
 */
export function keepPossessives(
  text: string,
  names: readonly NameMention[],
  isBrand: (name: string) => boolean,
): NameMention[] {
  const uses = new Map<string, { all: number; owning: number; bare: number }>()
  const parts = new Set<string>()
  for (const { start, end, type } of names) {
    const form = text.slice(start, end)
    const behind = text.slice(end, end + WIDTH)
    if (type === 'person' && form.includes(' ')) for (const part of form.split(' ')) parts.add(part)
    const use = uses.get(form) ?? { all: 0, owning: 0, bare: 0 }
    use.all++
    if (POSSESSIVE.test(behind)) {
      if (OWNS_NOTHING.test(behind)) use.bare++
      else use.owning++
    }
    uses.set(form, use)
  }
  const brands = new Set<string>()
  for (const [form, { all, owning, bare }] of uses) {
    if (owning + bare === 0 || parts.has(form)) continue
    if (isBrand(`${form}'s`) || (bare > 1 && bare + owning === all)) brands.add(form)
  }
  if (brands.size === 0) return [...names]
  return names.map(name => {
    const { start, end, type } = name
    if (type === 'state' || type === 'event' || !brands.has(text.slice(start, end))) return name
    return POSSESSIVE.test(text.slice(end, end + 3)) ? { ...name, end: end + 2, type: 'group' } : name
  })
}

const WIDTH = 32
