import type { Entity, Mention } from '../types.ts'

/** How much more often than all others an entity must bear a noun to own it. */
const MARGIN = 2

/**
 * Groups by the noun that heads their mentions, in the singular: `rebel` → the article's rebels. A noun that several
 * groups share counts for none of them, unless one bears it far more often.
 */
export function groupsByHeadNoun(
  text: string,
  entities: readonly Entity[],
  mentions: readonly Mention[],
): ReadonlyMap<string, Entity> {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const counts = new Map<string, Map<string, number>>()
  for (const { start, end, type, kind, entity } of mentions) {
    if (type !== 'group' || kind === 'pronoun') continue
    const words = text.slice(start, end)
    const noun = headNoun(kind === 'nominal' ? words.toLowerCase() : words)
    if (noun === undefined) continue
    const bearers = counts.get(noun) ?? new Map<string, number>()
    bearers.set(entity, (bearers.get(entity) ?? 0) + 1)
    counts.set(noun, bearers)
  }
  const found = new Map<string, Entity>()
  for (const [noun, bearers] of counts) {
    const [first, second] = [...bearers].sort((a, b) => b[1] - a[1])
    const entity = byId.get(first![0])
    if (entity !== undefined && (second === undefined || first![1] >= MARGIN * second[1])) found.set(noun, entity)
  }
  return found
}

/** The last word before any "of", "in", …; lower-case words only, names do not stand as modifiers this way. */
function headNoun(words: string): string | undefined {
  const [phrase] = words.split(/ (?:of|in|from|at|on|with|for|who|that|such|including)\b/)
  const last = phrase?.split(/[\s-]+/).at(-1)
  if (last === undefined || !/^\p{Ll}{3,}$/u.test(last)) return undefined
  return last.replace(/(?<=[^s])s$/, '')
}
