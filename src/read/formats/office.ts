import { HearsayError } from '../../errors.ts'
import type { Document } from '../../types.ts'
import { listZip, refuseEntry, unpackEntries } from '../archive/unzip.ts'
import { pathToId } from '../document-ids.ts'
import { emptyFile } from '../failures.ts'
import type { ReadLimits } from '../limits.ts'
import { chooseMetadata, type Metadata } from '../metadata.ts'
import { childText, findAll, parseXml, type XmlElement } from '../xml/parse-xml.ts'

/** Word's own container, before 2007 and for encrypted files since (MS-CFB §2.2). */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** A Word document (ECMA-376): its paragraphs as they stand after tracked changes, its title and language. */
export function readDocx(name: string, bytes: Uint8Array, limits: ReadLimits): Document {
  if (OLE.every((byte, index) => bytes[index] === byte))
    throw new HearsayError(
      'read/encrypted',
      name,
      'is encrypted, or of Word before 2007',
      'Save it as .docx without a password',
    )
  const parts = readParts(name, bytes, ['word/document.xml', 'docProps/core.xml'], limits)
  const paragraphs = findAll(parts[0]!, 'w:p').map(paragraph => ({
    text: runText(paragraph).trim(),
    style: styleOf(paragraph),
  }))
  const titled = paragraphs.find(({ style, text }) => style === 'Title' && text !== '')?.text
  return toDocument(
    name,
    paragraphs.map(({ text }) => text),
    { ...readProperties(parts[1]), ...(titled ? { title: titled } : {}) },
  )
}

/** A text document of LibreOffice and others (OpenDocument 1.3). */
export function readOdt(name: string, bytes: Uint8Array, limits: ReadLimits): Document {
  const [content, meta] = readParts(name, bytes, ['content.xml', 'meta.xml'], limits)
  return toDocument(
    name,
    findAll(content!, 'text:p', 'text:h').map(paragraph => runText(paragraph).trim()),
    readProperties(meta),
  )
}

function toDocument(name: string, paragraphs: readonly string[], metadata: Metadata): Document {
  const text = paragraphs.filter(paragraph => paragraph !== '').join('\n\n')
  if (text === '') throw emptyFile(name)
  return { id: pathToId(name), text, ...metadata }
}

/** The named parts, the first of which must be there. */
function readParts(
  name: string,
  bytes: Uint8Array,
  wanted: readonly string[],
  limits: ReadLimits,
): (XmlElement | undefined)[] {
  const entries = listZip(name, bytes, limits).filter(entry => wanted.includes(entry.name))
  const found = new Map<string, XmlElement>()
  for (const entry of entries) {
    const refused = refuseEntry(name, entry, limits)
    if (refused) throw refused
  }
  for (const { entry, content } of unpackEntries(name, bytes, entries)) {
    if (!(content instanceof Uint8Array)) throw content
    found.set(entry.name, parseXml(name, new TextDecoder().decode(content)))
  }
  if (!found.has(wanted[0]!))
    throw new HearsayError('read/damaged', name, 'has no text part', 'Open it in its own program and save it again')
  return wanted.map(part => found.get(part))
}

/** Deleted text, field codes, and the second copy of drawings that old programs get. */
const SKIPPED = new Set([
  'w:del',
  'w:movefrom',
  'w:instrtext',
  'w:deltext',
  'mc:fallback',
  'office:annotation',
  'text:note',
  'text:tracked-changes',
])

function runText(element: XmlElement): string {
  let words = ''
  for (const child of element.children) {
    if (typeof child === 'string') words += element.name === 'w:t' || element.name.startsWith('text:') ? child : ''
    else if (child.name === 'w:tab' || child.name === 'text:tab') words += '\t'
    else if (child.name === 'w:br' || child.name === 'w:cr' || child.name === 'text:line-break') words += '\n'
    else if (child.name === 'text:s') words += ' '.repeat(Math.min(80, Number(child.attributes['text:c'] ?? 1) || 1))
    // A text box within a paragraph has paragraphs of its own.
    else if (child.name !== 'w:p' && !SKIPPED.has(child.name)) words += runText(child)
  }
  return words
}

function styleOf(paragraph: XmlElement): string | undefined {
  return findAll(paragraph, 'w:pstyle')[0]?.attributes['w:val']
}

/** When a file was made is not when the article was published, so it is not read. */
function readProperties(core: XmlElement | undefined): Metadata {
  const properties = core && (findAll(core, 'cp:coreproperties', 'office:meta')[0] ?? core)
  if (!properties) return {}
  return chooseMetadata({
    title: [childText(properties, 'dc:title')],
    outlet: [childText(properties, 'dc:publisher')],
    language: [childText(properties, 'dc:language')],
    url: [childText(properties, 'dc:source', 'dc:identifier')],
  })
}
