import { describe, expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'

const ONE = 'The council approved the budget on Monday after a debate of six hours.'
const TWO = 'The vote was close, and the mayor had to wait until midnight.'

describe('paragraphs', () => {
  test('one a line, with and without blank lines, with any line end', () => {
    for (const end of ['\n', '\r\n', '\r', '\n\n', '\u2028'])
      expect(blocksOf(`${ONE}${end}${TWO}`)).toEqual([`text: ${ONE}`, `text: ${TWO}`])
  })

  test('hard-wrapped mail, blank lines between paragraphs', () => {
    const mail = [
      'The council approved the budget on Monday after a debate of six hours',
      'in which the mayor and the opposition traded accusations about the',
      'state of the roads.',
      '',
      'The vote was close, and the mayor had to wait until midnight for the',
      'result, which her party greeted with applause.',
    ].join('\r\n')
    expect(blocksOf(mail)).toHaveLength(2)
  })

  test('hard-wrapped without blank lines: a short line ends the paragraph', () => {
    const wrapped = [
      'The council approved the budget on Monday after a debate of six hours',
      'in which the mayor and the opposition traded accusations about the',
      'state of the roads.',
      'The vote was close, and the mayor had to wait until midnight for the',
      'result, which her party greeted with applause in the main hall of the',
      'old building.',
    ].join('\n')
    expect(blocksOf(wrapped)).toHaveLength(2)
  })

  test('a sentence broken by a link on a line of its own is one block', () => {
    expect(blocksOf(`The mayor of\nVigo\n, Ana Ruiz, left.\n${TWO}`)).toEqual([
      'text: The mayor of\nVigo\n, Ana Ruiz, left.',
      `text: ${TWO}`,
    ])
  })

  test('a list keeps its items apart and stays text', () => {
    expect(
      blocksOf(`${ONE}\n\nThe budget has money for:\n- roads and bridges\n- two new schools\n- the harbour\n\n${TWO}`),
    ).toEqual([
      `text: ${ONE}`,
      'text: The budget has money for:',
      'text: - roads and bridges',
      'text: - two new schools',
      'text: - the harbour',
      `text: ${TWO}`,
    ])
  })
})

describe('headings', () => {
  test('headline before a blank line; a title given by the format', () => {
    expect(blocksOf(`Council approves budget\n\n${ONE}`)[0]).toBe('heading: Council approves budget')
  })

  test('a menu above the headline and links below the last paragraph are furniture', () => {
    const kinds = blocksOf(
      `Home\nNews\nWorld\nSport\n\n${ONE}\n\n${TWO}\n\nStorm hits southern coast\n\nParliament to vote on Tuesday`,
    ).map(line => line.split(':')[0])
    expect(kinds).toEqual([
      'furniture',
      'furniture',
      'furniture',
      'furniture',
      'text',
      'text',
      'furniture',
      'furniture',
    ])
  })

  test.each(['Why is he qualified to do this?', '"It was insane. "', 'He came because of the', '“Not now,” she said'])(
    '%j between paragraphs is prose',
    line => {
      expect(blocksOf(`${ONE}\n\n${line}\n\n${TWO}`)[1]).toBe(`text: ${line}`)
    },
  )

  test('headlines alone are the text', () => {
    expect(blocksOf('Russia attacks Ukraine\nChina warns Taiwan')).toEqual([
      'text: Russia attacks Ukraine',
      'text: China warns Taiwan',
    ])
  })
})

describe('datelines', () => {
  test.each([
    'BEIRUT -',
    'BEIRUT (AP) —',
    'LONDON, March 3 (Reuters) -',
    'NEW YORK, Feb. 27 (UPI) --',
    'DES MOINES, Iowa —',
    'JERUSALEM/GAZA (Reuters) -',
    'Aleppo, Syria (CNN) —',
    'Istanbul, Turkey –',
    'NEW DELHI:',
    'SINGAPORE (May 6, 2021) —',
    'Cape Town -',
    '(Reuters) -',
  ])('%s', dateline => {
    expect(blocksOf(`${dateline} ${ONE}`)).toEqual([`dateline: ${dateline}`, `text: ${ONE}`])
  })

  test.each([
    'NATO - the alliance - met on Monday to talk about the budget and the roads of the harbour.',
    'UPDATE: The council approved the budget on Monday after a debate of six hours.',
    'The US - which has no harbour there - approved the budget on Monday.',
    'QUESTION: Why now?\nMAYOR RUIZ: The council approved the budget on Monday.',
  ])('none in %j', text => {
    expect(blocksOf(text).some(line => line.startsWith('dateline'))).toBe(false)
  })
})

describe('captions, bylines, credits', () => {
  test.each([
    'caption: Protesters gather outside the hall in Vigo on Monday [AFP]',
    'caption: Protesters gather outside the hall (Photo: Jane Doe)',
    'caption: File photo of the mayor at a rally last year.',
    'caption: REUTERS/Jane Doe',
    'caption: The mayor speaks in Vigo. Jane Doe/AFP/Getty Images',
    'caption: Image caption, The hall was full',
    'byline: By Jane Doe',
    'byline: By Jane Doe and JOHN ROE, Political Editor',
    'byline: (Reporting by Jane Doe in Vigo; Editing by John Roe)',
    'byline: The Associated Press contributed to this report.',
    'byline: Agencies contibuted to this story.',
    'byline: -- Agence France-Presse',
  ])('%s', expected => {
    const line = expected.replace(/^\w+: /, '')
    expect(blocksOf(`${ONE}\n\n${line}\n\n${TWO}`)[1]).toBe(expected)
  })

  test.each([
    'By Monday the mayor had lost the vote and left the hall.',
    'The team plays its next match in Vigo at 20:45.',
    'The newsletter said on Monday that the mayor had left.',
    'Follow the money, he said.',
    'Support for the mayor fell after the vote, according to a poll.',
    'Share prices of the harbour company fell by a third after the vote.',
    'Most of the council stayed away.',
    'Published in 1987, the book sold a million copies.',
    'Updated figures are due on Friday, 6 March 2020.',
    'Written by hand, the letter was dated 3 March 2020.',
    'Facebook, Twitter and Google declined to comment.',
    'Photos of the dead were shown on state television.',
    'Follow-up talks are planned in Vigo.',
    'Reuters was not able to verify the report.',
    'March 3, 2020 was a cold day.',
  ])('%j is prose', line => {
    expect(blocksOf(`${ONE}\n\n${line}\n\n${TWO}`)[1]).toBe(`text: ${line}`)
  })
})

test('a note on the author under the article is a byline, in the article it is prose', () => {
  const note = 'Jane Doe is a reporter based in Vigo.'
  expect(blocksOf(`${ONE}\n\n${TWO}\n\n${note}`)[2]).toBe(`byline: ${note}`)
  expect(blocksOf(`${ONE}\n\n${note}\n\n${TWO}`)[1]).toBe(`text: ${note}`)
})
