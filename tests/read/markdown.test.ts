import { expect, test } from 'vitest'
import { decode } from './decode.ts'

test('words without marks, one paragraph a block', async () => {
  const { documents } = await decode(
    'a.md',
    '# Mayor leaves\n\nThe *mayor* [left](https://x.example) the\n**town** & `hall`.\n\n- One\n- Two\n\n> “Why?”\n',
  )
  expect(documents).toEqual([
    { id: 'a', title: 'Mayor leaves', text: 'Mayor leaves\n\nThe mayor left the town & hall.\n\nOne\n\nTwo\n\n“Why?”' },
  ])
})

test('front matter', async () => {
  const { documents } = await decode(
    'a.md',
    '---\ntitle: "Budget: a vote"\ndate: 2021-05-03\nsource: The Herald\nlink: https://herald.example/a\n---\nIt passed.\n',
  )
  expect(documents).toEqual([
    {
      id: 'a',
      text: 'It passed.',
      title: 'Budget: a vote',
      outlet: 'The Herald',
      published: '2021-05-03',
      url: 'https://herald.example/a',
    },
  ])
})

test('broken front matter does not cost the article', async () => {
  expect((await decode('a.md', '---\n: [\n---\nIt passed.\n')).documents).toEqual([{ id: 'a', text: 'It passed.' }])
})

test.each(['>', '> ', '1. ', '- '])('%s nested without end', async marker => {
  expect((await decode('a.md', `It passed.\n\n${marker.repeat(20_000)}a`)).documents[0]!.text).toContain('It passed.')
})
