import { describe, expect, test } from 'vitest'
import { clean } from '../../src/clean/clean.ts'
import { blocksOf } from './blocks.ts'

const PROSE = 'The council approved the budget on Monday after a debate of six hours.'

describe('page furniture', () => {
  test.each([
    '4 min read',
    '12-minute read',
    'Watch KTVX Live',
    'Post a Comment',
    'View Herald News In',
    'Herald News App Open',
    'Chrome Safari Continue',
    'Share this article',
    'Sign up for our newsletter',
    'Read more: Budget talks collapse in the capital',
    'Advertisement',
    '© 2024 The Herald. All rights reserved.',
    'Published 3 March 2020',
    '5 October 2021',
    '#budget #council',
    'Updated - March 03, 2020 12:30 pm IST',
    'More on this story',
    'ALSO READ: Parliament adjourned amid protests',
    'Follow Jane Doe on Twitter @janedoe',
    'To play this video you need to enable JavaScript in your browser.',
    'This article is more than 3 years old',
    'The Herald is not responsible for the content of external sites.',
    'You have 2 free articles remaining.',
    "Editor's note: This story has been updated.",
    'Facebook Twitter WhatsApp Email',
    '12 Comments',
    'jane.doe@herald.example',
    '* * *',
  ])('%s', line => {
    expect(blocksOf(`${PROSE}\n\n${line}\n\n${PROSE}`)).toEqual([
      `text: ${PROSE}`,
      `furniture: ${line}`,
      `text: ${PROSE}`,
    ])
  })
})

test('a line with a running time is a caption, and so is its title alone', () => {
  expect(blocksOf(`Flood in Venice\nFlood in Venice 02:14\n\n${PROSE}`).slice(0, 2)).toEqual([
    'caption: Flood in Venice',
    'caption: Flood in Venice 02:14',
  ])
})

test('a dateline is a block of its own', () => {
  expect(blocksOf(`BEIRUT (AP) — ${PROSE}`)).toEqual(['dateline: BEIRUT (AP) —', `text: ${PROSE}`])
})

test('headline and sub-heads', () => {
  expect(
    blocksOf(`Council approves budget\n\n${PROSE}\n\nLong debate\n\n${PROSE}`).map(line => line.split(':')[0]),
  ).toEqual(['heading', 'text', 'heading', 'text'])
})

test('a pull quote is kept with the name and role of its speaker', () => {
  const text = `${PROSE}\nThis budget is fair to everybody who lives here.\n- Ana Ruiz, mayor of Vigo\n\n${PROSE}`
  const { blocks, pullQuotes } = clean({ id: 'a', text })
  expect(blocks.map(block => block.kind)).toEqual(['text', 'pull-quote', 'pull-quote-source', 'text'])
  expect(pullQuotes.map(({ name, role }) => [text.slice(...name), text.slice(...role!)])).toEqual([
    ['Ana Ruiz', 'mayor of Vigo'],
  ])
})

test('one sentence is text, with or without a full stop', () => {
  expect(blocksOf('Russia attacked Ukraine')).toEqual(['text: Russia attacked Ukraine'])
})

test('hard-wrapped paragraphs are one block each', () => {
  const wrapped =
    'The council approved the budget on Monday after a debate of six hours\nin which the mayor and the opposition traded accusations about the\nstate of the roads and the cost of the new harbour.\n\nThe vote was close, and the mayor had to wait until midnight for the\nresult, which her party greeted with applause in the main hall of the\nold building.'
  expect(blocksOf(wrapped)).toHaveLength(2)
})
