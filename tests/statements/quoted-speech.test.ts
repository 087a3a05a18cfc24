import { describe, expect, it } from 'vitest'
import { lines, said } from './said.ts'

describe('direct speech', () => {
  it('finds the cue after, before and within the quotation', () => {
    expect(lines('"The harbour is open," [Marta Lind:person] said.')).toEqual(['Marta Lind: The harbour is open'])
    expect(lines('[Marta Lind:person] said: "The harbour is open."')).toEqual(['Marta Lind: The harbour is open.'])
    expect(lines('"The harbour," [Marta Lind:person] said, "is open."')).toEqual(['Marta Lind: The harbour … is open.'])
  })

  it('reads the speaker after the verb', () => {
    expect(said('“The harbour is open,” said [Marta Lind:person], a pilot from [Oslo:place].')).toMatchObject([
      { speaker: 'Marta Lind', cue: 'said', type: 'direct' },
    ])
  })

  it('reads the speaker before an apposition', () => {
    expect(lines('[Marta Lind:person], a pilot, said: "The harbour is open."')).toEqual([
      'Marta Lind: The harbour is open.',
    ])
  })

  it('gives a quotation that an agency passes on to whom its words name', () => {
    expect(
      lines('"The harbour is open," [Marta Lind:person] told [reporters:group], [the Kesh agency:group] reported.'),
    ).toEqual(['Marta Lind: The harbour is open'])
    expect(
      lines(
        '"The harbour is open to all," [Marta Lind:person] said in a speech, according to [the Kesh agency:group], using the old word for it.',
      ),
    ).toEqual(['Marta Lind: The harbour is open to all'])
    expect(lines('"The harbour is open," and ships began to come, [Marta Lind:person] said.')).toEqual([
      'Marta Lind: "The harbour is open," and ships began to come',
    ])
  })

  it('finds whose office a statement comes from', () => {
    expect(lines('"The harbour is open," a statement from [Lind:person]\'s office said.')).toEqual([
      'Lind: The harbour is open',
    ])
  })

  it('joins what follows in the same paragraph without a cue', () => {
    expect(lines('"The harbour is open," [Marta Lind:person] said. "Ships may enter it again."')).toEqual([
      'Marta Lind: The harbour is open … Ships may enter it again.',
    ])
  })

  it('holds several sentences within one pair of marks', () => {
    expect(
      lines('"The harbour is open. Ships may enter it again," [Marta Lind:person] told [reporters:group].'),
    ).toEqual(['Marta Lind: The harbour is open. Ships may enter it again'])
  })

  it('gives a paragraph of quotation alone to the last speaker', () => {
    const text = '"The harbour is open," [Marta Lind:person] said.\n"Nobody will be turned away from it."'
    expect(said(text)).toMatchObject([
      { speaker: 'Marta Lind', cue: 'said' },
      { speaker: 'Marta Lind', cue: null, content: ['Nobody will be turned away from it.'], type: 'direct' },
    ])
  })

  it('follows marks that open again at each paragraph', () => {
    const text = '“The harbour is open,” [Marta Lind:person] said. “Ships may enter it.\n“We hope that they will.”'
    expect(lines(text)).toEqual([
      'Marta Lind: The harbour is open … Ships may enter it.',
      'Marta Lind: We hope that they will.',
    ])
  })

  it('does not take words in quotation marks within a sentence for speech of their own', () => {
    expect(lines('The so-called "people\'s court" sits in the old "Grand Hotel" on the square.')).toEqual([])
  })
})

describe('mixed speech', () => {
  it('keeps the clause and the words quoted in it together', () => {
    expect(said('[Marta Lind:person] said the harbour was "open to everyone" again.')).toMatchObject([
      { speaker: 'Marta Lind', content: ['the harbour was "open to everyone" again'], type: 'mixed' },
    ])
  })

  it('is direct where the quotation is the whole clause', () => {
    expect(said('[Marta Lind:person] added that “the harbour is open.”')).toMatchObject([
      { content: ['the harbour is open.'], type: 'direct' },
    ])
  })

  it('takes the clause of a few quoted words that stand apart from their cue', () => {
    expect(lines('[Marta Lind:person] said a closed harbour was "in nobody\'s interest".')).toEqual([
      'Marta Lind: a closed harbour was "in nobody\'s interest"',
    ])
    expect(lines('[Norway:state] has signed a draft "letter of intent" on the harbour.')).toEqual([])
  })
})
