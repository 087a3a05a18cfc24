import { marked } from 'marked'
import { parse as parseYaml } from 'yaml'
import type { Document } from '../../types.ts'
import { pathToId } from '../document-ids.ts'
import { emptyFile } from '../failures.ts'
import { type FieldRecord, readFields } from '../fields.ts'
import { capNesting } from '../html/cap-nesting.ts'
import { htmlToText } from '../html/html-to-text.ts'
import type { ReadLimits } from '../limits.ts'
import { decodeOrFail } from './text.ts'

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,65536}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
/** Quotes in quotes and lists in lists, deeper than anybody writes: the parser would recurse into each. */
const DEEP_MARKERS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){24,}/gm

/**
 * A Markdown article: its words without the marks, one paragraph a block, and what its front matter (YAML between
 * `---` lines) says. The first heading of level one is the title where the front matter has none.
 */
export function readMarkdown(name: string, bytes: Uint8Array, limits: ReadLimits): Document {
  const source = decodeOrFail(name, bytes)
  const matter = FRONT_MATTER.exec(source)
  const fields = matter ? readFields(frontMatter(matter[1]!)) : undefined
  const html = capNesting(toHtml(matter ? source.slice(matter[0].length) : source), limits.htmlDepth).html
  const text = htmlToText(html)
  if (text === '') throw emptyFile(name)
  const heading = /<h1>([\s\S]{1,1000}?)<\/h1>/.exec(html)?.[1]
  const title = fields?.metadata.title ?? (heading === undefined ? '' : htmlToText(heading))
  return { id: pathToId(name), text, ...fields?.metadata, ...(title === '' ? {} : { title }) }
}

function toHtml(markdown: string): string {
  return marked.parse(markdown.replace(DEEP_MARKERS, ''), { async: false, gfm: true })
}

function frontMatter(yaml: string): FieldRecord {
  try {
    const value: unknown = parseYaml(yaml, { maxAliasCount: 20, logLevel: 'silent' })
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as FieldRecord) : {}
  } catch {
    // Broken front matter tells nothing; the article below it is whole.
    return {}
  }
}
