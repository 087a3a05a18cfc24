import type { NameMention } from './names/find-names.ts'

/** From so many words on a name is looked into: headlines in title case run names and verbs together. */
const LONG = 4

/**
 * Cuts names that swallowed others. A long name, or one across a bracket, gives way to the shorter names that the article
 * has elsewhere and that stand in it; without any, it ends before the bracket.
 */
export function repairNames(text: string, names: readonly NameMention[]): NameMention[] {
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

const isWord = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')
