import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'

const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  )

describe('ZIP', () => {
  test('any formats, archives included, in the order of their names; sources.csv tells about them', async () => {
    const file = zip({
      'b.txt': 'Second.',
      'a/x.json': '{"text":"First."}',
      'sources.csv': 'file,outlet\nb.txt,Herald\n',
      '__MACOSX/b.txt': 'no',
      'page_files/a.css': 'no',
      'c.zip': zip({ 'd.md': '# T\n\nThird.' }),
    })
    expect((await decode('z.zip', file)).documents).toEqual([
      { id: 'z.zip/a/x', text: 'First.' },
      { id: 'z.zip/b', text: 'Second.', outlet: 'Herald' },
      { id: 'z.zip/c.zip/d', text: 'T\n\nThird.', title: 'T' },
    ])
  })

  test('what cannot be read within is named and the rest goes on', async () => {
    const { documents, failures } = await decode('z.zip', zip({ 'a.txt': '', 'b.json': '{', 'c.txt': 'Good.' }))
    expect(documents).toHaveLength(1)
    expect(failures).toEqual(['read/empty z.zip/a.txt', 'read/malformed z.zip/b.json'])
  })

  test('an entry that would grow beyond the ratio is a bomb; the others are read', async () => {
    const file = zip({ 'a.txt': new Uint8Array(3_000_000).fill(97), 'b.txt': 'Good.' })
    const { documents, failures } = await decode('z.zip', file)
    expect(documents.map(document => document.id)).toEqual(['z.zip/b'])
    expect(failures).toEqual(['read/bomb z.zip/a.txt'])
    expect((await decode('z.zip', file, { unpackedRatio: 10_000 })).documents).toHaveLength(2)
  })

  test('limits on the whole, on documents and on depth', async () => {
    const file = zip({ 'a.txt': 'A.'.repeat(100), 'b.txt': 'B.'.repeat(100) })
    expect((await decode('z.zip', file, { unpackedBytes: 300 })).failures).toEqual(['read/bomb z.zip'])
    expect((await decode('z.zip', file, { archiveDocuments: 1 })).failures).toEqual(['read/too-many z.zip'])
    const deep = zip({ 'c.zip': zip({ 'b.zip': file }) })
    expect((await decode('z.zip', deep, { archiveDepth: 2 })).failures).toEqual([
      'read/too-deep z.zip/c.zip/b.zip/a.txt',
      'read/too-deep z.zip/c.zip/b.zip/b.txt',
    ])
  })

  test('a directory that lies about sizes cannot fill the memory', async () => {
    const file = zip({ 'a.txt': new Uint8Array(3_000_000).fill(97) })
    const view = new DataView(file.buffer, file.byteOffset)
    const directory = view.getUint32(file.length - 6, true)
    view.setUint32(directory + 24, 100, true)
    const { documents, failures } = await decode('z.zip', file)
    expect(documents.length + failures.length).toBe(1)
    expect(documents[0]?.text.length ?? 0).toBeLessThanOrEqual(100)
  })

  test('damaged archives say so', async () => {
    const file = zip({ 'a.txt': 'A.' })
    expect((await decode('z.zip', file.subarray(0, 40))).failures).toEqual(['read/damaged z.zip'])
    expect((await decode('z.zip', 'no zip')).failures).toEqual(['read/damaged z.zip'])
  })
})

describe('gzip', () => {
  test('one file, of any format', async () => {
    expect((await decode('a.ndjson.gz', gzipSync(strToU8('{"id":"x","text":"A."}\n')))).documents).toEqual([
      { id: 'x', text: 'A.' },
    ])
  })

  test('bombs and broken files are refused', async () => {
    const bomb = gzipSync(new Uint8Array(30_000_000))
    expect((await decode('a.txt.gz', bomb)).failures).toEqual(['read/bomb a.txt.gz'])
    expect((await decode('a.txt.gz', bomb.subarray(0, 200))).failures).toHaveLength(1)
    expect((await decode('a.txt.gz', 'no gzip')).failures).toEqual(['read/damaged a.txt.gz'])
  })
})

describe('WARC', () => {
  const record = (type: string, headers: string, body: string): string =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}\r\n\r\n`
  const page = '<html><head><title>T</title></head><body><p>The council approved the budget.</p></body></html>'
  const response = (url: string, status: string, fields: string, body: string): string =>
    record(
      'response',
      `WARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\n`,
      `HTTP/1.1 ${status}\r\n${fields}\r\n${body}`,
    )

  test('pages with their address; requests, redirects and pictures are passed over', async () => {
    const file =
      record('warcinfo', 'Content-Type: application/warc-fields\r\n', 'software: x') +
      response('https://www.herald.example/a', '200 OK', 'Content-Type: text/html; charset=utf-8\r\n', page) +
      response('https://herald.example/b', '301 Moved', 'Content-Type: text/html\r\nLocation: /b\r\n', page) +
      response('https://herald.example/c.png', '200 OK', 'Content-Type: image/png\r\n', 'x') +
      response(
        'https://herald.example/d',
        '200 OK',
        'Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n',
        `5\r\n<html\r\n${(page.length - 5).toString(16)}\r\n${page.slice(5)}\r\n0\r\n\r\n`,
      )
    const expected = [
      {
        id: 'w#2',
        text: 'The council approved the budget.',
        title: 'T',
        url: 'https://www.herald.example/a',
        outlet: 'herald.example',
      },
      {
        id: 'w#5',
        text: 'The council approved the budget.',
        title: 'T',
        url: 'https://herald.example/d',
        outlet: 'herald.example',
      },
    ]
    expect((await decode('w.warc', file)).documents).toEqual(expected)
    const members = file.split(/(?=WARC\/1\.0)/).map(part => gzipSync(strToU8(part)))
    expect((await decode('w.warc.gz', Buffer.concat(members))).documents).toEqual(expected)
  })

  test('a file that breaks off gives what stands before', async () => {
    const file = `${response('https://herald.example/a', '200 OK', 'Content-Type: text/html\r\n', page)}WARC/1.0\r\nCont`
    const { documents, failures } = await decode('w.warc', file)
    expect(documents).toHaveLength(1)
    expect(failures).toEqual(['read/damaged w.warc'])
  })
})
