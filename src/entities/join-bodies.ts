import type { NameKinds } from './name-kinds.ts'
import type { NameMention } from './names/find-names.ts'

const JOINT = /^ (?:and|for|in|of|on) (?:the )?$/
const FOR = /^ for (?:the )?$/
/** What bodies are for: "the Movement for the [Emancipation] of Orme". */
const AIM = /^\p{Lu}\p{Ll}+(?:tion|sion|ment|ence|ance|ity|ship|dom)\b/u

/**
 * Joins the parts of a body's name that a tagger takes for two names: where the whole is listed ("the Organization for Security
 * and Co-operation" + "in Europe"), and where an aim follows a word for a body ("Movement" + "for the Emancipation of Orme").
 */
export function joinBodies(
  text: string,
  names: readonly NameMention[],
  { isListedBody, isGroupWord }: NameKinds,
): NameMention[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: NameMention[] = []
  for (const name of sorted) {
    const last = joined.at(-1)
    const between = last === undefined ? '' : text.slice(last.end, name.start)
    if (last?.type !== 'group' || !JOINT.test(between)) {
      joined.push(name)
      continue
    }
    const whole = text.slice(last.start, name.end)
    const head = text.slice(last.start, last.end).split(' ').at(-1)!
    const aim = FOR.test(between) && isGroupWord(head.toLowerCase()) && AIM.test(text.slice(name.start, name.end))
    if (aim || isListedBody(whole)) joined[joined.length - 1] = { ...last, end: name.end }
    else joined.push(name)
  }
  return joined
}
