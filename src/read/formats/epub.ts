import { HearsayError } from '../../errors.ts'
import { listZip, refuseEntry, unpackEntries } from '../archive/unzip.ts'
import { withinArchive } from '../archive/within-archive.ts'
import type { ReadResult } from '../decode-documents.ts'
import { pathToId } from '../document-ids.ts'
import { emptyFile } from '../failures.ts'
import { capNesting } from '../html/cap-nesting.ts'
import { htmlToText } from '../html/html-to-text.ts'
import type { ReadLimits } from '../limits.ts'
import { chooseMetadata, type Metadata } from '../metadata.ts'
import { childText, findAll, parseXml, type XmlElement } from '../xml/parse-xml.ts'

/** Covers, title pages and tables of contents have fewer words. */
const LEAST_CHARACTERS = 200

/** The licences of the locks that are in use: Adobe's, Readium's, Apple's. */
const LOCKS = ['META-INF/rights.xml', 'META-INF/license.lcpl', 'META-INF/sinf.xml']

/** An EPUB (EPUB 3.3, and 2): one document a chapter, in reading order, as news readers pack an issue. */
export async function* readEpub(name: string, bytes: Uint8Array, limits: ReadLimits): AsyncGenerator<ReadResult> {
  yield* withinArchive(name, readChapters(name, bytes, limits), limits)
}

function* readChapters(name: string, bytes: Uint8Array, limits: ReadLimits): Generator<ReadResult> {
  const open = opener(name, bytes, limits)
  const container = parseXml(name, open('META-INF/container.xml'))
  const path = findAll(container, 'rootfile')[0]?.attributes['full-path'] ?? ''
  const book = parseXml(name, open(path))
  const metadata = bookMetadata(findAll(book, 'metadata')[0])
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const items = new Map(findAll(book, 'item').map(({ attributes }) => [attributes.id, attributes]))
  const seen = new Set<string>()
  let found = false
  for (const { attributes } of findAll(book, 'itemref')) {
    const item = items.get(attributes.idref)
    if (!item?.href || /\bnav\b/.test(item.properties ?? '') || attributes.linear === 'no') continue
    const chapter = decodeURIComponentSafely(resolvePath(folder, item.href))
    if (seen.has(chapter)) continue
    seen.add(chapter)
    try {
      const { html } = capNesting(open(chapter), limits.htmlDepth)
      const text = htmlToText(html)
      if (text.length < LEAST_CHARACTERS) continue
      found = true
      const heading =
        /<(h[1-3])\b[^>]*>([\s\S]{1,2000}?)<\/\1>/i.exec(html)?.[2] ??
        /<title>([\s\S]{1,1000}?)<\/title>/i.exec(html)?.[1]
      const title = heading === undefined ? '' : htmlToText(`<p>${heading}</p>`)
      yield {
        document: {
          id: `${pathToId(name)}/${pathToId(chapter)}`,
          text,
          ...metadata,
          ...(title === '' ? {} : { title }),
        },
      }
    } catch (cause) {
      if (!(cause instanceof HearsayError)) throw cause
      yield { failure: cause }
    }
  }
  if (!found) throw emptyFile(name)
}

/** Opens parts of the book by their path, as text. */
function opener(name: string, bytes: Uint8Array, limits: ReadLimits): (path: string) => string {
  const entries = new Map(listZip(name, bytes, limits).map(entry => [entry.name, entry]))
  if (LOCKS.some(lock => entries.has(lock)))
    throw new HearsayError('read/encrypted', name, 'is locked by its seller', 'Give the articles in another format')
  return path => {
    const entry = entries.get(path)
    if (!entry)
      throw new HearsayError('read/damaged', `${name}/${path}`, 'is missing from the book', 'Fetch the book again')
    const refused = refuseEntry(`${name}/${path}`, entry, limits)
    if (refused) throw refused
    const content = [...unpackEntries(name, bytes, [entry])][0]!.content
    if (!(content instanceof Uint8Array)) throw content
    return new TextDecoder().decode(content)
  }
}

function bookMetadata(metadata: XmlElement | undefined): Metadata {
  if (!metadata) return {}
  return chooseMetadata({
    title: [childText(metadata, 'dc:title')],
    outlet: [childText(metadata, 'dc:publisher'), childText(metadata, 'dc:title')],
    published: [childText(metadata, 'dc:date')],
    url: [childText(metadata, 'dc:source', 'dc:identifier')],
    language: [childText(metadata, 'dc:language')],
  })
}

function resolvePath(folder: string, href: string): string {
  const parts: string[] = []
  for (const part of `${folder}${href.replace(/#.*$/, '')}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decodeURIComponentSafely(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
