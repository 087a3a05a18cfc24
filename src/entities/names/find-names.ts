/** Names of persons, states, groups, places and events in one article. */
import type { Article, EntityType, OpenData, Sentence } from '../../types.ts'

/** A name in the text; `nested` names lie inside another name ("UN" in "UN Security Council"). */
export interface NameMention {
  readonly start: number
  readonly end: number
  readonly type: EntityType
  readonly nested?: true
}

export interface NameResources {
  readonly states: ReadonlySet<string>
  readonly adjectives: ReadonlySet<string>
}

interface CountryRow {
  readonly name: string
  readonly official: string
  readonly aliases: readonly string[]
  readonly adjectives: readonly string[]
  readonly people: readonly string[]
}

export function loadNameResources(open: OpenData): NameResources {
  const rows = JSON.parse(new TextDecoder().decode(open('lexicon/countries.json'))) as readonly CountryRow[]
  return {
    states: new Set(rows.flatMap(row => [row.name, row.official, ...row.aliases]).map(name => name.toLowerCase())),
    adjectives: new Set(rows.flatMap(row => [...row.adjectives, ...row.people]).map(word => word.toLowerCase())),
  }
}

const groupWord =
  /^(?:army|council|ministry|party|university|committee|commission|association|union|inc|corp|ltd|police|parliament|court|bank|club|fc|united|agency|organi[sz]ation|front|force|forces|press|office|department|observatory|cross|nations|house|senate|congress|group|company|league|times|post|news)\.?$/i
const title =
  /^(?:mr|mrs|ms|dr|president|minister|prime|foreign|king|queen|prince|ambassador|secretary|secretary-general|general|senator|governor|mayor|envoy|chancellor|sir|lord|pope|defen[cs]e|interior|under|chief|spokesman|spokeswoman)\.?$/i
const isCapitalised = (form: string): boolean => /^\p{Lu}/u.test(form)

function namesOf(sentence: Sentence, resources: NameResources): NameMention[] {
  const { tokens } = sentence
  const names: NameMention[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.upos !== 'PROPN' || !isCapitalised(tokens[i]!.form)) continue
    let j = i + 1
    while (
      j < tokens.length &&
      (tokens[j]!.upos === 'PROPN' || (tokens[j]!.form === '-' && tokens[j + 1]?.upos === 'PROPN'))
    )
      j++
    names.push(...split(sentence, i, j, resources))
    i = j - 1
  }
  return names
}

function split(sentence: Sentence, from: number, to: number, resources: NameResources): NameMention[] {
  const { tokens } = sentence
  const form = (k: number): string => tokens[k]!.form
  let start = from
  const out: NameMention[] = []
  let titled = false
  while (start < to) {
    const word = form(start).toLowerCase()
    if (title.test(word)) titled = true
    else if (resources.states.has(word) && title.test(tokens[start + 1]?.form ?? ''))
      out.push({ start: tokens[start]!.start, end: tokens[start]!.end, type: 'state' })
    else if (!(resources.adjectives.has(word) && start + 1 < to && title.test(form(start + 1)))) break
    start++
  }
  if (start >= to) return out
  const span = { start: tokens[start]!.start, end: tokens[to - 1]!.end }
  const words = tokens.slice(start, to).map(token => token.form)
  const whole = words.join(' ').toLowerCase()
  if (resources.states.has(whole)) out.push({ ...span, type: 'state' })
  else if (words.length === 1 && resources.adjectives.has(whole)) return out
  else if (words.some(word => groupWord.test(word)) || (words.length === 1 && /^\p{Lu}{2,}$/u.test(words[0]!)))
    out.push({ ...span, type: 'group' })
  else if (titled || words.length > 1) out.push({ ...span, type: 'person' })
  else
    out.push({
      ...span,
      type: /^(?:in|at|from|near|to|of|into)$/i.test(tokens[start - 1]?.form ?? '') ? 'place' : 'person',
    })
  return out
}

/** Names in text order. Offsets are those of the document. */
export function findNames(article: Article, resources: NameResources): NameMention[] {
  return article.sentences.flatMap(sentence => namesOf(sentence, resources))
}
