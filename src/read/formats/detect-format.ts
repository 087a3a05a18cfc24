export type Format = 'text' | 'markdown' | 'html' | 'json' | 'ndjson'

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
}

/** How much of a file is looked at. */
const SAMPLE_BYTES = 65_536

/** By the name's extension; where that is not known, by the first bytes. What is nothing else is text, or binary. */
export function detectFormat(name: string, bytes: Uint8Array): Format {
  return formatOfName(name) ?? sniff(bytes)
}

export function formatOfName(name: string): Format | undefined {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase()
  return extension === undefined ? undefined : EXTENSIONS[extension]
}

function sniff(bytes: Uint8Array): Format {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, SAMPLE_BYTES))
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
  if (/^<(?:!doctype\s+html|html|head|body|!--)/i.test(start)) return 'html'
  if (/^\[\s*[{"\]]/.test(start)) return 'json'
  if (!/^\{\s*"/.test(start)) return 'text'
  const lineEnd = start.search(/[\r\n]/)
  return lineEnd > 0 && start.slice(0, lineEnd).trimEnd().endsWith('}') && start.slice(lineEnd).trim() !== ''
    ? 'ndjson'
    : 'json'
}
