import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'

describe('JSON', () => {
  test('the field names of news-please', async () => {
    const record = {
      maintext: 'The mayor left.',
      title: 'Mayor leaves',
      date_publish: '2016-12-13 10:00:00',
      source_domain: 'herald.example',
      url: 'https://herald.example/1',
      language: 'en',
      authors: ['A'],
    }
    expect((await decode('a.json', JSON.stringify(record))).documents).toEqual([
      {
        id: 'a',
        text: 'The mayor left.',
        title: 'Mayor leaves',
        outlet: 'herald.example',
        published: '2016-12-13',
        url: 'https://herald.example/1',
        language: 'en',
      },
    ])
  })

  test('a list, a list within an object, a search result, a JSON feed', async () => {
    const records = [{ id: 'x', text: 'A.' }, { id: 7, text: 'B.' }, { text: 'C.' }]
    for (const content of [
      records,
      { status: 'ok', articles: records },
      { hits: { hits: records.map(record => ({ _id: 'z', _source: record })) } },
    ]) {
      const { documents } = await decode('a.json', JSON.stringify(content))
      expect(documents.map(document => document.text)).toEqual(['A.', 'B.', 'C.'])
      expect(documents.slice(0, 2).map(document => document.id)).toEqual(['x', '7'])
    }
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', content_html: '<p>One.</p><p>Two.</p>', date_published: '2020-01-02T03:04:05Z' }],
    }
    expect((await decode('a.json', JSON.stringify(feed))).documents).toEqual([
      { id: '1', text: 'One.\n\nTwo.', published: '2020-01-02T03:04:05Z' },
    ])
  })

  test('sources as objects, dates as seconds', async () => {
    const record = { content: 'A.', source: { id: null, name: 'The Herald' }, publishedAt: 1481623200 }
    expect((await decode('a.json', JSON.stringify(record))).documents[0]).toMatchObject({
      outlet: 'The Herald',
      published: '2016-12-13T10:00:00Z',
    })
  })

  test('what is broken or empty is named', async () => {
    expect((await decode('a.json', '{"text": ')).failures).toEqual(['read/malformed a.json'])
    expect((await decode('a.json', '[]')).failures).toEqual(['read/empty a.json'])
    expect((await decode('a.json', '{"title": "T"}')).failures).toEqual(['read/no-text a.json'])
    const { documents, failures } = await decode('a.json', '[{"text":"A."}, 5, {"text": ""}]')
    expect(documents).toHaveLength(1)
    expect(failures).toEqual(['read/no-record a.json#2', 'read/no-text a.json#3'])
  })

  test('keys of the prototype are fields like others', async () => {
    const { documents } = await decode(
      'a.json',
      '{"__proto__": {"text": "no"}, "constructor": "x", "text": "A.", "id": "__proto__"}',
    )
    expect(documents).toEqual([{ id: '__proto__', text: 'A.' }])
  })
})

describe('NDJSON', () => {
  test('a malformed line is named by its number and the rest goes on', async () => {
    const { documents, failures } = await decode('a.ndjson', '\ufeff{"id":"x","text":"A."}\r\n\n{broken\n{"text":"B."}')
    expect(documents).toEqual([
      { id: 'x', text: 'A.' },
      { id: 'a#4', text: 'B.' },
    ])
    expect(failures).toEqual(['read/malformed a.ndjson:3'])
  })

  test('a line over the limit is refused, not held', async () => {
    const { documents, failures } = await decode('a.jsonl', `{"text":"${'a'.repeat(500)}"}\n{"text":"B."}\n`, {
      lineBytes: 100,
    })
    expect(documents).toHaveLength(1)
    expect(failures).toEqual(['read/too-large a.jsonl:1'])
  })

  test('an empty file is named', async () => {
    expect((await decode('a.ndjson', '\n\n')).failures).toEqual(['read/empty a.ndjson'])
  })
})
