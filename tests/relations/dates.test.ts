import { expect, test } from 'vitest'
import { findDates } from '../../src/relations/dates.ts'
import type { Sentence } from '../../src/types.ts'

const datesIn = (text: string, published?: string): { past: string; future: string }[] => {
  const sentence: Sentence = { start: 0, end: text.length, tokens: [], block: 0 }
  return findDates(text, sentence, published).map(({ past, future }) => ({ past, future }))
}

// A Thursday.
const published = '2021-03-18'

test.each([
  ['The bridge fell on Tuesday.', '2021-03-16'],
  ['It fell yesterday.', '2021-03-17'],
  ['It fell today.', '2021-03-18'],
  ['It fell on 2 February.', '2021-02-02'],
  ['It fell on December 5, 2019.', '2019-12-05'],
  ['It fell in early December.', '2020-12-01/2020-12-10'],
  ['It fell in July 2018.', '2018-07-01/2018-07-31'],
  ['It has stood there since 2012.', '2012-01-01/2012-12-31'],
  ['Eighty fell over the past 24 hours.', '2021-03-17/2021-03-18'],
])('%s', (text, past) => {
  expect(datesIn(text, published).map(date => date.past)).toEqual([past])
})

test('a weekday that is to come is the next one', () => {
  expect(datesIn('They will meet on Monday.', published)).toEqual([{ past: '2021-03-15', future: '2021-03-22' }])
})

test.each([
  'They may march to the sun.',
  'At least 10 of 300 died.',
  'The clock showed 08:03.',
  'The second man saw him.',
  'May I march?',
])('no date in "%s"', text => {
  expect(datesIn(text, published)).toEqual([])
})

test('without a day of publication only full dates count', () => {
  expect(datesIn('It fell on Tuesday.')).toEqual([])
  expect(datesIn('It fell on 5 December 2019.').map(date => date.past)).toEqual(['2019-12-05'])
})
