import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'

const pack = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))

describe('DOCX', () => {
  const body = (paragraphs: string): string => `<w:document xmlns:w="w"><w:body>${paragraphs}</w:body></w:document>`
  const p = (runs: string, style = ''): string =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`

  test('paragraphs after tracked changes, title and publisher', async () => {
    const document = body(
      p('<w:r><w:t>Council approves budget</w:t></w:r>', 'Title') +
        p(
          '<w:r><w:t xml:space="preserve">The mayor </w:t></w:r><w:del><w:r><w:delText>never </w:delText><w:t>never </w:t></w:r></w:del><w:r><w:t>left &amp; came</w:t><w:br/><w:t>back.</w:t></w:r>',
        ) +
        '<w:tbl><w:tr><w:tc>' +
        p('<w:r><w:t>Cell</w:t></w:r>') +
        '</w:tc></w:tr></w:tbl>',
    )
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Other</dc:title><dc:publisher>Herald</dc:publisher></cp:coreProperties>'
    expect(
      (await decode('a.docx', pack({ 'word/document.xml': document, 'docProps/core.xml': core }))).documents,
    ).toEqual([
      {
        id: 'a',
        text: 'Council approves budget\n\nThe mayor left & came\nback.\n\nCell',
        title: 'Council approves budget',
        outlet: 'Herald',
      },
    ])
  })

  test('encrypted, empty and broken files say so', async () => {
    expect((await decode('a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).failures).toEqual(['read/encrypted a.docx'])
    expect((await decode('a.docx', pack({ 'word/document.xml': body('') }))).failures).toEqual(['read/empty a.docx'])
    expect((await decode('a.docx', pack({ 'x.xml': '' }))).failures).toEqual(['read/damaged a.docx'])
    expect((await decode('a.docx', pack({ 'word/document.xml': '<a>'.repeat(5_000) }))).failures).toEqual([
      'read/too-deep a.docx',
    ])
  })
})

test('ODT', async () => {
  const content =
    '<office:document-content><office:body><office:text><text:h>Head</text:h><text:p>One<text:s text:c="2"/>two<text:line-break/>three<text:span> four</text:span>.</text:p></office:text></office:body></office:document-content>'
  const meta = '<office:document-meta><office:meta><dc:title>T</dc:title></office:meta></office:document-meta>'
  expect((await decode('a.odt', pack({ 'content.xml': content, 'meta.xml': meta }))).documents).toEqual([
    { id: 'a', text: 'Head\n\nOne  two\nthree four.', title: 'T' },
  ])
})

describe('EPUB', () => {
  const prose = 'The council approved the budget on Monday after a debate of six hours. '.repeat(4).trim()
  const book = (files: Record<string, string>): Uint8Array =>
    pack({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
      'OPS/book.opf': `<package><metadata><dc:title>The Herald, 3 May</dc:title><dc:date>2021-05-03</dc:date><dc:language>en</dc:language></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="text/a%20b.xhtml"/><item id="c" href="../c.xhtml"/><item id="m" href="missing.xhtml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="a"/><itemref idref="m"/><itemref idref="c"/></spine></package>`,
      'OPS/nav.xhtml': `<html><body>${prose}</body></html>`,
      'OPS/text/a b.xhtml': `<html><body><h1>Budget passed</h1><p>${prose}</p></body></html>`,
      'c.xhtml': `<html><head><title>Second</title></head><body><p>${prose}</p></body></html>`,
      ...files,
    })

  test('one document a chapter, in reading order', async () => {
    const { documents, failures } = await decode('b.epub', book({}))
    const common = { outlet: 'The Herald, 3 May', published: '2021-05-03', language: 'en' }
    expect(documents).toEqual([
      { ...common, id: 'b/OPS/text/a b', title: 'Budget passed', text: `Budget passed\n\n${prose}` },
      { ...common, id: 'b/c', title: 'Second', text: prose },
    ])
    expect(failures).toEqual(['read/damaged b.epub/OPS/missing.xhtml'])
  })

  test('a locked book says so', async () => {
    expect((await decode('b.epub', book({ 'META-INF/rights.xml': '' }))).failures).toEqual(['read/encrypted b.epub'])
  })
})

describe('feeds', () => {
  test('RSS: the fullest text, the channel as outlet', async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Herald</title><language>en-gb</language>
<item><title>Budget &amp; roads</title><link>https://herald.example/1</link><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The council approved.</p><p>Roads too.</p>]]></content:encoded></item>
<item><title>Second</title><guid>g-2</guid><description>&lt;b&gt;Bold&lt;/b&gt; words.</description></item>
<item><title>Empty</title></item></channel></rss>`
    const { documents, failures } = await decode('f.xml', rss)
    expect(documents).toEqual([
      {
        id: 'https://herald.example/1',
        text: 'The council approved.\n\nRoads too.',
        title: 'Budget & roads',
        outlet: 'The Herald',
        published: '2021-05-03T10:00:00Z',
        url: 'https://herald.example/1',
        language: 'en-gb',
      },
      { id: 'g-2', text: 'Bold words.', title: 'Second', outlet: 'The Herald', language: 'en-gb' },
    ])
    expect(failures).toEqual(['read/no-text f.xml#3'])
  })

  test('Atom: markup as elements', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><id>tag:1</id><title>T</title>
<link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/><published>2021-05-03T10:00:00+02:00</published>
<content type="xhtml"><div xmlns="x"><p>One &lt; two.</p><p>Three.</p></div></content></entry></feed>`
    expect((await decode('f.atom', atom)).documents).toEqual([
      {
        id: 'tag:1',
        text: 'One < two.\n\nThree.',
        title: 'T',
        outlet: 'Herald',
        published: '2021-05-03T10:00:00+02:00',
        url: 'https://x.example/1',
      },
    ])
  })

  test('feeds that nest without end or hold nothing are refused; other XML is read as a page', async () => {
    expect((await decode('f.rss', `<rss>${'<a>'.repeat(5_000)}`)).failures).toEqual(['read/too-deep f.rss'])
    expect((await decode('f.rss', '<rss><channel></channel></rss>')).failures).toEqual(['read/empty f.rss'])
    expect(
      (
        await decode(
          'n.xml',
          '<nitf><head><title>T</title></head><body><body.content><p>The council approved.</p></body.content></body></nitf>',
        )
      ).documents,
    ).toEqual([{ id: 'n', text: 'The council approved.', title: 'T' }])
  })
})

describe('tables', () => {
  test('one article a row, by the names of the header', async () => {
    const csv =
      'Headline;Full Text;Source;Publication Date\n"A; B";"One.\n\nTwo ""quoted"".";Herald;3 May 2021\nC;;Post;\n'
    const { documents, failures } = await decode('t.csv', csv)
    expect(documents).toEqual([
      { id: 't#1', text: 'One.\n\nTwo "quoted".', title: 'A; B', outlet: 'Herald', published: '2021-05-03' },
    ])
    expect(failures).toEqual(['read/no-text t.csv:3'])
  })

  test('what is no table of articles says so', async () => {
    expect((await decode('t.csv', 'file,outlet\na.txt,H\nb.txt,H\n')).failures).toEqual(['read/no-text t.csv'])
    expect((await decode('t.csv', 'id,text\n1,Good.\n2,"never closed\n')).failures).toEqual(['read/malformed t.csv'])
    expect((await decode('t.csv', 'id,text\n')).failures).toEqual(['read/empty t.csv'])
    expect((await decode('t.tsv', `id\ttext\n1\t${'a'.repeat(500)}\n`, { lineBytes: 100 })).failures).toEqual([
      'read/malformed t.tsv',
    ])
  })
})
