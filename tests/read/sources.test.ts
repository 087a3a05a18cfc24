import { describe, expect, test } from 'vitest'
import { applySources, parseSources } from '../../src/read/sources-table.ts'

const parse = (text: string) => parseSources('sources.csv', new TextEncoder().encode(text))

describe('sources.csv', () => {
  test('names files with or without folder and extension', () => {
    const table = parse(
      'file,outlet,published,url,title\nnews/a.txt,Herald,2 May 2020,https://x.example/1,"A, then B"\nb,Post,,,\n',
    )
    expect(applySources({ id: 'news/a', text: 't' }, 'news/a.txt', table)).toEqual({
      id: 'news/a',
      text: 't',
      outlet: 'Herald',
      published: '2020-05-02',
      url: 'https://x.example/1',
      title: 'A, then B',
    })
    expect(applySources({ id: 'news/b', text: 't', outlet: 'Page' }, 'news/b.txt', table).outlet).toBe('Post')
    expect(applySources({ id: 'c', text: 't' }, 'c.txt', table)).toEqual({ id: 'c', text: 't' })
  })

  test('semicolons and tabs', () => {
    expect(parse('File;Outlet\na.txt;H, and I\n').get('a.txt')).toEqual({ outlet: 'H, and I' })
    expect(parse('file\toutlet\na.txt\tH\n').get('a.txt')).toEqual({ outlet: 'H' })
  })

  test.each([
    ['outlet\nH\n', 'sources.csv: has no column "file"'],
    ['file,published\na.txt,someday\n', 'sources.csv:2: has a date that cannot be read (someday)'],
    ['', 'sources.csv: holds no table'],
  ])('%j is refused', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })
})
