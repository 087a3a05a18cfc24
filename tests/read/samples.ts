import { gzipSync, strToU8, zipSync } from 'fflate'
import { column, pdfFile } from './pdf-file.ts'

const PROSE =
  'The council approved the budget on Monday, after a debate of six hours, in which “nobody” listened. '.repeat(4)
const pack = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
const page = `<!doctype html><html lang="en"><head><title>Budget | Herald</title><meta property="og:site_name" content="Herald"><script type="application/ld+json">{"@type":"NewsArticle","headline":"H"}</script></head><body><nav>Home</nav><article><h1>Budget</h1><p>${PROSE}</p><p>${PROSE}</p></article></body></html>`
const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`
const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nContent-Type: application/http\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`

/** A small whole file of every format that is read. */
export const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  'a.txt': strToU8(PROSE),
  'a.md': strToU8(`---\ntitle: T\ndate: 2021-05-03\n---\n# Head\n\n${PROSE}\n\n- *one*\n- [two](x)\n`),
  'a.html': strToU8(page),
  'a.json': strToU8(
    JSON.stringify({ articles: [{ id: 'a', maintext: PROSE, date_publish: '2021-05-03' }, { content_html: page }] }),
  ),
  'a.ndjson': strToU8(`{"id":"a","text":"A."}\n{"text":"${'b'.repeat(50)}"}\n`),
  'a.csv': strToU8(`title,text,source\nT,"${PROSE}",Herald\nU,"x ""y""",Post\n`),
  'a.xml': strToU8(
    `<rss><channel><title>Herald</title><item><title>T</title><description><![CDATA[<p>${PROSE}</p>]]></description></item></channel></rss>`,
  ),
  'a.pdf': pdfFile([column(72, 700, PROSE.split(', ')), column(72, 700, PROSE.split(', '))]),
  'a.docx': pack({
    'word/document.xml': `<w:document><w:body><w:p><w:r><w:t>${PROSE}</w:t></w:r></w:p></w:body></w:document>`,
  }),
  'a.odt': pack({ 'content.xml': `<office:text><text:p>${PROSE}</text:p></office:text>` }),
  'a.epub': pack({
    'META-INF/container.xml': '<container><rootfile full-path="b.opf"/></container>',
    'b.opf':
      '<package><metadata><dc:title>T</dc:title></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': page,
  }),
  'a.zip': pack({ 'a.txt': PROSE, 'b.html': page, 'sources.csv': 'file,outlet\na.txt,Herald\n' }),
  'a.txt.gz': gzipSync(strToU8(PROSE)),
  'a.warc': strToU8(warc),
  'a.warc.gz': gzipSync(strToU8(warc)),
}
