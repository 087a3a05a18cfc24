import { HearsayError } from '../../errors.ts'
import type { ReadResult } from '../decode-documents.ts'
import { pathToId } from '../document-ids.ts'
import { asFailure } from '../failures.ts'
import { capNesting } from '../html/cap-nesting.ts'
import { htmlToText } from '../html/html-to-text.ts'
import type { ReadLimits } from '../limits.ts'
import { chooseMetadata, hostOf } from '../metadata.ts'
import { childNamed, childText, findAll, parseXml, textOf, type XmlElement } from '../xml/parse-xml.ts'
import { pageToDocument } from './html.ts'
import { decodeOrFail } from './text.ts'

const FEED_ROOTS = new Set(['rss', 'feed', 'rdf:rdf', 'channel'])

/**
 * A saved RSS, Atom or RDF feed: one document an entry, with the fullest text that the entry carries. XML that is no
 * feed (NITF, XHTML) is read as a page. Nothing is fetched.
 */
export async function* readXml(name: string, bytes: Uint8Array, limits: ReadLimits): AsyncGenerator<ReadResult> {
  const declared = /encoding\s*=\s*["']([\w-]+)/i.exec(
    new TextDecoder('windows-1252').decode(bytes.subarray(0, 200)),
  )?.[1]
  const source = decodeOrFail(name, bytes, declared)
  const start = /<([a-z][\w:.-]*)/i.exec(source.slice(0, 20_000))?.[1]?.toLowerCase()
  if (start === undefined || !FEED_ROOTS.has(start)) {
    yield { document: await pageToDocument(name, source, limits) }
    return
  }
  yield* readEntries(name, parseXml(name, source), limits)
}

function* readEntries(name: string, root: XmlElement, limits: ReadLimits): Generator<ReadResult> {
  const channel = findAll(root, 'channel', 'feed')[0] ?? root
  const entries = findAll(root, 'item', 'entry')
  if (entries.length === 0)
    throw new HearsayError('read/empty', name, 'is a feed without entries', 'Save it again when it has some')
  for (const [index, entry] of entries.entries()) {
    const place = `${name}#${index + 1}`
    try {
      yield { document: readEntry(place, `${pathToId(name)}#${index + 1}`, entry, channel, limits) }
    } catch (cause) {
      yield { failure: asFailure(place, cause) }
    }
  }
}

function readEntry(place: string, fallbackId: string, entry: XmlElement, channel: XmlElement, limits: ReadLimits) {
  const text = longest(
    ['content:encoded', 'content', 'description', 'summary', 'body'].map(field =>
      words(childNamed(entry, field), limits),
    ),
  )
  if (text === '') throw new HearsayError('read/no-text', place, 'has no text', 'Save the article that it points to')
  const link = linkOf(entry)
  const metadata = chooseMetadata({
    title: [words(childNamed(entry, 'title'), limits)],
    outlet: [childText(entry, 'source'), childText(channel, 'title'), hostOf(link)],
    published: ['pubdate', 'published', 'dc:date', 'dcterms:created', 'issued', 'updated'].map(field =>
      childText(entry, field),
    ),
    url: [link, childText(entry, 'guid', 'id')],
    language: [childText(channel, 'language'), channel.attributes['xml:lang']],
  })
  return { id: childText(entry, 'guid', 'id') ?? link ?? fallbackId, text, ...metadata }
}

function linkOf(entry: XmlElement): string | undefined {
  const links = entry.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === 'link',
  )
  const alternate = links.find(({ attributes }) => attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
  return alternate?.attributes.href ?? childText(entry, 'link', 'feedburner:origlink')
}

/** Entries carry HTML, escaped or as elements. */
function words(element: XmlElement | undefined, limits: ReadLimits): string {
  if (!element) return ''
  const markup = element.children.some(child => typeof child !== 'string') ? serialise(element) : textOf(element)
  return /[<&]/.test(markup) ? htmlToText(capNesting(markup, limits.htmlDepth).html) : markup.trim()
}

function serialise(element: XmlElement): string {
  return element.children
    .map(child => {
      if (typeof child === 'string') return child.replace(/&/g, '&amp;').replace(/</g, '&lt;')
      const tag = child.name.replace(/^xhtml:/, '')
      return `<${tag}>${serialise(child)}</${tag}>`
    })
    .join('')
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '')
}
