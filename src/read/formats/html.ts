import type { Document } from '../../types.ts'
import { pathToId } from '../document-ids.ts'
import { emptyFile } from '../failures.ts'
import { capNesting } from '../html/cap-nesting.ts'
import { htmlToText } from '../html/html-to-text.ts'
import { type PageMetadata, readPageMetadata } from '../html/page-metadata.ts'
import type { ReadLimits } from '../limits.ts'
import { decodeOrFail } from './text.ts'

/** Readability is asked only for pages that it handles in a second or two; a long news page weighs 20,000. */
const HEAVIEST_PAGE = 50_000
/** An article found by Readability that is shorter than this share of the page's own copy of its text is not the article. */
const LEAST_SHARE = 0.5

/** A saved web page: the article in it, and what the page's head says of it. Throws a HearsayError where it holds no text. */
export async function readHtml(name: string, bytes: Uint8Array, limits: ReadLimits): Promise<Document> {
  const source = decodeOrFail(name, bytes, declaredCharset(bytes))
  return pageToDocument(name, source, limits)
}

/** The same, for a page that is text already. */
export async function pageToDocument(name: string, source: string, limits: ReadLimits): Promise<Document> {
  const { html, weight } = capNesting(source, limits.htmlDepth)
  const { body, ...metadata } = readPageMetadata(html, source)
  const text = await articleText(html, weight, body)
  if (text === '') throw emptyFile(name)
  return { id: pathToId(name), text, ...metadata }
}

async function articleText(html: string, weight: number, body: PageMetadata['body']): Promise<string> {
  const found = weight <= HEAVIEST_PAGE ? await findArticle(html) : ''
  const stated = body === undefined ? '' : body.includes('<') ? htmlToText(body) : body.trim()
  const best = found.length < stated.length * LEAST_SHARE ? stated : found
  return best || htmlToText(html, true) || htmlToText(html)
}

/** Readability's article as text; empty where it finds none. */
async function findArticle(html: string): Promise<string> {
  const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')])
  try {
    const { document } = parseHTML(html)
    if (!document.documentElement) return ''
    const article = new Readability(document, {
      maxElemsToParse: HEAVIEST_PAGE,
    }).parse()
    return article?.content ? htmlToText(article.content) : ''
  } catch {
    // Readability and the DOM under it throw on pages that are no documents; the plain words of the page remain.
    return ''
  }
}

/** The encoding that the page's head or XML declaration names. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4_096))
  return (
    /<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  )
}
