import { openDataFiles } from '../../src/data-files.ts'
import { type Language, loadLanguage } from '../../src/language/index.ts'
import type { Article, Entity, EntityType, Mention } from '../../src/types.ts'

const MARK = /\[([^[\]:]+):(person|state|group|place|event)(?:=([^\]]+))?\]/g

let language: Language | undefined

/** A parsed article with its actors, as tests write them down. */
export interface MarkedArticle {
  readonly article: Article
  readonly entities: readonly Entity[]
  readonly mentions: readonly Mention[]
}

/**
 * Parses a text, one paragraph a line, whose actors are marked `[words:type]`, or `[it:group=The army]` where the words mean another actor;
 * the same words, whatever their case, are one entity, whose name is their first form.
 */
export function markedArticle(marked: string, published?: string): MarkedArticle {
  language ??= loadLanguage(openDataFiles)
  const entities = new Map<string, Entity>()
  const mentions: Mention[] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index)
    const words = match[1]!
    const name = match[3] ?? words
    const key = name.toLowerCase()
    const type = match[2] as EntityType
    const entity = entities.get(key) ?? { id: `e${entities.size + 1}`, type, name, aliases: [], roles: [] }
    entities.set(key, entity)
    const kind = match[3] !== undefined ? 'pronoun' : /^\p{Lu}/u.test(words.replace(/^The /, '')) ? 'name' : 'nominal'
    mentions.push({ start: text.length, end: text.length + words.length, type, kind, entity: entity.id })
    text += words
    from = match.index + match[0].length
  }
  text += marked.slice(from)
  const blocks = [...text.matchAll(/[^\n]+/g)].map(line => ({
    start: line.index,
    end: line.index + line[0].length,
    kind: 'text' as const,
  }))
  const document = { id: 'test', text, ...(published === undefined ? {} : { published }) }
  const article = { document, blocks, pullQuotes: [], sentences: language.analyse(text, blocks) }
  return { article, entities: [...entities.values()], mentions }
}
