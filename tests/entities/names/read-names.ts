import { clean } from '../../../src/clean/clean.ts'
import { openDataFiles } from '../../../src/data-files.ts'
import { findNames, loadNameResources, type NameMention } from '../../../src/entities/names/find-names.ts'
import { loadLanguage } from '../../../src/language/index.ts'
import type { Article } from '../../../src/types.ts'

const language = loadLanguage(openDataFiles)
const resources = loadNameResources(openDataFiles)

export function readArticle(text: string): Article {
  const cleaned = clean({ id: 'test', text })
  return { ...cleaned, sentences: language.analyse(text, cleaned.blocks) }
}

export const findIn = (text: string): NameMention[] => findNames(readArticle(text), resources)

/** `type: name` of each name, in text order. */
export const namesIn = (text: string): string[] =>
  findIn(text).map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`)
