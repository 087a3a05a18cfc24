import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NearCopies } from '../../src/corpus/near-copies.ts'

/** A story of its own: a hundred and some words, no two runs of which stand in the story of another number. */
function story(number: number, words = 160): string[] {
  return Array.from({ length: words }, (_, i) => `${'bdfgklmnprst'[(i * 7 + number) % 12]}a${i}x${number}`)
}

interface Article {
  readonly id: string
  readonly words: readonly string[]
  readonly published?: string
}

function find(articles: readonly Article[]): Map<string, string> {
  const copies = new NearCopies()
  for (const { id, words, published } of articles) copies.add(id, published, words.join(' '))
  return new Map(copies.find())
}

describe('near copies', () => {
  it('are found whatever their case, punctuation and line breaks', () => {
    const text = 'The minister said on Tuesday that the ceasefire in the north would hold until the end of winter.'
    const copies = new NearCopies()
    copies.add('a', '2016-12-02', text)
    copies.add('b', '2016-12-03', text.toUpperCase().replaceAll(' ', '\n').replace('.', ' (Reuters)'))
    expect(copies.find()).toEqual(new Map([['b', 'a']]))
  })

  it('belong to the earliest article, whatever the order of adding; undated ones come last', () => {
    const words = story(1)
    const articles: Article[] = [
      { id: 'a', words },
      { id: 'b', words, published: '2016-12-03' },
      { id: 'c', words, published: '2016-12-02' },
      { id: 'd', words: story(2) },
    ]
    const expected = new Map([
      ['a', 'c'],
      ['b', 'c'],
    ])
    expect(find(articles)).toEqual(expected)
    expect(find(articles.toReversed())).toEqual(expected)
  })

  it('are found where the last two thirds were left out, and where paragraphs were put before and behind', () => {
    const words = story(1, 600)
    const longer = [...story(2, 90), ...words, ...story(3, 90)]
    expect(
      find([
        { id: 'a', words },
        { id: 'b', words: words.slice(0, 200) },
        { id: 'c', words: longer },
      ]),
    ).toEqual(
      new Map([
        ['b', 'a'],
        ['c', 'a'],
      ]),
    )
  })

  it('are no articles that quote another or share a paragraph of background', () => {
    const background = story(9, 60)
    const quotation = story(1).slice(20, 50)
    expect(
      find([
        { id: 'a', words: [...story(1), ...background] },
        { id: 'b', words: [...story(2), ...quotation, ...story(3)] },
        { id: 'c', words: [...story(4), ...background] },
      ]),
    ).toEqual(new Map())
  })

  it('are no articles that have nothing in common but the boilerplate of an agency', () => {
    const boilerplate = story(0, 80)
    const articles = Array.from({ length: 60 }, (_, i) => ({
      id: `a${i}`,
      words: [...boilerplate, ...story(i + 1, 70)],
    }))
    // The first few may be taken for copies, until it is known that everybody has these words.
    expect(find(articles).size).toBeLessThan(articles.length / 2)
  })

  it('lead to one original also where copies were changed again', () => {
    const first = story(1, 400)
    const second = [...first.slice(0, 250), ...story(2, 150)]
    const third = [...second.slice(150), ...story(3, 100)]
    const found = find([
      { id: 'a', words: first, published: '2016-12-01' },
      { id: 'b', words: second, published: '2016-12-02' },
      { id: 'c', words: third, published: '2016-12-03' },
    ])
    expect(found).toEqual(
      new Map([
        ['b', 'a'],
        ['c', 'a'],
      ]),
    )
  })

  it('take words without runs, and no words at all', () => {
    expect(
      find([
        { id: 'a', words: [] },
        { id: 'b', words: [] },
        { id: 'c', words: ['one', 'two'] },
      ]),
    ).toEqual(new Map())
  })

  it('are found with any few edits, and different stories are told apart', () => {
    const edits = fc.array(fc.record({ at: fc.nat(999), kind: fc.constantFrom('drop', 'change', 'insert') }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 900 }), edits, fc.nat(20), (length, given, number) => {
        const words = story(number, length)
        const edited = [...words]
        for (const { at, kind } of given) {
          const place = at % edited.length
          if (kind === 'drop') edited.splice(place, 1)
          else edited.splice(place, kind === 'change' ? 1 : 0, 'edited')
        }
        const found = find([
          { id: 'a', words },
          { id: 'b', words: edited },
          { id: 'c', words: story(number + 1, length) },
        ])
        expect(found).toEqual(new Map([['b', 'a']]))
      }),
      { numRuns: 60 },
    )
  })
})
