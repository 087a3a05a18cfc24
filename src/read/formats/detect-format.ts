import type { ReadLimits } from '../limits.ts'

export type Format =
  | 'text'
  | 'markdown'
  | 'html'
  | 'json'
  | 'ndjson'
  | 'table'
  | 'xml'
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'epub'
  | 'zip'
  | 'gzip'
  | 'warc'

const EXTENSIONS: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'table',
  tsv: 'table',
  xml: 'xml',
  rss: 'xml',
  atom: 'xml',
  rdf: 'xml',
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  epub: 'epub',
  zip: 'zip',
  gz: 'gzip',
  warc: 'warc',
}

/** Formats whose files hold many articles and may be larger. */
const COLLECTIONS: ReadonlySet<Format> = new Set(['json', 'ndjson', 'table', 'epub', 'zip', 'gzip', 'warc'])

/** How much of a file is looked at. */
const SAMPLE_BYTES = 65_536

/** By the name's extension; where that is not known, by the first bytes. What is nothing else is text, or binary. */
export function detectFormat(name: string, bytes: Uint8Array): Format {
  return formatOfName(name) ?? sniff(bytes)
}

export function formatOfName(name: string): Format | undefined {
  if (/\.warc\.gz$/i.test(name)) return 'warc'
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase()
  return extension === undefined || !Object.hasOwn(EXTENSIONS, extension) ? undefined : EXTENSIONS[extension]
}

/** The limit on the size of files of a format. */
export function sizeLimit(format: Format | undefined): keyof ReadLimits {
  return format !== undefined && COLLECTIONS.has(format) ? 'collectionBytes' : 'fileBytes'
}

function sniff(bytes: Uint8Array): Format {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, SAMPLE_BYTES))
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) return 'zip'
  if (head.startsWith('WARC/')) return 'warc'
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
  if (/^<(?:!doctype\s+html|html|head|body|!--)/i.test(start)) return 'html'
  if (/^<(?:\?xml|rss|feed)\b/i.test(start)) return 'xml'
  if (/^\[\s*[{"\]]/.test(start)) return 'json'
  if (!/^\{\s*"/.test(start)) return 'text'
  const lineEnd = start.search(/[\r\n]/)
  return lineEnd > 0 && start.slice(0, lineEnd).trimEnd().endsWith('}') && start.slice(lineEnd).trim() !== ''
    ? 'ndjson'
    : 'json'
}
