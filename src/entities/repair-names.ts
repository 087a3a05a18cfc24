import type { NameMention } from './names/find-names.ts'

/** From so many words on a name is looked into: headlines in title case run names and verbs together. */
const LONG = 4

/**
 * Cuts names that swallowed others. A long name, or one across a bracket, gives way to the shorter names that the article
 * has elsewhere and that stand in it; without any, it ends before the bracket.
 */
export function repairNames(
  text: string,
  given: readonly NameMention[],
  officeOf: (word: string) => boolean,
): NameMention[] {
  const names = withoutOffices(text, given, officeOf)
  const words = (name: NameMention) => text.slice(name.start, name.end).split(/\s+/).length
  const short = new Map<string, NameMention>()
  for (const name of names) {
    const form = text.slice(name.start, name.end)
    if (words(name) < LONG && form.length > 2 && !/[[(]/.test(form)) short.set(form, name)
  }
  const known = [...short].sort((a, b) => b[0].length - a[0].length)
  return names.flatMap(name => {
    const form = text.slice(name.start, name.end)
    const bracket = form.search(/[[(]/)
    if (words(name) < LONG + 1 && bracket < 0) return [name]
    const inside = known
      .filter(([other, { type }]) => form.includes(other) && (bracket >= 0 || type === 'person'))
      .map(([other, { type }]): NameMention => {
        const start = name.start + form.indexOf(other)
        return { start, end: start + other.length, type }
      })
    const whole = inside.filter(({ start, end }) => isWord(text, start, end))
    const apart = whole.filter(
      (one, i) => !whole.slice(0, i).some(other => other.start < one.end && one.start < other.end),
    )
    const rest: NameMention[] = []
    if (bracket > 0 && !apart.some(({ start }) => start < name.start + bracket)) {
      rest.push({ ...name, end: name.start + form.slice(0, bracket).trimEnd().length })
    }
    return apart.length + rest.length > 0 ? [...rest, ...apart] : [name]
  })
}

/** "UN Secretary-General Ban" + "Ki-moon": the office is no part of the name, and the rest of the name may follow. */
function withoutOffices(
  text: string,
  names: readonly NameMention[],
  isOffice: (word: string) => boolean,
): NameMention[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const taken = new Set<NameMention>()
  return sorted.flatMap((name, i) => {
    if (taken.has(name)) return []
    const words = [...text.slice(name.start, name.end).matchAll(/\S+/g)]
    const office = words.findLastIndex(([word]) => isOffice(word.split('-').at(-1)!.toLowerCase()))
    if (office < 1 || office === words.length - 1) return [name]
    const rest = words.slice(office + 1)
    if (!rest.every(([word]) => /^\p{Lu}/u.test(word)) || /^(?:Of|For|And)$/.test(rest[0]![0])) return [name]
    const following = sorted[i + 1]
    const goesOn = following !== undefined && text.slice(name.end, following.start) === ' '
    if (goesOn) taken.add(following)
    return [{ start: name.start + rest[0]!.index, end: goesOn ? following.end : name.end, type: 'person' as const }]
  })
}

const isWord = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')
