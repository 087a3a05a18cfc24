import type { PullQuote, Span } from '../types.ts'
import type { Line } from './lines.ts'
import { countWords, endsSentence } from './shape.ts'

const SOURCE = /^[-–—―~]{1,2}\s*(?=\S)/
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|della|da|di|van|von|der|den|bin|ibn|al|el|la|le|and|of|the|al-\p{Lu}\p{L}*)$/u

/**
 * The pull quote whose source line is `line`: "- Samantha Power, US ambassador to the UN" under the words quoted.
 * Null where the line is no such thing; a line of a list of dashes, for one.
 */
export function readPullQuote(quote: Line | undefined, line: Line, next: Line | undefined): PullQuote | null {
  const dash = SOURCE.exec(line.text)
  if (!dash || !quote || line.text.length > 160) return null
  if (SOURCE.test(quote.text) || (next && !next.afterBlank && SOURCE.test(next.text))) return null
  if (endsSentence(line.text) && !/\b\p{Lu}[\p{L}.]{0,3}\.$/u.test(line.text)) return null
  const rest = line.text.slice(dash[0].length)
  const comma = rest.search(/,\s|\s[-–—|(]\s?|\s\(/)
  const name = comma < 0 ? rest : rest.slice(0, comma)
  const words = name.split(/\s+/)
  if (words.length > 6 || !words.every(word => NAME_WORD.test(word)) || !/^\p{Lu}/u.test(words[0]!)) return null
  // A name without a role under plain prose is who wrote it ("-- Northern News Service").
  const quoted = /^["“„«‘'[]/.test(quote.text) || (comma >= 0 && endsSentence(quote.text))
  if (!quoted || countWords(quote.text) < 3) return null
  const start = line.start + dash[0].length
  const role = comma < 0 ? null : roleSpan(line, start + comma)
  return { quote: [quote.start, quote.end], name: [start, start + name.length], role }
}

function roleSpan(line: Line, from: number): Span | null {
  const rest = line.text.slice(from - line.start)
  const lead = /^[\s,(|–—-]*/.exec(rest)![0].length
  const role = rest.slice(lead).replace(/[\s)]+$/, '')
  return role === '' ? null : [from + lead, from + lead + role.length]
}
