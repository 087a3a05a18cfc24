import { nameForm } from '../util/name-form.ts'
import type { NameKinds, WorkWords } from './name-kinds.ts'
import type { NameMention } from './names/find-names.ts'

/** So many characters before and behind a name tell what it is. */
const WINDOW = 48
const QUOTE = '["“”\'‘’]'

/** The expressions that `works.json` makes, once for each lexicon. */
const expressions = new WeakMap<WorkWords, ReturnType<typeof compile>>()

function compile({ kinds, kindsOfStories, kindsBehind, before, verbs, behind }: WorkWords) {
  const one = (words: readonly string[]) => `(?:${words.join('|')})`
  const opener = `(?:the |The |A )?${QUOTE}?(?:The |A )?$`
  return {
    kind: new RegExp(`\\b${one(kinds)}s?,? ${opener}`),
    story: new RegExp(`\\b${one(kindsOfStories)} ${opener}`),
    phrase: new RegExp(`\\b${one(before)} ${opener}`),
    verb: new RegExp(`\\b${one(verbs)} ${opener}`),
    kindBehind: new RegExp(`^${QUOTE}? ${one(kindsBehind)}\\b`),
    behind: new RegExp(`^${QUOTE}?,? ${one(behind)}\\b`),
  }
}

/**
 * Leaves out names of films, books, songs, programs, devices and worms. One place in the article that says what a name is
 * holds for all of them ("one sense per discourse"), and for those listed with it ("The Aviator, Closer and Sideways").
 */
export function dropWorks(text: string, names: readonly NameMention[], kinds: NameKinds): NameMention[] {
  const sorted = [...names].sort((a, b) => a.start - b.start)
  const formOf = ({ start, end }: NameMention) => nameForm(text.slice(start, end))
  const parts = new Set<string>()
  for (const { start, end, type } of sorted) {
    const words = type === 'person' ? text.slice(start, end).split(' ') : []
    if (words.length > 1) for (const word of words) parts.add(word)
  }
  /** One word that was taken for a person's name, of whom the article has no more. */
  const isLone = ({ start, end, type }: NameMention) => {
    const form = text.slice(start, end)
    return type === 'person' && !form.includes(' ') && !parts.has(form)
  }
  const works = new Set(
    sorted.filter(
      name =>
        isWorkHere(text, name, kinds) || (isLone(name) && STARRED_IN.test(text.slice(name.end, name.end + WINDOW))),
    ),
  )
  if (works.size === 0) return [...names]
  // Lists hand it on, both ways.
  for (const order of [sorted, [...sorted].reverse()]) {
    order.forEach((name, i) => {
      const last = order[i - 1]
      if (last === undefined || !works.has(last) || works.has(name)) return
      const [a, b] = last.start < name.start ? [last, name] : [name, last]
      const between = text.slice(a.end, b.start)
      if (canBeWork(text, name, kinds) && LISTED.test(between)) works.add(name)
    })
  }
  const said = new Map<string, number>()
  for (const name of works) said.set(formOf(name), (said.get(formOf(name)) ?? 0) + 1)
  const total = new Map<string, number>()
  for (const name of sorted) total.set(formOf(name), (total.get(formOf(name)) ?? 0) + 1)
  return names.filter(name => {
    const form = formOf(name)
    const times = said.get(form)
    if (times === undefined) return true
    // A person or a city may stand behind such a word by chance.
    const weak = (name.type === 'person' && !isLone(name)) || name.type === 'place'
    return weak && times * 2 < total.get(form)!
  })
}

/** "the Orme mobile phone virus" */
const MALWARE = /^ (?:(?:computer|e-?mail|mobile|net|PC|phone|web|Windows) ){1,3}(?:bug|trojan|virus|worm)\b/

/** "Ray star Ian Orme", "Joey, starring Ian Orme" */
const STARRED_IN =
  /^(?:['’]s)? (?:actor|actress|co-star|star) \p{Lu}\p{Ll}+ \p{Lu}|^,? (?:directed by|starring \p{Lu})/u

const LISTED = /^["“”'‘’]?(?:,|,? and|,? or| &) ["“‘']?(?:[Tt]he |A )?$/

const canBeWork = (text: string, { start, end, type }: NameMention, { isListedBody }: NameKinds): boolean =>
  type !== 'person' && type !== 'state' && !isListedBody(text.slice(start, end))

function isWorkHere(text: string, name: NameMention, kinds: NameKinds): boolean {
  const { start, end, type } = name
  if (type === 'state') return false
  let found = expressions.get(kinds.works)
  if (found === undefined) expressions.set(kinds.works, (found = compile(kinds.works)))
  const before = text.slice(Math.max(0, start - WINDOW), start)
  const behind = text.slice(end, end + WINDOW)
  if (type === 'person') return found.story.test(before) || found.phrase.test(before)
  if (!canBeWork(text, name, kinds)) return false
  if (found.phrase.test(before) || found.behind.test(behind)) return true
  if (MALWARE.test(behind)) return true
  if (type === 'place') return found.story.test(before)
  return found.kind.test(before) || found.verb.test(before) || found.kindBehind.test(behind)
}
