import { HearsayError } from '../../errors.ts'
import type { Document } from '../../types.ts'
import { pathToId } from '../document-ids.ts'
import type { ReadLimits } from '../limits.ts'
import { chooseMetadata, type Metadata, webAddress } from '../metadata.ts'
import { ignoreLateErrors } from '../pdf/late-errors.ts'
import { type PdfLine, type TextPiece, toLines } from '../pdf/lines.ts'
import { toParagraphs } from '../pdf/paragraphs.ts'

/** Fewer letters than this a page are stamps on a scan. */
const LEAST_LETTERS_A_PAGE = 25

/**
 * The text layer of a PDF, joined to paragraphs.
 *
 * @throws HearsayError `read/encrypted`, `read/no-text-layer` (a scan), `read/damaged`, `read/too-large`
 */
export async function readPdf(name: string, bytes: Uint8Array, limits: ReadLimits): Promise<Document> {
  const { getDocumentProxy } = await import('unpdf')
  ignoreLateErrors()
  // pdf.js takes the bytes over; the caller may still need them.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 }).catch(
    (cause: unknown) => {
      throw openingFailure(name, cause)
    },
  )
  try {
    if (pdf.numPages > limits.pages)
      throw new HearsayError(
        'read/too-large',
        name,
        `has ${pdf.numPages} pages, the limit is ${limits.pages}`,
        'Split it, or raise the limit pages',
      )
    const pages: PdfLine[][] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(toLines((items as (TextPiece | object)[]).filter(isText), number))
      page.cleanup()
    }
    const letters = pages.flat().reduce((sum, line) => sum + line.text.length, 0)
    if (letters < LEAST_LETTERS_A_PAGE * pages.length) throw noTextLayer(name)
    const text = toParagraphs(pages)
    if (text === '') throw noTextLayer(name)
    const printedFrom = addressInFooter(pages)
    const properties = readProperties(await pdf.getMetadata().catch(() => null))
    return { id: pathToId(name), text, ...(printedFrom ? { url: printedFrom } : {}), ...properties }
  } catch (cause) {
    throw cause instanceof HearsayError ? cause : openingFailure(name, cause)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** The page's address that a browser prints at its foot. */
function addressInFooter(pages: readonly (readonly PdfLine[])[]): string | null {
  for (const line of pages[0]?.slice(-2) ?? []) {
    const address = /^(https?:\/\/\S+) \d+\/\d+$/.exec(line.text)?.[1]
    if (address) return webAddress(address)
  }
  return null
}

function isText(item: TextPiece | object): item is TextPiece {
  return 'str' in item
}

function noTextLayer(name: string): HearsayError {
  return new HearsayError(
    'read/no-text-layer',
    name,
    'is a scan: pictures of pages without text',
    'Run OCR over it, for example with ocrmypdf',
  )
}

function openingFailure(name: string, cause: unknown): HearsayError {
  if (cause instanceof Error && cause.name === 'PasswordException')
    return new HearsayError('read/encrypted', name, 'is encrypted', 'Save it without its password', { cause })
  const reason = cause instanceof Error ? cause.message.replace(/[\s.]+$/, '') : String(cause)
  return new HearsayError('read/damaged', name, `is no whole PDF (${reason})`, 'Fetch it or print it to PDF again', {
    cause,
  })
}

interface PdfProperties {
  readonly info: unknown
  readonly metadata: { get(name: string): unknown } | null
}

/** When the file was made is not when the article was published; XMP's `prism` fields say the latter. */
function readProperties(properties: PdfProperties | null): Metadata {
  if (!properties) return {}
  const { Title: title, Language: language } = properties.info as Record<string, unknown>
  const field = (name: string): string | null => {
    const value = properties.metadata?.get(name)
    return typeof value === 'string' ? value : Array.isArray(value) ? String(value[0] ?? '') : null
  }
  return chooseMetadata({
    title: [field('dc:title'), typeof title === 'string' ? title : null].map(usableTitle),
    outlet: [field('prism:publicationname'), field('dc:publisher')],
    published: [field('prism:publicationdate'), field('prism:coverdate')],
    url: [field('prism:url'), field('dc:source')],
    language: [typeof language === 'string' ? language : null, field('dc:language')],
  })
}

/** Programs put file names and nothing into the title. */
function usableTitle(title: string | null): string | null {
  if (title === null || /^(?:untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxd|html?))$/i.test(title.trim()))
    return null
  return title
}
