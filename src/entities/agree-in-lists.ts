import type { NameKinds } from './name-kinds.ts'
import type { NameMention } from './names/find-names.ts'

/** What may stand between two names of one list: marks, numbers, "and", a bracket with a word or two. */
const BETWEEN =
  /^(?:\s|[,;.&/]|\d{1,3}\b|\band\b|\bog\b|\bpen\b|\bcapt\b|\(\s?[^()]{0,24}\)|\(|\)|\b\p{Lu}{1,3}\b\.?)+$/u
/** Team sheets, casts and rolls have at least so many names. */
const LEAST = 6
const SHARE = 0.6

/**
 * Lets a long list of names agree: between "Isaacson, Long, Ward; Gross, Hamilton" a single word that was taken for a town or
 * a body is a surname. Names right before a colon head a list and are none of it.
 */
export function agreeInLists(
  text: string,
  names: readonly NameMention[],
  { isListedBody }: Pick<NameKinds, 'isListedBody'>,
): NameMention[] {
  const sorted = [...names].sort((a, b) => a.start - b.start)
  const settled = new Set<NameMention>()
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1
    while (to < sorted.length && isListed(text.slice(sorted[to - 1]!.end, sorted[to]!.start))) to++
    const list = sorted.slice(from, to)
    const persons = list.filter(({ type }) => type === 'person').length
    // A single word that no list knows as a body's speaks neither for nor against.
    const others = list.filter(({ start, end, type }) => {
      const word = text.slice(start, end)
      return type !== 'person' && (type !== 'group' || /\p{L}{2,}\s/u.test(word) || isListedBody(word))
    }).length
    if (list.length >= LEAST && persons * 2 >= LEAST && persons / (persons + others) >= SHARE) {
      for (const name of list) {
        const word = text.slice(name.start, name.end)
        const odd = name.type === 'group' || name.type === 'place'
        // "(Bourgoin)" is a club, "(Green 102)" came on then.
        const inBrackets = text[name.start - 1] === '(' && text[name.end] === ')' && !/\d$/.test(word)
        if (
          odd &&
          !inBrackets &&
          /^(?:\p{Lu}\.? )?\p{Lu}['’]?\p{Lu}?[\p{Ll}'’-]+(?:\p{Lu}\p{Ll}+)?(?: \d{1,3})?$/u.test(word)
        )
          settled.add(name)
      }
    }
    from = to
  }
  return names.map(name => {
    if (!settled.has(name)) return name
    const minutes = /\s\d{1,3}$/.exec(text.slice(name.start, name.end))?.[0].length ?? 0
    return { ...name, end: name.end - minutes, type: 'person' as const }
  })
}

const isListed = (between: string): boolean => between.length < 40 && !between.includes('\n\n') && BETWEEN.test(between)
