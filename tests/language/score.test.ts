import { describe, expect, it } from 'vitest'
import { scoreGoldWords } from '../../scripts/language/score.ts'
import { rawText, scoreRaw } from '../../scripts/language/score-raw.ts'
import type { GoldSentence } from '../../scripts/language/treebank.ts'
import type { Sentence, Token } from '../../src/types.ts'

const word = (form: string, tag: string, head: number, relation: string, upos = 'X') => ({
  form,
  lemma: form,
  upos,
  tag,
  head,
  relation,
})
const gold: GoldSentence[] = [
  {
    document: 'd',
    newParagraph: true,
    words: [
      word('They', 'PRP', 3, 'nsubj:pass'),
      word('were', 'VBD', 3, 'aux:pass'),
      word("n't", 'RB', 3, 'advmod'),
      word('seen', 'VBN', -1, 'root'),
      word('.', '.', 3, 'punct', 'PUNCT'),
    ],
    surface: [
      { form: 'They', words: 1, spaceAfter: true },
      { form: "weren't", words: 2, spaceAfter: true },
      { form: 'seen', words: 1, spaceAfter: false },
      { form: '.', words: 1, spaceAfter: true },
    ],
  },
]
const text = "They weren't seen."
const starts = [0, 5, 9, 13, 17]
const tokens = (change: (tokens: Token[]) => Token[] = same => same): Token[] =>
  change(
    gold[0]!.words.map(({ form, lemma, upos, tag, head, relation }, i) => ({
      start: starts[i]!,
      end: starts[i]! + form.length,
      form,
      lemma,
      upos,
      tag,
      head,
      deprel: relation,
    })),
  )
const sentence = (words: Token[]): Sentence[] => [{ start: 0, end: 18, tokens: words, block: 0 }]

describe('scoring', () => {
  it('restores the running text', () => {
    expect(rawText(gold)).toBe(text)
    expect(rawText([...gold, ...gold])).toBe(`${text}\n\n${text}`)
  })

  it('gives full marks to the gold trees', () => {
    expect(scoreGoldWords(gold, () => tokens())).toEqual({
      tag: 100,
      upos: 100,
      lemma: 100,
      uas: 100,
      las: 100,
      lasUniversal: 100,
    })
    expect(scoreRaw(gold, () => sentence(tokens()))).toEqual({
      words: 100,
      sentences: 100,
      tag: 100,
      uas: 100,
      las: 100,
    })
  })

  it('tells heads, labels and subtypes apart, and leaves punctuation out with gold words', () => {
    const scores = scoreGoldWords(gold, () =>
      tokens(words =>
        words.map((token, i) => ({
          ...token,
          deprel: i === 0 ? 'nsubj' : i === 2 ? 'obl' : token.deprel,
          head: i === 4 ? 0 : token.head,
        })),
      ),
    )
    expect(scores).toMatchObject({ uas: 100, las: 50, lasUniversal: 75 })
  })

  it('counts words that are split otherwise as wrong on both sides', () => {
    const joined = tokens(words => [
      words[0]!,
      { ...words[1]!, end: 12, form: "weren't", head: 2 },
      { ...words[3]! },
      { ...words[4]!, head: 2 },
    ])
    const scores = scoreRaw(gold, () => sentence([{ ...joined[0]!, head: 2 }, ...joined.slice(1)]))
    expect(scores.words).toBeCloseTo((200 * 3) / 9)
    expect(scores.sentences).toBe(100)
    expect(scores.las).toBeCloseTo((200 * 3) / 9)
  })
})
